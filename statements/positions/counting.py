"""Positions selected and counted from the sets of statements, and from what they rest on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from pyroaring import BitMap

from sources.publication import Status
from statements.filters import POSITION_PARAMETERS
from statements.models import Evidence
from statements.postings.columns import Columns, Rows
from statements.postings.counting import Counts
from statements.postings.selecting import Selection, fits
from statements.postings.standing import Standing
from statements.prepared import Prepared

#: A statement, a position that rests on it, and its ranking, edition and stance.
Told = tuple[int, int, int, int, int]
RESTING = (
    "statement_id", "position_id", "position__placement__edition__ranking_id",
    "position__placement__edition__year", "position__stance_id",
)  # fmt: skip


class Resting:
    """The published positions that rest on the statements of a selection."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection

    @cached_property
    def rows(self) -> list[Told]:
        """Every published position with each published statement that it rests on."""
        standing = self.selection.standing
        return standing.once("what positions rest on", lambda: _rows(standing))

    @cached_property
    def groups(self) -> "Groups":
        """Those that fit ranking, edition and stance together."""
        if self.selection.positions_asked(""):
            return self._grouped()
        return self.selection.standing.once("groups of positions", self._grouped)

    def _grouped(self) -> "Groups":
        return Groups((row[0], row[1]) for row in self._fitting(""))

    @cached_property
    def ids(self) -> set[int]:
        """The positions selected."""
        return self.groups.on(self.selection.found)

    def counts(self, selection: Selection, name: str) -> Counts:
        """How many positions have each value that a parameter may ask for, without zeros.

        Not to be changed.
        """
        within, standing = selection.without(name), selection.standing
        if within is standing.all and not selection.positions_asked(name):
            # Of all positions, they are counted once after each change.
            return standing.once(f"positions by {name}", lambda: self._counts(within, name))
        return self._counts(within, name)

    def _counts(self, within: BitMap, name: str) -> Counts:
        if name in POSITION_PARAMETERS:
            return self._counts_of_positions(within, name)
        bearing = self._found if within is self.selection.found else self._bearing(within)
        return bearing.counts(name)

    @cached_property
    def _found(self) -> "Bearing":
        return self._bearing(self.selection.found)

    def _bearing(self, within: BitMap) -> "Bearing":
        return self.groups.bearing(self.selection.standing.columns, within)

    def _counts_of_positions(self, within: BitMap, name: str) -> Counts:
        """By ranking, edition or stance, of which each position has one."""
        told = {row[1]: row[2:] for row in self._fitting(name) if row[0] in within}
        found: Counter[str] = Counter()
        for says, count in Counter(told.values()).items():
            found[self.selection.part_of(_value(says), name)] += count
        return dict(found)

    def _fitting(self, without: str) -> Iterable[Told]:
        asked = self.selection.positions_asked(without)
        if not asked:
            return self.rows
        fitting = {says for says in {row[2:] for row in self.rows} if fits(_value(says), asked)}
        return (row for row in self.rows if row[2:] in fitting)


def _rows(standing: Standing) -> list[Told]:
    # What is published is known, without looking each up.
    return [row for row in _resting().of() if row[0] in standing.all]


@cache
def _resting() -> Prepared:
    public = Evidence.objects.filter(
        position__status=Status.PUBLISHED, position__placement__status=Status.PUBLISHED
    )
    return Prepared(public.order_by().values_list(*RESTING))


class Groups:
    """Positions by the statements that they rest on.

    Most positions rest on one statement, and most statements bear one position: these are told by
    their statements alone, and only the others looked at one by one.
    """

    def __init__(self, rows: Iterable[tuple[int, int]]) -> None:
        pairs = list(rows)
        borne = Counter([statement for statement, _position in pairs])
        rests = Counter([position for _statement, position in pairs])
        self.alone: dict[int, int] = {}
        self.entwined: dict[int, set[int]] = defaultdict(set)
        for statement, position in pairs:
            if borne[statement] == rests[position] == 1:
                self.alone[statement] = position
            else:
                self.entwined[statement].add(position)
        self.statements = BitMap(borne)
        self.several = BitMap(self.entwined)

    def on(self, statements: BitMap) -> set[int]:
        """The positions that rest on any of these."""
        resting = statements & self.statements
        alone = map(self.alone.__getitem__, resting - self.several)
        return set(chain(alone, self._entwined(resting)))

    def bearing(self, columns: Columns, statements: BitMap) -> "Bearing":
        """What those of these statements have on which positions rest."""
        resting = statements & self.statements
        alone, several = resting - self.several, resting & self.several
        return Bearing(columns.rows(alone), columns.rows(several), self.entwined)

    def _entwined(self, statements: BitMap) -> set[int]:
        return set[int]().union(*map(self.entwined.__getitem__, statements & self.several))


class Bearing(NamedTuple):
    """What statements have on which positions rest: on those alone, and those of several."""

    alone: Rows
    several: Rows
    entwined: Mapping[int, set[int]]

    def counts(self, facet: str) -> Counts:
        """How many positions rest on statements with each value; without zeros."""
        found = Counter(self.alone.counts(facet))
        positions: dict[str, set[int]] = defaultdict(set)
        for statement, key in self.several.pairs(facet):
            positions[key] |= self.entwined[statement]
        found.update({key: len(resting) for key, resting in positions.items()})
        return dict(found)


def _value(says: tuple[int, ...]) -> str:
    """As statements have it for a value."""
    return ":".join(map(str, says))
