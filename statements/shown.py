"""What a row of a list shows of a statement itself, as plain values read in one query.

Lists are the pages asked for most. To make records of the models, with all that a row names, would
cost more than everything else about them.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, ClassVar, NamedTuple, Self

from django.db.models import Case, Q, When

from sources.publication import Status
from statements.models import Statement
from statements.prepared import Prepared


class Values(NamedTuple):
    """In the order they are read. `said_on` is a text; `event` is told once it is public."""

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

    @classmethod
    def of(cls, one: Statement) -> Self:
        """The same of a statement that was loaded `for_rows` or `for_timeline`."""
        speaker, body = one.speaker, one.organisation
        event = one.event if one.event and one.event.is_published else None
        return cls(
            one.pk, str(one.said_on or ""), one.date_basis,
            speaker.slug if speaker else None, speaker.name if speaker else None,
            body.slug if body else None, body.name if body else None,
            one.role.title if one.role else None, one.role_as_printed,
            one.kind, one.text, one.summary, one.language, one.venue,
            event.name if event else None, event.city if event else None,
        )  # fmt: skip


PUBLIC_EVENT = Q(event__status=Status.PUBLISHED)
READ = (
    "pk", "said_on", "date_basis", "speaker__slug", "speaker__name", "organisation__slug",
    "organisation__name", "role__title", "role_as_printed", "kind", "text", "summary", "language",
    "venue", Case(When(PUBLIC_EVENT, then="event__name")),
    Case(When(PUBLIC_EVENT, then="event__city")),
)  # fmt: skip


@cache
def public() -> Prepared:
    """The query, made once."""
    return Prepared(Statement.objects.published().order_by().values_list(*READ), "pk")


def in_order(numbers: Sequence[int]) -> list[Shown]:
    """The published statements with these numbers, in this order."""
    found = {values[0]: Shown._make(values) for values in public().of(numbers)}
    return [found[pk] for pk in numbers if pk in found]


def each(statements: Iterable[Statement | Shown]) -> list[Shown]:
    """Statements that were loaded for a list, and what was read for one already."""
    return [one if isinstance(one, Shown) else Shown.of(one) for one in statements]
