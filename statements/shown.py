"""What a row of a list shows of a statement, as plain values read in one query.

Lists are the pages asked for most. To make records of the models, with all that a row names, would
cost more than everything else about them.
"""

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import Any, ClassVar, NamedTuple

from django.db.models import Case, OuterRef, Q, When

from sources.publication import Status
from statements.belonging import Belonging, Several, several
from statements.models import Citation, Statement
from statements.postings import worker
from statements.postings.names import Names
from statements.prepared import Prepared


class Values(NamedTuple):
    """In the order they are read. `said_on` is a text; `event` is told once it is public.

    Topics are slugs and names, sources numbers, titles, and the slugs and names of outlets; both
    public ones only.
    """

    pk: int
    said_on: str
    date_basis: str
    speaker_slug: str | None
    speaker_name: str | None
    organisation_slug: str | None
    organisation_name: str | None
    role: str | None
    role_as_printed: str
    kind: str
    text: str
    summary: str
    language: str
    venue: str
    event: str | None
    city: str | None
    topics: list[tuple[str, str]]
    sources: Several


class Shown(Values):
    """A published statement without its model."""

    __slots__ = ()
    quoted: ClassVar[Any] = Statement.quoted  # by the same rule, of the same `text`

    @property
    def claimant(self) -> str:
        """The name of whoever spoke."""
        return self.speaker_name or self.organisation_name or ""

    @property
    def slug(self) -> str:
        """As it stands in the address of the statement."""
        return f"{self.speaker_slug or self.organisation_slug}-{self.said_on}"


PUBLIC_EVENT = Q(event__status=Status.PUBLISHED)
READ = (
    "pk", "said_on", "date_basis", "speaker__slug", "speaker__name", "organisation__slug",
    "organisation__name", "role__title", "role_as_printed", "kind", "text", "summary", "language",
    "venue", Case(When(PUBLIC_EVENT, then="event__name")),
    Case(When(PUBLIC_EVENT, then="event__city")),
)  # fmt: skip
SOURCE = ("source_id", "source__title", "source__outlet__slug", "source__outlet__name")


@cache
def public() -> Prepared:
    """The query, made once."""
    topics = Statement.topics.through.objects.filter(statement=OuterRef("pk"))
    sources = Citation.objects.published().filter(statement=OuterRef("pk"))
    belonging = (Belonging(topics, "topic_id"), Belonging(sources, *SOURCE))
    return Prepared(Statement.objects.published().order_by().values_list(*READ, *belonging), "pk")


def in_order(numbers: Sequence[int]) -> list[Shown]:
    """The published statements with these numbers, in this order."""
    if not numbers:
        return []
    read = public().of(numbers)
    topics, sources = several([row[-2] for row in read]), several([row[-1] for row in read])
    names = worker.names()["topic"]
    found = {
        row[0]: Shown._make([*row[:-2], _named(its_topics, names), its_sources])
        for row, its_topics, its_sources in zip(read, topics, sources, strict=True)
    }
    return [found[pk] for pk in numbers if pk in found]


def _named(topics: Several, names: Names) -> list[tuple[str, str]]:
    """The topics that are public, by name. Their names are known: to join them costs more."""
    return sorted([names[key] for (key,) in topics if key in names], key=itemgetter(1))
