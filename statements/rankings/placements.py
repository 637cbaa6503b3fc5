"""A country's way through a ranking: every edition, the change against the one before, and the
positions taken on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from sources.models import Country
from sources.publication import Status
from statements.models import Evidence, Placement, Position, Ranking
from statements.models.rankings import PositionQuerySet

PLACED = (
    "confidence", "source", "level__code", "level__label", "level__order", "country__name",
    "country__slug", "country__iso2", "edition__year", "edition__released_on",
    "edition__released_on_earliest", "edition__released_on_latest", "edition__ranking",
)  # fmt: skip
SAID = (
    "position", "weight", "statement__text", "statement__summary", "statement__language",
    "statement__said_on", "statement__said_on_earliest", "statement__said_on_latest",
    "statement__speaker__slug", "statement__organisation__slug",
)  # fmt: skip


class Change(models.TextChoices):
    """Against the edition before; derived, never stored."""

    RAISED = "raised", _("Raised")
    LOWERED = "lowered", _("Lowered")
    SAME = "same", _("Unchanged")
    OTHER = "other", _("Not comparable")


@dataclass(frozen=True)
class Year:
    """A placement, what changed against the placement before it, and the positions on it."""

    placement: Placement
    change: Change | None
    positions: Sequence[Position]


@dataclass(frozen=True)
class Way:
    """A country's published placements in a ranking, the oldest first."""

    country: Country
    placements: Sequence[Placement]


def ways(ranking: Ranking) -> list[Way]:
    """Every country with a placement, by its name; all in one query."""
    placements = (
        Placement.objects.published()
        .filter(edition__ranking=ranking)
        .select_related("edition", "level", "country")
        .only(*PLACED)
        .order_by("country__name", "country_id", "edition__year")
    )
    return [
        Way(country, list(placed))
        for country, placed in groupby(placements, key=lambda one: one.country)
    ]


def history(ranking: Ranking, country: Country) -> list[Year]:
    """All published placements of a country, the newest first."""
    placements = list(
        Placement.objects.published()
        .filter(edition__ranking=ranking, country=country)
        .select_related("edition__source", "level", "source", "country")
        .prefetch_related(Prefetch("positions", with_evidence(Position.objects.published())))
        .order_by("edition__year")
    )
    before = [None, *placements]
    years = [
        Year(placement, change(earlier, placement), list(placement.positions.all()))
        for earlier, placement in zip(before, placements, strict=False)
    ]
    return years[::-1]


def change(earlier: Placement | None, later: Placement) -> Change | None:
    """How the later placement compares; None where there is none to compare with.

    A level without an order, such as a special case, compares with no other. A gap between the
    editions is compared over: what counts is the placement before, whenever it was.
    """
    if earlier is None:
        return None
    if earlier.level_id == later.level_id:
        return Change.SAME
    if earlier.level.order is None or later.level.order is None:
        return Change.OTHER
    return Change.RAISED if later.level.order < earlier.level.order else Change.LOWERED


def with_evidence(positions: PositionQuerySet) -> PositionQuerySet:
    """Positions with all that a list of them shows, in a constant number of queries."""
    evidence = Evidence.objects.filter(statement__status=Status.PUBLISHED)
    loaded = evidence.select_related("statement__speaker", "statement__organisation").only(*SAID)
    shown = positions.for_list().prefetch_related(Prefetch("evidence_rows", loaded))
    return shown.order_by("-as_of_latest", "-id")
