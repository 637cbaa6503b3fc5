"""A selection of statements as a brief for printing: all that the register can say of it.

Everything in it rests on the statements that it shows, so that a reader of the paper alone can
check it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F, Q
from django.utils import timezone

from statements.addresses import address
from statements.coverage import Coverage, coverage
from statements.figures.selection import FigureSelection, loaded
from statements.figures.series import Point
from statements.filters import PAGING_PARAMETERS
from statements.models import Evidence, Placement, Position, Statement
from statements.positions.sequences import sequences_of
from statements.positions.shifts import Entry
from statements.positions.shifts import Sequence as Held
from statements.positions.steps import claimant_of
from statements.rankings.courses import Course, courses
from statements.timeline import Timeline

MOST = 500  # statements in a dossier, and as many figures; the page says so


@dataclass(frozen=True)
class Stand:
    """Of what a claimant holds on a ranking, the entries that rest on the dossier's statements."""

    sequence: Held
    entries: Sequence[Entry]


class Dossier(Timeline):
    """What the address asks for, oldest first; of more than it can hold, the newest."""

    @property
    def is_asked(self) -> bool:
        """Whether anything is asked for; a dossier of the whole register is none."""
        return bool(self.filter.chosen().keys() - set(PAGING_PARAMETERS))

    @property
    def own_url(self) -> str:
        return address(self.path, self.asked, order="")

    @cached_property
    def statements(self) -> list[Statement]:
        newest = self.filter.qs.newest_first().for_timeline()[:MOST]
        return list(newest)[::-1]

    @property
    def most(self) -> int:
        return MOST

    @property
    def left_out(self) -> int:
        """How many older statements there are beyond those shown."""
        return max(self.count - MOST, 0)

    @cached_property
    def sources(self) -> int:
        """In how many sources the statements stand."""
        cited = (one for statement in self.statements for one in statement.citations.all())
        return len({citation.source_id for citation in cited})

    @property
    def coverage(self) -> Coverage | None:
        chosen, today = self.filter.chosen(), timezone.localdate()
        since, until = chosen.get("since"), chosen.get("until")
        return coverage(
            [one.said_on for one in self.statements if one.said_on],
            since.earliest if since and not self.left_out else None,
            min(until.latest, today) if until else None,
        )

    @cached_property
    def positions(self) -> list[Position]:
        """The positions asked for that rest on one of the statements."""
        evidence = Evidence.objects.filter(statement__in=self.statements)
        fitting = self.filter.positions().filter(pk__in=evidence.values("position"))
        return list(fitting.select_related("speaker", "organisation", "placement__edition"))

    @cached_property
    def stands(self) -> list[Stand]:
        """The sequences of these positions; what a shift is against may lie outside."""
        own = set(self.positions)
        found = []
        for sequence in sequences_of(map(claimant_of, self.positions)):
            entries = [one for one in sequence.entries if own & set(one.step.positions)]
            if entries:
                found.append(Stand(sequence, entries))
        return found

    @cached_property
    def figures(self) -> list[Point]:
        """The figures of the statements, and those of a source alone that fit; by indicator."""
        asked = FigureSelection(self.path, self.asked).figures
        fitting = asked.filter(Q(statement__in=self.statements) | Q(statement=None))
        period = F("period_end").asc(nulls_last=True)
        return loaded(fitting.order_by("indicator__label", "indicator", period, "pk")[:MOST])

    @cached_property
    def courses(self) -> list[Course]:
        """The ways of the countries whose placements the positions are on."""
        placements = {one.placement for one in self.positions}
        pairs = {(one.edition.ranking_id, one.country_id) for one in placements}
        if not pairs:
            return []
        wanted = Q()
        for ranking, country in pairs:
            wanted |= Q(edition__ranking=ranking, country=country)
        return courses(Placement.objects.published().filter(wanted))
