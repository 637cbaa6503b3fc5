"""How many statements have two values at once, kept for the values that very many have.

Who asks for a busy speaker, a topic or an outlet asks for one value, and every facet is counted
within its set: 3 ms at a million statements, for which sets have to be fetched from memory, however
they are compared. So these counts are made when the value is first asked for, and follow each
change from then on as the sets do.
"""

from collections.abc import Iterable, Mapping

from pyroaring import BitMap

from statements.postings.values import POSITION

#: Facets of which one value is asked for by itself, most of all from the pages of records.
ASKED = ("speaker", "organisation", "topic", "country", "outlet", "event")
BUSY = 20  # at least one statement in so many has a value of which the counts are kept
Value = tuple[str, str]  # facet and key
Counts = dict[str, int]  # by key, without zeros
Sets = Mapping[str, Mapping[str, BitMap]]


class Crossing:
    """The counts of all facets but positions within the sets of values that most statements have.

    Of the sets by facet and key, and the set of all statements, both as they are at the time.
    """

    def __init__(self, sets: Sets, among: BitMap) -> None:
        self._sets, self._among = sets, among
        self._kept: dict[Value, dict[str, Counts]] = {}

    def of(self, value: Value, facet: str) -> Counts | None:
        """The counts of a facet within the set of a value, not to be changed; None if not kept."""
        if value not in self._kept:
            name, key = value
            bits = self._sets[name].get(key) if name in ASKED and name in self._sets else None
            if not bits or len(bits) * BUSY < len(self._among):
                return None
            self._kept[value] = _counted(self._sets, bits)
        return self._kept[value].get(facet, {})

    def change(self, before: Iterable[Value], after: Iterable[Value]) -> None:
        """Take account of a statement that had these values and has those."""
        self._count(list(before), -1)
        self._count(list(after), 1)

    def _count(self, values: list[Value], step: int) -> None:
        for kept in (self._kept[value] for value in values if value in self._kept):
            for facet, key in values:
                counts = kept.setdefault(facet, {})
                counts[key] = counts.get(key, 0) + step
                if not counts[key]:
                    del counts[key]


def _counted(sets: Sets, within: BitMap) -> dict[str, Counts]:
    size = within.intersection_cardinality
    return {
        facet: {key: n for key, bits in by_key.items() if (n := size(bits))}
        for facet, by_key in sets.items()
        if facet != POSITION
    }
