"""A value of which each statement has one at most, by the id of the statement."""

from array import array
from collections import Counter

from pyroaring import BitMap

SPARE = 4_096  # places made at a time


class Column:
    """Numbers by id; 0 where there is none. Counts a set of statements in one pass.

    Better than a set for each value where there are very many values: counting costs what the
    selection is large, whatever the number of values.
    """

    def __init__(self) -> None:
        self.values = array("I")
        self.having = BitMap()  # those that have one

    def put(self, pk: int, value: int) -> None:
        """Set the value of a statement."""
        self._reach(pk)
        self.values[pk] = value
        (self.having.add if value else self.having.discard)(pk)

    def _reach(self, pk: int) -> None:
        if pk >= len(self.values):
            self.values.frombytes(bytes((pk + SPARE - len(self.values)) * self.values.itemsize))

    def of(self, pk: int) -> int:
        """The value of a statement."""
        return self.values[pk] if pk < len(self.values) else 0

    def fill(self, value: int, ids: BitMap) -> None:
        """Set the same value for many that have none."""
        if ids:
            self._reach(ids.max())
        self.having |= ids
        values = self.values
        for pk in ids.to_array():
            values[pk] = value

    def counts(self, ids: BitMap) -> Counter[int]:
        """How many of these statements have each value."""
        return Counter(map(self.values.__getitem__, (ids & self.having).to_array()))
