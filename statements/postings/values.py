"""Which values a published statement has: all that the filters of the public can ask for.

A value is such as "speaker=12" or "kind=quotation". "place" is the date, latest day and earliest,
by which lists are ordered; "position" stands for ranking, edition and stance of a published
position that rests on the statement; "evidence" for the position itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models.functions import Coalesce

from sources.publication import Status
from statements.models import Citation, Evidence, Position, Statement

NONE = "none"  # the value of "topic" where there is no topic
PLACE = "place"
POSITION = "position"
EVIDENCE = "evidence"
Row = tuple[int, str]


def values_of(ids: Collection[int], using: str = "default") -> dict[int, set[str]]:
    """The values of each of these statements that is published, in as many queries however many."""
    found = {pk: set(values) for pk, values in _own(ids, using)}
    for pk, value in _several(ids, using):
        if pk in found:
            found[pk].add(value)
    for values in found.values():
        if not any(value.startswith("topic=") for value in values):
            values.add(f"topic={NONE}")
    return found


def _own(ids: Collection[int], using: str) -> Iterator[tuple[int, list[str]]]:
    """What stands in the row of the statement, or hangs on its claimant."""
    rows = (
        Statement.objects.using(using)
        .published()
        .filter(pk__in=ids)
        .order_by()
        .annotate(country=Coalesce("speaker__country", "organisation__country"))
    )
    for row in rows.values("pk", "said_on_latest", "said_on_earliest", *COLUMNS, "country"):
        named = [f"{name}={row[name]}" for name in (*COLUMNS, "country") if row[name] is not None]
        yield row["pk"], [*named, place(row["said_on_latest"], row["said_on_earliest"])]


COLUMNS = ("speaker", "organisation", "event", "kind", "language")


def place(latest: Any, earliest: Any) -> str:
    """The value of a date: its last day and its first."""
    return f"{PLACE}={latest}:{earliest}"


def _several(ids: Collection[int], using: str) -> Iterator[Row]:
    """What a statement may have several of."""
    for name in ("topic", "function"):
        through: Any = getattr(Statement, f"{name}s").through
        links = through._default_manager.using(using).filter(statement__in=ids)
        yield from _named(name, links.values_list("statement", name))
    cited = Citation.objects.using(using).filter(statement__in=ids, source__status=Status.PUBLISHED)
    for pk, outlet, verification in cited.values_list(
        "statement", "source__outlet", "verification"
    ).order_by():
        yield pk, f"outlet={outlet}"
        yield pk, f"verification={verification}"
    yield from _of_positions(ids, using)


def _named(name: str, pairs: Any) -> Iterator[Row]:
    return ((pk, f"{name}={value}") for pk, value in pairs.order_by())


def _of_positions(ids: Collection[int], using: str) -> Iterator[Row]:
    shown = Position.objects.using(using).published()
    rows = Evidence.objects.using(using).filter(statement__in=ids, position__in=shown).order_by()
    for pk, position, ranking, year, stance in rows.values_list(
        "statement",
        "position",
        "position__placement__edition__ranking",
        "position__placement__edition__year",
        "position__stance",
    ):
        yield pk, f"{POSITION}={ranking}:{year}:{stance}"
        yield pk, f"{EVIDENCE}={position}"


def parted(values: Collection[str]) -> dict[str, list[str]]:
    """Values by the name of what they are a value of."""
    found: dict[str, list[str]] = defaultdict(list)
    for value in values:
        name, _sign, one = value.partition("=")
        found[name].append(one)
    return found
