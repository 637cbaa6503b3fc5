"""What the page of positions shows: those that rest on a selection of statements.

Reads the parameters of the timeline. Ranking, edition and stance must fit the position itself; the
other parameters its evidence.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from django.conf import settings
from django.utils.translation import gettext as _

from sources.publication import Status
from statements.facets import Facet, facets
from statements.filters import StatementFilter
from statements.models import Evidence, Position
from statements.models.rankings import PositionQuerySet
from statements.paging import Cursor, Order, beyond
from statements.positions.counting import Resting
from statements.positions.facets import COUNTERS
from statements.positions.records import adopt
from statements.positions.sequences import Owned, placed
from statements.positions.shifts import Entry
from statements.positions.steps import Step
from statements.postings import counting, lookup
from statements.postings.standing import Standing
from statements.prepared import Prepared
from statements.timeline import Timeline

DATE = "as_of"
NEWEST = (f"-{DATE}_latest", f"-{DATE}_earliest", "-id")
OLDEST = (f"{DATE}_latest", f"{DATE}_earliest", "id")


@dataclass(frozen=True)
class Row:
    """A position, and its place in the sequence of all that its claimant holds on the ranking."""

    position: Position
    entry: Entry | None

    @property
    def pk(self) -> int:
        return self.position.pk

    @property
    def published_at(self) -> datetime.datetime | None:
        return self.position.published_at

    @property
    def step(self) -> Step:
        """The position by itself, with what it replaces."""
        held = self.entry.step.replaced if self.entry and not self.is_replaced else ()
        return Step((self.position,), held)

    @property
    def is_replaced(self) -> bool:
        return self.entry is None or self.position not in self.entry.step.positions


@dataclass(frozen=True)
class PositionPage:
    """The rows shown, and the cursors of the pages that follow and precede."""

    rows: Sequence[Row]
    after: Cursor | None = None
    before: Cursor | None = None


def positions_of(selection: StatementFilter) -> PositionQuerySet:
    """The published positions that rest on a statement of the selection, the newest first."""
    evidence = Evidence.objects.filter(statement__in=selection.qs)
    fitting = selection.positions().filter(pk__in=evidence.values("position"))
    return fitting.order_by(*NEWEST)


class PositionList(Timeline):
    """A selection of positions as a page shows it."""

    @cached_property
    def errors(self) -> list[tuple[str, str]]:
        found = super().errors
        if not found and self.order == Order.RELEVANCE:
            return [("order", _("Positions are put in order by their dates only."))]
        return found

    @cached_property
    def positions(self) -> PositionQuerySet:
        if self.errors:
            return Position.objects.none()
        if self.resting is None:
            return positions_of(self.filter)
        using = self.resting.selection.standing.using
        return Position.objects.filter(pk__in=lookup.subquery(self.resting.ids, using))

    @cached_property
    def resting(self) -> Resting | None:
        """The positions on the statements selected; None where SQL has to tell."""
        return Resting(self.selection) if self.selection else None

    @property
    def in_order(self) -> PositionQuerySet:
        """All of the selection, in the order asked for."""
        return self.positions.order_by(*(OLDEST if self.order == Order.OLDEST else NEWEST))

    @cached_property
    def count(self) -> int:
        return len(self.resting.ids) if self.resting else self.positions.count()

    @cached_property
    def facets(self) -> list[Facet]:
        if self.errors:
            return []
        count = self.resting.counts if self.resting else counting.counts
        shown = facets(
            self.filter, self.fixed, counters=COUNTERS, selection=self.selection, count=count
        )
        return [facet for facet in shown if facet.options]

    @property
    def offered(self) -> list[Order]:
        return [Order.NEWEST, Order.OLDEST]

    @cached_property
    def listed(self) -> PositionPage:
        return self.listed_of(settings.PAGE_SIZE)

    def listed_of(self, size: int) -> PositionPage:
        """The page asked for, with the shift of each position against the one before it."""
        chosen = self.filter.chosen()
        after, before = chosen.get("after"), chosen.get("before")
        cursor: Cursor | None = before or after
        descending = (self.order == Order.NEWEST) != bool(before)
        found = self._found(cursor, descending=descending, most=size + 1)
        shown, more = found[:size], len(found) > size
        if before:
            shown.reverse()
        return _page(
            shown, more_after=bool(before) or more, more_before=more if before else bool(after)
        )

    def _found(self, cursor: Cursor | None, *, descending: bool, most: int) -> list[Owned]:
        """So many of the selection, behind the cursor where there is one."""
        if self.resting and not cursor:
            ordered, ids = _ordered(self.resting.selection.standing), self.resting.ids
            way = ordered if descending else reversed(ordered)
            return list(islice((one for one in way if one.pk in ids), most))
        positions = self.positions.order_by(*(NEWEST if descending else OLDEST))
        if cursor:
            positions = positions.filter(beyond(cursor, descending=descending, date=DATE))
        return [Owned(*row) for row in positions.values_list(*Owned._fields)[:most]]

    @property
    def next_url(self) -> str:
        return self._page_url("after", self.listed.after)

    @property
    def previous_url(self) -> str:
        return self._page_url("before", self.listed.before)


def _ordered(standing: Standing) -> list[Owned]:
    """All published positions, the newest first."""
    return standing.once("positions in order", lambda: list(map(Owned._make, _newest().of())))


@cache
def _newest() -> Prepared:
    published = Position.objects.filter(status=Status.PUBLISHED)
    return Prepared(published.order_by(*NEWEST).values_list(*Owned._fields))


def rows_of(positions: Iterable[Position]) -> list[Row]:
    """The rows of published positions, in their order; what they name is loaded for all at once."""
    shown = list(positions)
    found = placed(shown)
    for one in shown:
        if one.pk in found:
            adopt(one, found[one.pk][0])
    return [Row(one, found[one.pk][1]) for one in shown if one.pk in found]


def _page(shown: list[Owned], *, more_after: bool, more_before: bool) -> PositionPage:
    found = placed(shown)
    rows = [Row(*found[one.pk]) for one in shown if one.pk in found]
    return PositionPage(
        rows,
        after=_cursor(rows[-1].position) if rows and more_after else None,
        before=_cursor(rows[0].position) if rows and more_before else None,
    )


def _cursor(position: Position) -> Cursor:
    day = position.as_of
    assert day is not None  # noqa: S101  # the column takes no null
    return Cursor(day.latest, day.earliest, position.pk)
