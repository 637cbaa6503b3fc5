"""The values that each statement has, side by side, to count few statements at once."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from pyroaring import BitMap

SPARE = 4_096  # rows made at a time
NARROW, WIDE = "H", "I"  # two bytes and four
MOST_NARROW = 65_535  # the largest number of two bytes


@dataclass
class Column:
    """The values of a facet by their numbers, from 1 on, and the places in a row that hold them."""

    keys: list[str] = field(default_factory=lambda: [""])
    numbers: dict[str, int] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)  # as many as the statement with most values has

    def number(self, key: str) -> int:
        """The number of a value, a new one for a new value."""
        if key not in self.numbers:
            self.numbers[key] = len(self.keys)
            self.keys.append(key)
        return self.numbers[key]


class Columns:
    """What each statement has of the facets, as a row of numbers; 0 where there is nothing.

    Better than a set for each value where few are counted: that costs what they are, whatever the
    number of values. And what a statement has stands together, so that memory, which is what such
    counting waits for, is fetched once for all facets.
    """

    def __init__(self, sets: Mapping[str, Mapping[str, BitMap]]) -> None:
        """From the sets of statements by facet and key."""
        self._columns = {facet: Column() for facet in sets}
        self._values: array[int]
        most = max(map(len, sets.values()), default=0)
        slots: list[Slot] = []
        for facet, by_key in sets.items():
            column = self._columns[facet]
            numbered = {column.number(key): ids for key, ids in by_key.items()}
            made = _slots(numbered, NARROW if most <= MOST_NARROW else WIDE)
            column.places += range(len(slots), len(slots) + len(made))
            slots += made
        self._lay([slot.values for slot in slots])

    def rows(self, ids: BitMap) -> "Rows":
        """What these statements have, read once for all facets."""
        return Rows(self._columns, ids, self._width, self._read(ids))

    def add(self, pk: int, facet: str, key: str) -> None:
        """Give a value to a statement."""
        self.discard(pk, facet, key)
        column, row = self._columns[facet], self._read([pk])
        number = column.number(key)
        if number > MOST_NARROW and self._values.typecode == NARROW:
            self._values = array(WIDE, self._values)
        free = (place for place in column.places if not (row and row[place]))
        place = next(free, self._width)
        if place == self._width:
            self._widen()
            column.places.append(place)
        self._reach(pk)
        self._values[pk * self._width + place] = number

    def discard(self, pk: int, facet: str, key: str) -> None:
        """Take a value away from a statement, if it has it."""
        column, row = self._columns[facet], self._read([pk])
        number = column.number(key)
        for place in column.places if row else ():
            if row[place] == number:
                self._values[pk * self._width + place] = 0

    def _read(self, ids: Iterable[int]) -> "array[int]":
        """The rows, in one. Statements behind the last one have none, and come last."""
        width, values = self._width, self._values
        read = b"".join([values[pk * width : pk * width + width] for pk in ids])
        return array(values.typecode, read)

    def _reach(self, pk: int) -> None:
        missing = (pk + 1) * self._width - len(self._values)
        if missing > 0:
            more = missing + SPARE * self._width
            self._values.frombytes(bytes(more * self._values.itemsize))

    def _widen(self) -> None:
        """Make a place more in every row."""
        places = [self._values[place :: self._width] for place in range(self._width)]
        self._lay([*places, array(self._values.typecode)])

    def _lay(self, places: Sequence["array[int]"]) -> None:
        """Make rows of what all statements have at each place."""
        typecode = places[0].typecode if places else NARROW
        length, self._width = max(map(len, places), default=0), len(places)
        self._values = array(typecode, [0]) * (length * self._width)
        for place, numbers in enumerate(places):
            self._values[place : len(numbers) * self._width : self._width] = numbers


@dataclass(frozen=True)
class Rows:
    """What statements have of all facets: the numbers of each, one row behind the other."""

    columns: Mapping[str, Column]
    ids: BitMap
    width: int
    numbers: "array[int]"

    def counts(self, facet: str) -> dict[str, int]:
        """How many of the statements have each value; without zeros."""
        column = self.columns[facet]
        parts = (self.numbers[place :: self.width] for place in column.places)
        found = Counter(chain.from_iterable(parts))
        keys = column.keys
        return {keys[number]: n for number, n in found.items() if number}

    def pairs(self, facet: str) -> Iterator[tuple[int, str]]:
        """Each of the statements with each of its values, in no order."""
        column = self.columns[facet]
        for place in column.places:
            # Statements behind the last row have nothing.
            numbered = zip(self.ids, self.numbers[place :: self.width], strict=False)
            yield from ((pk, column.keys[number]) for pk, number in numbered if number)


class Slot:
    """One value of each statement, while rows are made."""

    def __init__(self, typecode: str, length: int) -> None:
        self.values = array(typecode, [0]) * length
        self.having = BitMap()  # those that have one

    def fill(self, number: int, ids: BitMap) -> BitMap:
        """Give a value to these as far as they have none; those left over."""
        taken = ids & self.having
        self.having |= ids
        values = memoryview(self.values)  # quicker to write into
        for pk in (ids - taken).to_array():
            values[pk] = number
        return taken


def _slots(sets: Mapping[int, BitMap], typecode: str) -> list[Slot]:
    """As many as the statement with most values needs."""
    slots: list[Slot] = []
    length = max((ids.max() + 1 for ids in sets.values() if ids), default=0)
    for number, ids in sets.items():
        left = ids
        for slot in slots:
            left = slot.fill(number, left)
        if left:
            slots.append(Slot(typecode, length))
            slots[-1].fill(number, left)
    return slots
