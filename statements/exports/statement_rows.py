"""Statements as they are read for the public data: plain values, in one query for each relation.

A model instance with all its relations costs ten times what its values do, and hundreds of
thousands of them are asked for at once. So dates and moments stay the text that the database
gives, and what belongs together of several citations stands side by side in lists.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, NamedTuple

from django.db.models import Case, Max, Model, Q, QuerySet, TextField, When
from django.db.models.functions import Cast, Coalesce

from sources.publication import Status
from statements.addresses import around_statement
from statements.models import Citation, Correction, Statement
from statements.prepared import Prepared

Many = dict[int, tuple[tuple[Any, ...], ...]]


class Values(NamedTuple):
    """All that the columns and a feed tell of a statement, in the order it is read.

    Moments are texts as the database has them, in UTC. What is told of sources
    runs side by side.
    """

    pk: int
    said_on: str | None
    said_on_earliest: str | None
    said_on_latest: str | None
    date_basis: str
    date_note: str
    weekday_as_printed: str
    speaker_id: int | None
    organisation_id: int | None
    speaker: str | None
    organisation: str | None
    claimant_slug: str
    claimant: str
    claimant_local: str
    country: str | None
    role: str | None
    role_as_printed: str
    attributed_as: str
    kind: str
    text: str
    language: str
    original_text: str
    original_language: str
    summary: str
    context: str
    event: str | None
    event_name: str | None
    venue: str
    acknowledges_problem: str
    override_reason: str
    version: int
    published: str
    saved: str
    # From here on what is not read with the statement itself.
    path: str
    updated: str
    topic_ids: tuple[int, ...]
    topics: tuple[str, ...]
    topic_names: tuple[str, ...]
    functions: tuple[str, ...]
    sources: tuple[int, ...]
    source_titles: tuple[str, ...]
    source_urls: tuple[str, ...]
    source_dates: tuple[str | None, ...]
    outlet_ids: tuple[int, ...]
    outlets: tuple[str, ...]
    outlet_names: tuple[str, ...]
    locators: tuple[str, ...]
    excerpts: tuple[str, ...]
    verifications: tuple[str, ...]


class StatementRow(Values):
    """A statement without its model."""

    __slots__ = ()
    quoted: ClassVar[Any] = Statement.quoted  # by the same rule, of the same `text`

    @property
    def published_at(self) -> datetime.datetime | None:
        return at(self.published) if self.published else None

    @property
    def updated_at(self) -> datetime.datetime:
        """When the public record last changed."""
        return at(self.updated)


def at(text: str) -> datetime.datetime:
    """The moment that the database has as this text, in UTC."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.UTC)


def to_the_second(moment: str) -> str:
    """A moment of a row as the columns have it: 2022-08-12T09:30:00+00:00."""
    return f"{moment[:10]}T{moment[11:19]}+00:00" if moment else ""


def as_text(column: str) -> Cast:
    return Cast(column, TextField())


def either(name: str) -> Coalesce:
    """A value of the speaker, or else of the organisation."""
    return Coalesce(f"speaker__{name}", f"organisation__{name}")


PUBLIC_EVENT = Q(event__status=Status.PUBLISHED)
#: What the query gives under another name than the model has it.
READ: dict[str, Any] = {
    "said_on_earliest": as_text("said_on_earliest"),
    "said_on_latest": as_text("said_on_latest"),
    "speaker": "speaker__slug",
    "organisation": "organisation__slug",
    "claimant_slug": either("slug"),
    "claimant": either("name"),
    "claimant_local": either("name_local"),
    "country": either("country__iso2"),
    "role": "role__title",
    "event": Case(When(PUBLIC_EVENT, then="event__slug")),
    "event_name": Case(When(PUBLIC_EVENT, then="event__name")),
    "published": as_text("published_at"),
    "saved": as_text("updated_at"),
}
OWN = StatementRow._fields[: StatementRow._fields.index("path")]
TOPIC = ("topic_id", "topic__slug", "topic__name")
FUNCTION = ("function__code",)
CITED = (
    "source_id", "source__title", "source__url", "source__published_on",
    "source__outlet_id", "source__outlet__slug", "source__outlet__name", "locator", "excerpt",
    "verification",
)  # fmt: skip
CLAIMANT = OWN.index("claimant_slug")
NO_TOPICS, NO_FUNCTIONS, UNCITED = (((),) * len(told) for told in (TOPIC, FUNCTION, CITED))


class Reading:
    """The queries for statements and for what belongs to them."""

    def __init__(
        self, statements: QuerySet[Statement], read: Mapping[str, Any], topics: Q, citations: Q
    ) -> None:
        about, doing = Statement.topics.through, Statement.functions.through
        self.own = Prepared(
            statements.order_by().values_list(*(read.get(name, name) for name in OWN)), "pk"
        )
        self.topics = of_statement(about, topics, ["topic__name"], TOPIC)
        self.functions = of_statement(doing, Q(), ["function__order", "function__label"], FUNCTION)
        self.citations = of_statement(Citation, citations, ["-is_primary", "id"], CITED)
        self.corrected = of_statement(Correction, Q(), [], [Cast(Max("made_at"), TextField())])

    def rows(self, numbers: Sequence[int]) -> Iterator[StatementRow]:
        """The statements with these numbers, in any order."""
        topics = side_by_side(self.topics.of(numbers))
        functions = side_by_side(self.functions.of(numbers))
        citations = side_by_side(self.citations.of(numbers))
        corrected: dict[int, str] = dict(self.corrected.of(numbers))
        start, end = around_statement()
        for values in self.own.of(numbers):
            pk, day, saved, published = values[0], values[1], values[-1], values[-2]
            path = f"{start}{pk}/{values[CLAIMANT]}-{day}{end}"
            changed = max(saved, published or saved, corrected.get(pk, saved))
            about, doing = topics.get(pk, NO_TOPICS), functions.get(pk, NO_FUNCTIONS)
            cited = citations.get(pk, UNCITED)
            yield StatementRow._make((*values, path, changed, *about, *doing, *cited))


def of_statement(
    model: type[Model], shown: Q, order: Sequence[str], columns: Sequence[Any]
) -> Prepared:
    """What is told of the records of a model that point at a statement, its number in front."""
    found = model._default_manager.filter(shown).values("statement_id").order_by(*order)
    return Prepared(found.values_list("statement_id", *columns), "statement_id")


@cache
def public() -> Reading:
    """Published statements with what the public may see of what belongs to them."""
    return Reading(
        Statement.objects.published(), READ,
        topics=Q(topic__status=Status.PUBLISHED), citations=Q(source__status=Status.PUBLISHED),
    )  # fmt: skip


@cache
def everything() -> Reading:
    """All statements with all that belongs to them, for those who edit them."""
    read = {**READ, "event": "event__slug"}
    return Reading(Statement.objects.all(), read, topics=Q(), citations=Q())


def public_rows(numbers: Sequence[int]) -> Iterator[StatementRow]:
    """Those of these statements that are public."""
    return public().rows(numbers)


def all_rows(numbers: Sequence[int]) -> Iterator[StatementRow]:
    """These statements, whether they are public or not."""
    return everything().rows(numbers)


def side_by_side(found: Iterable[tuple[Any, ...]]) -> Many:
    """Of tuples with a number in front, the columns that belong to each number."""
    groups: dict[int, list[tuple[Any, ...]]] = {}
    for values in found:
        groups.setdefault(values[0], []).append(values)
    return {number: tuple(zip(*group, strict=True))[1:] for number, group in groups.items()}
