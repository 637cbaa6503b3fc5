"""A country's way through a ranking: every edition, the change against the one before, and the
positions taken on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.models import Country
from statements.models import Placement, Position, Ranking
from statements.rankings.named import Named, Placements, countries, placed
from statements.rankings.taken import on_placements


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


def ways(ranking: Ranking, named: Named | None = None) -> list[Way]:
    """Every country with a placement, by its name; in as many queries however many there are."""
    named, rows = named or Named(ranking), placed(ranking)
    known = countries({row[1] for row in rows})
    return [
        Way(known[pk], Placements(list(own), partial(named.placement, known[pk])))
        for pk, own in groupby(rows, key=itemgetter(1))
    ]


def history(ranking: Ranking, country: Country, named: Named | None = None) -> list[Year]:
    """All published placements of a country, the newest first."""
    placements = (named or Named(ranking)).detailed(country)
    taken = on_placements(placements)
    before = [None, *placements]
    years = [
        Year(placement, change(earlier, placement), taken[placement.pk])
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
