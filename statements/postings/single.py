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

    def put(self, pk: int, value: int) -> None:
        """Set the value of a statement."""
        if pk >= len(self.values):
            self.values.frombytes(bytes((pk + SPARE - len(self.values)) * self.values.itemsize))
        self.values[pk] = value

    def of(self, pk: int) -> int:
        """The value of a statement."""
        return self.values[pk] if pk < len(self.values) else 0

    def fill(self, value: int, ids: BitMap) -> None:
        """Set the same value for many."""
        if ids:
            self.put(ids.max(), value)
        values = self.values
        for pk in ids.to_array():
            values[pk] = value

    def counts(self, ids: BitMap) -> Counter[int]:
        """How many of these statements have each value."""
        if ids and ids.max() >= len(self.values):  # none of the newest has any
            self.put(ids.max(), 0)
        found = Counter(map(self.values.__getitem__, ids.to_array()))
        found.pop(0, None)
        return found
