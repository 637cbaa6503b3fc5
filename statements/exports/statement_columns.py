"""Statements for CSV, column by column, from the rows that `statement_rows` reads.

To make a record of each, with a tuple for all that it has several of, would take as long again as
everything else. Here several values are one text already, as a cell holds them.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.db.models import Q

from sources.models import Outlet
from sources.publication import Status
from statements.addresses import around_statement
from statements.exports.cells import SEPARATOR
from statements.exports.statement_rows import (
    OWN,
    READ,
    StatementRow,
    of_statement,
    public,
    to_the_second,
)
from statements.models import (
    Citation,
    Event,
    Function,
    Organisation,
    Role,
    Speaker,
    Statement,
    Topic,
)
from statements.prepared import Prepared

Columns = dict[str, Sequence[Any]]
Named = dict[int | None, tuple[Any, ...]]
CLAIMANT = ("claimant_slug", "claimant", "claimant_local", "country")
NAMED = (*CLAIMANT, "speaker", "organisation", "role", "event", "event_name")
#: What is read of a statement itself, and the numbers of what it names.
TOLD = (*(name for name in OWN if name not in NAMED), "role_id", "event_id")
CITATION = (
    "source_id", "source__title", "source__url", "source__published_on", "source__outlet_id",
    "locator", "excerpt", "verification",
)  # fmt: skip
OUTLET = CITATION.index("source__outlet_id") + 1  # behind the number of the statement
#: Under which names the values of citations are told.
CITED = ("", *StatementRow._fields[StatementRow._fields.index("sources") :])
NOTHING = ("",) * len(CITED)


class Names:
    """What many statements name: each record is read once for a file, and joined to no row."""

    def __init__(self, query: Prepared, none: tuple[Any, ...] = ()) -> None:
        self.query = query
        self.known: Named = {None: none}
        self.none = none

    def of(self, numbers: Sequence[int | None]) -> list[tuple[Any, ...]]:
        """The names for these numbers, which may occur again and again."""
        unknown = [number for number in set(numbers) - self.known.keys() if number is not None]
        if unknown:
            self.known.update(dict.fromkeys(unknown, self.none))  # of what is not public
            self.known.update({row[0]: row[1:] for row in self.query.of(unknown)})
        return list(map(self.known.__getitem__, numbers))


class Texts:
    """What statements have several of, of few: all of it is read once, and stands in its order."""

    def __init__(self, texts: Prepared, pairs: Prepared) -> None:
        self.pairs = pairs
        self.known = {pk: (place, text) for place, (pk, text) in enumerate(texts.of())}

    def of(self, numbers: Sequence[int]) -> dict[int, str]:
        """The texts that belong to each of these statements, side by side."""
        known = self.known
        placed = [(*known[other], pk) for pk, other in self.pairs.of(numbers) if other in known]
        return listed((pk, text) for _place, text, pk in sorted(placed))


class Reader:
    """Reads those of statements that are public, in the order of their numbers, for one file."""

    def __init__(self) -> None:
        self.speakers, self.bodies = Names(_speakers()), Names(_organisations())
        self.roles, self.events = Names(_roles(), (None,)), Names(_events(), (None, None))
        self.outlets = Names(_outlets())
        self.topics = Texts(_topics(), _linked("topics"))
        self.functions = Texts(_functions(), _linked("functions"))

    def __call__(self, numbers: Sequence[int], base: str) -> Columns:
        """All columns by their names, for a site at `base`."""
        found = {values[0]: values for values in _own().of(numbers)}
        shown = [pk for pk in numbers if pk in found]
        own = by_name(TOLD, [found[pk] for pk in shown])
        topics, functions = self.topics.of(numbers), self.functions.of(numbers)
        citations = together(self.cited(_citations().of(numbers)))
        corrected: dict[int, str] = dict(public().corrected.of(numbers))
        named = self.named(own)
        return {
            **own,
            **named,
            **by_name(CITED, [citations.get(pk, NOTHING) for pk in shown]),
            "id": shown,
            "url": urls(zip(shown, named["claimant_slug"], own["said_on"], strict=True), base),
            "topics": [topics.get(pk, "") for pk in shown],
            "functions": [functions.get(pk, "") for pk in shown],
            "published_at": list(map(to_the_second, own["published"])),
            "updated_at": [
                updated(saved, published, corrected.get(pk, ""))
                for pk, saved, published in zip(shown, own["saved"], own["published"], strict=True)
            ],
        }

    def named(self, own: Columns) -> Columns:
        """The columns that tell what statements name."""
        speakers = self.speakers.of(own["speaker_id"])
        bodies = self.bodies.of(own["organisation_id"])
        claimants = [one or other for one, other in zip(speakers, bodies, strict=True)]
        return {
            **by_name(CLAIMANT, claimants),
            "speaker": [one[0] if one else None for one in speakers],
            "organisation": [one[0] if one else None for one in bodies],
            **by_name(("role",), self.roles.of(own["role_id"])),
            **by_name(("event", "event_name"), self.events.of(own["event_id"])),
        }

    def cited(self, citations: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """The citations with the slug and the name of the outlet behind its number."""
        outlets = self.outlets.of([row[OUTLET] for row in citations])
        return [
            (*row[: OUTLET + 1], *names, *row[OUTLET + 1 :])
            for row, names in zip(citations, outlets, strict=True)
        ]


@cache
def _own() -> Prepared:
    read = [READ.get(name, name) for name in TOLD]
    return Prepared(Statement.objects.published().order_by().values_list(*read), "pk")


@cache
def _citations() -> Prepared:
    shown = Q(source__status=Status.PUBLISHED)
    return of_statement(Citation, shown, ["-is_primary", "id"], CITATION)


@cache
def _topics() -> Prepared:
    return Prepared(Topic.objects.published().order_by("name").values_list("pk", "slug"))


@cache
def _functions() -> Prepared:
    return Prepared(Function.objects.order_by("order", "label").values_list("pk", "code"))


@cache
def _linked(name: str) -> Prepared:
    """The numbers of statements and of the topics, or the functions, that they have."""
    through = getattr(Statement, name).through
    key = f"{name[:-1]}_id"
    found = through._default_manager.order_by().values_list("statement_id", key)
    return Prepared(found, "statement_id")


@cache
def _speakers() -> Prepared:
    told = ("pk", "slug", "name", "name_local", "country__iso2")
    return Prepared(Speaker.objects.order_by().values_list(*told), "pk")


@cache
def _organisations() -> Prepared:
    told = ("pk", "slug", "name", "name_local", "country__iso2")
    return Prepared(Organisation.objects.order_by().values_list(*told), "pk")


@cache
def _roles() -> Prepared:
    return Prepared(Role.objects.order_by().values_list("pk", "title"), "pk")


@cache
def _events() -> Prepared:
    return Prepared(Event.objects.published().order_by().values_list("pk", "slug", "name"), "pk")


@cache
def _outlets() -> Prepared:
    return Prepared(Outlet.objects.order_by().values_list("pk", "slug", "name"), "pk")


def by_name(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Columns:
    """Rows as columns; empty ones where there is no row."""
    if not rows:
        return dict.fromkeys(names, ())
    return dict(zip(names, zip(*rows, strict=True), strict=True))


def urls(told: Iterable[tuple[int, str, str]], base: str) -> list[str]:
    """The addresses of statements, of which number, claimant and day are told."""
    start, end = around_statement()
    start = base + start
    return [f"{start}{pk}/{slug}-{day}{end}" for pk, slug, day in told]


def updated(saved: str, published: str, corrected: str) -> str:
    """When the public record last changed."""
    return to_the_second(max(saved, published or saved, corrected))


def listed(pairs: Iterable[tuple[int, str]]) -> dict[int, str]:
    """The texts that belong to each number, side by side."""
    found: dict[int, str] = {}
    for number, text in pairs:
        found[number] = f"{found[number]}{SEPARATOR}{text}" if number in found else text
    return found


def together(rows: Iterable[tuple[Any, ...]]) -> dict[int, tuple[Any, ...]]:
    """The same of several columns behind the number; a row that stands alone as it is."""
    found: dict[int, tuple[Any, ...]] = {}
    for values in rows:
        number = values[0]
        before = found.get(number)
        found[number] = values if before is None else joined(before, values)
    return found


def joined(before: tuple[Any, ...], values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Two rows as one, in which all but the number are texts."""
    texts = [
        f"{'' if one is None else one}{SEPARATOR}{'' if other is None else other}"
        for one, other in zip(before, values, strict=True)
    ]
    return (values[0], *texts[1:])
