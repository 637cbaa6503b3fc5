"""Which values a published statement has: all that the filters of the public can ask for.

A value is such as "speaker=12" or "kind=quotation". "place" is the date, latest day and earliest,
by which lists are ordered; "position" stands for ranking, edition and stance of a published
position that rests on the statement; "evidence" for the position itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db.models.functions import Coalesce

from sources.publication import Status
from statements.models import Citation, Evidence, Position, Statement
from statements.prepared import Prepared

NONE = "none"  # the value of "topic" where there is no topic
PLACE = "place"
POSITION = "position"
EVIDENCE = "evidence"
Row = tuple[int, str]

COLUMNS = ("speaker", "organisation", "event", "kind", "language", "country")
#: What stands in the row of the statement, or hangs on its claimant.
OWN = Prepared(
    Statement.objects.published()
    .using("default")
    .order_by()
    .annotate(country=Coalesce("speaker__country", "organisation__country"))
    .values_list("pk", "said_on_latest", "said_on_earliest", *COLUMNS),
    "pk",
)
CITED = Prepared(
    Citation.objects.using("default")
    .filter(source__status=Status.PUBLISHED)
    .order_by()
    .values_list("statement", "source__outlet", "verification"),
    "statement",
)
POSITIONS = Prepared(
    Evidence.objects.using("default")
    .filter(position__in=Position.objects.published())
    .order_by()
    .values_list(
        "statement",
        "position",
        "position__placement__edition__ranking",
        "position__placement__edition__year",
        "position__stance",
    ),
    "statement",
)


def _links(name: str) -> Prepared:
    through: Any = getattr(Statement, f"{name}s").through
    pairs = through._default_manager.using("default").order_by()
    return Prepared(pairs.values_list("statement", name), "statement")


LINKS = {name: _links(name) for name in ("topic", "function")}
FACETS = (*COLUMNS, *LINKS, "outlet", "verification")  # all that is counted, positions aside


def values_of(ids: Sequence[int]) -> dict[int, set[str]]:
    """The values of each of these statements that is published, in as many queries however many."""
    found = {pk: set(values) for pk, values in _own(ids)}
    for pk, value in _several(ids):
        if pk in found:
            found[pk].add(value)
    for values in found.values():
        if not any(value.startswith("topic=") for value in values):
            values.add(f"topic={NONE}")
    return found


def _own(ids: Sequence[int]) -> Iterator[tuple[int, list[str]]]:
    for pk, latest, earliest, *others in OWN.of(ids):
        named = zip(COLUMNS, others, strict=True)
        values = [f"{name}={value}" for name, value in named if value is not None]
        yield pk, [*values, place(latest, earliest)]


def place(latest: Any, earliest: Any) -> str:
    """The value of a date: its last day and its first."""
    return f"{PLACE}={latest}:{earliest}"


def _several(ids: Sequence[int]) -> Iterator[Row]:
    """What a statement may have several of."""
    for name, links in LINKS.items():
        yield from ((pk, f"{name}={value}") for pk, value in links.of(ids))
    for pk, outlet, verification in CITED.of(ids):
        yield pk, f"outlet={outlet}"
        yield pk, f"verification={verification}"
    for pk, position, ranking, year, stance in POSITIONS.of(ids):
        yield pk, f"{POSITION}={ranking}:{year}:{stance}"
        yield pk, f"{EVIDENCE}={position}"


def parted(values: Collection[str]) -> dict[str, list[str]]:
    """Values by the name of what they are a value of."""
    found: dict[str, list[str]] = defaultdict(list)
    for value in values:
        name, _sign, one = value.partition("=")
        found[name].append(one)
    return found
