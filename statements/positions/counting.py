"""Positions selected and counted from the sets of statements, and from what they rest on."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from pyroaring import BitMap

from sources.publication import Status
from statements.filters import POSITION_PARAMETERS
from statements.models import Evidence, Position
from statements.postings.counting import Counts
from statements.postings.selecting import Selection, fits

#: Position and what it says: ranking, edition and stance, as values of statements have it.
Told = tuple[int, str]


class Resting:
    """The published positions that rest on the statements of a selection."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection

    @cached_property
    def by_statement(self) -> dict[int, list[Told]]:
        """Every published position under each published statement that it rests on."""
        shown = Position.objects.published()
        rows = Evidence.objects.filter(position__in=shown, statement__status=Status.PUBLISHED)
        found: dict[int, list[Told]] = defaultdict(list)
        for statement, position, ranking, year, stance in rows.order_by().values_list(
            "statement",
            "position",
            "position__placement__edition__ranking",
            "position__placement__edition__year",
            "position__stance",
        ):
            found[statement].append((position, f"{ranking}:{year}:{stance}"))
        return found

    @cached_property
    def statements(self) -> BitMap:
        """All statements that a position rests on."""
        return BitMap(self.by_statement)

    def ids(self) -> set[int]:
        """The positions selected."""
        return {position for position, _told in self._on(self.selection.found, "")}

    def counts(self, selection: Selection, name: str) -> Counts:
        """How many positions have each value that a parameter may ask for, without zeros."""
        within = selection.without(name) & self.statements
        found: dict[str, set[int]] = defaultdict(set)
        if name in POSITION_PARAMETERS:
            for position, told in self._on(within, name):
                found[selection.part_of(told, name)].add(position)
        else:
            for value, bits in selection.standing.sets[name].items():
                if within.intersect(bits):
                    found[value] |= {position for position, _ in self._on(within & bits, "")}
        return {value: len(positions) for value, positions in found.items() if positions}

    def _on(self, statements: BitMap, without: str) -> Iterator[Told]:
        """The positions on these statements that fit ranking, edition and stance together."""
        asked = self.selection.positions_asked(without)
        for statement in statements & self.statements:
            yield from (one for one in self.by_statement[statement] if fits(one[1], asked))
