"""The counts of facets, from the sets of a selection."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from heapq import nlargest
from operator import neg
from typing import NamedTuple

from pyroaring import BitMap

from statements.filters import POSITION_PARAMETERS
from statements.postings.selecting import Selection
from statements.postings.standing import Standing, Totals
from statements.postings.values import FACETS

LOOK = 500  # numbers of sets that are gone through while the row of one statement is counted
SET = 100  # the same for beginning with a set
BITS = 3_400  # the same for a large set, which is kept as bits, so that not all is gone through
MANY = 100  # values, of which each is of few statements
DENSE = 12  # one statement in so many, from which on a set is surely kept as bits, not as numbers
SPARSE = 100  # one in so many, up to which numbers are quickly looked up among bits
Counts = dict[str, int]


class Leading(NamedTuple):
    """The counts of the values that occur most, and how many values occur at all."""

    counts: Counts
    number: int

    def with_others(self, others: Counts) -> "Leading":
        """The same with other values that were asked for, as far as they occur."""
        return self._replace(counts={**self.counts, **{key: n for key, n in others.items() if n}})


def counts(selection: Selection, name: str) -> Counts:
    """How many of the selected statements have each value that a parameter may ask for.

    By the key of the value: the number of a record, or what stands for itself. Without zeros. Not
    to be changed.
    """
    within, standing = selection.without(name), selection.standing
    if name in POSITION_PARAMETERS:
        # Only one position at a time is asked for, so the sets are those that fit the others.
        sets = selection.by_position(name)
    elif (kept := _kept(selection, name)) is not None:
        return kept
    elif _are_few(within, standing):
        return selection.rows_of(within).counts(name)
    else:
        sets = standing.sets[name]
    size = within.intersection_cardinality
    return {value: n for value, bits in sets.items() if (n := size(bits))}


def leading(selection: Selection, name: str, most: int, asked: Collection[str]) -> Leading:
    """So `most` values with the highest counts, all that equal the last one, and those `asked`.

    Only of values that readers may see.
    """
    within, standing = selection.without(name), selection.standing
    if name not in POSITION_PARAMETERS:
        totals = standing.totals(name)
        if within is standing.all:
            known = standing.once(f"{most} of {name}", lambda: led(totals.counts, most, ()))
            return known.with_others({key: totals.counts.get(key, 0) for key in asked})
        if (kept := _kept(selection, name)) is not None and kept.keys() <= totals.counts.keys():
            return led(kept, most, asked)
        if kept is None and not _are_few(within, standing):
            return _of_sets(totals, Within(within, selection), most, asked)
    return visible(selection, name, counts(selection, name), most, asked)


def visible(
    selection: Selection, name: str, found: Counts, most: int, asked: Collection[str]
) -> Leading:
    """The same of counts that are known, of whichever values."""
    shown = selection.standing.shown(name)
    seen = found if shown is None else {key: n for key, n in found.items() if key in shown}
    return led(seen, most, asked)


def led(found: Counts, most: int, asked: Collection[str]) -> Leading:
    """The same where readers may see all of the values."""
    if len(found) <= most:
        return Leading(found, len(found))
    least = nlargest(most, found.values())[-1]
    chosen = {key: n for key, n in found.items() if n >= least or key in asked}
    return Leading(chosen, len(found))


def _kept(selection: Selection, name: str) -> Counts | None:
    """The counts within one value, where they are kept."""
    value = selection.only_value(name)
    return selection.standing.crossing.of(value, name) if value else None


def _are_few(within: BitMap, standing: Standing) -> bool:
    """Whether it is quicker to read the rows of these than to intersect them with every set."""
    effort = standing.once("effort of sets", lambda: _effort(standing))
    return len(within) * LOOK < effort


def _effort(standing: Standing) -> int:
    """How many numbers are gone through, at most, to count all facets by their sets."""
    sizes = (standing.totals(facet).sizes for facet in FACETS)
    return sum(min(size, BITS) + SET for of_one in sizes for size in of_one)


class Within:
    """The statements of which it is counted how many lie in sets.

    To look a number up among numbers takes longer than among bits, and many numbers among bits
    longer than to compare bits. So of a small part of all, it is counted what lies in the rest.
    """

    def __init__(self, bits: BitMap, selection: Selection) -> None:
        self.bits, self.selection = bits, selection
        number, most = len(bits), len(selection.standing.all)
        self.is_large, self.is_small = number * DENSE >= most, number * SPARSE < most

    def sizes(self, sets: Sequence[BitMap], sizes: Sequence[int]) -> list[int]:
        """How many statements of each set are among these; `sizes` are those of the sets."""
        if self.is_large or (self.is_small and len(sets) <= MANY):
            return list(map(self.bits.intersection_cardinality, sets))
        rest = map(self.selection.outside(self.bits).intersection_cardinality, sets)
        return [size - n for size, n in zip(sizes, rest, strict=True)]

    def met(self, sets: Sequence[BitMap]) -> int:
        """How many of the sets have any statement among these."""
        if self.is_large:
            return sum(map(self.bits.intersect, sets))
        return len(sets) - sum(map(self.selection.outside(self.bits).issuperset, sets))


def _of_sets(totals: Totals, within: Within, most: int, asked: Collection[str]) -> Leading:
    """The same from the sets of all values.

    Those that are too small to have as many within as the first ones are not counted, but only
    looked at for whether they have any.
    """
    _counts, sets, sizes = totals
    found = within.sizes(sets[:most], sizes[:most])
    least = max(min(found, default=0), 1)
    end = max(bisect_right(sizes, -least, key=neg), most)
    found += within.sizes(sets[most:end], sizes[most:end])
    known = {key: n for key, n in zip(totals.counts, found, strict=False) if n}
    leading = led(known, most, asked)
    others = _asked(totals, within, {*asked} - known.keys())
    number = leading.number + within.met(sets[end:])
    return leading._replace(number=number).with_others(others)


def _asked(totals: Totals, within: Within, keys: Collection[str]) -> Counts:
    places = {key: place for place, key in enumerate(totals.counts)} if keys else {}
    sets = {key: totals.sets[places[key]] for key in keys if key in places}
    return {key: within.bits.intersection_cardinality(bits) for key, bits in sets.items()}
