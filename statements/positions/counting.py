"""Positions selected and counted from the sets of statements, and from what they rest on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import chain

from pyroaring import BitMap

from sources.publication import Status
from statements.filters import POSITION_PARAMETERS
from statements.models import Evidence
from statements.postings.columns import Column
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
        standing = self.selection.standing
        if name in POSITION_PARAMETERS:
            return self._counts_of_positions(within, name)
        resting = within & self.groups.statements
        if name in standing.columns:
            return self.groups.counts_by(standing.columns[name], resting)
        return self.groups.counts(standing.sets[name], resting)

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

    def counts(self, sets: Mapping[str, BitMap], statements: BitMap) -> Counts:
        """How many rest on those of these statements, all with a position, that are in each set."""
        alone, several = statements - self.several, statements & self.several
        found = {value: alone.intersection_cardinality(bits) for value, bits in sets.items()}
        if several:
            for value, bits in sets.items():
                found[value] += len(self._entwined(several & bits))
        return {value: count for value, count in found.items() if count}

    def counts_by(self, column: Column, statements: BitMap) -> Counts:
        """The same from what each statement has of a facet."""
        valued = list(column.pairs(statements))
        found = Counter([key for one, key in valued if one in self.alone])
        several: dict[str, set[int]] = defaultdict(set)
        for one, key in valued:
            if one in self.entwined:
                several[key] |= self.entwined[one]
        found.update({key: len(positions) for key, positions in several.items()})
        return dict(found)

    def _entwined(self, statements: BitMap) -> set[int]:
        return set[int]().union(*map(self.entwined.__getitem__, statements & self.several))


def _value(says: tuple[int, ...]) -> str:
    """As statements have it for a value."""
    return ":".join(map(str, says))
