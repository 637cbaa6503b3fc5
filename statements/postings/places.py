"""Statements in the order of their dates, and within ranges of dates, at any depth.

Every date that occurs is a place, its latest day and its earliest, with the set of statements that
have it; places stand under the month of their latest day. Newest first is the order of places, and
of ids within a place, downwards: what `StatementQuerySet.NEWEST` says in SQL.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from pyroaring import BitMap

YEAR, MONTH = len("2022"), len("2022-08")
Key = TypeVar("Key", str, tuple[str, str])


@dataclass
class Month:
    """The statements of a month, and of each place in it. `order` is ascending."""

    key: str
    bits: BitMap = field(default_factory=BitMap)
    places: dict[tuple[str, str], BitMap] = field(default_factory=dict)
    order: list[tuple[str, str]] = field(default_factory=list)

    def held(self) -> Iterator[tuple[str, str]]:
        """The places that have statements."""
        return (place for place, bits in self.places.items() if bits)


class Places:
    """The places of all statements. Dates are ISO texts, which sort as dates do."""

    def __init__(self, sets: Iterable[tuple[str, BitMap]] = ()) -> None:
        self.months: dict[str, Month] = {}
        self.order: list[str] = []  # of the months, ascending
        for place, bits in sets:
            self._month(place).bits |= bits
            self._set(place).update(bits)

    def add(self, place: str, pk: int) -> None:
        """Put a statement into its place, such as "2022-08-31:2022-08-01"."""
        self._month(place).bits.add(pk)
        self._set(place).add(pk)

    def remove(self, place: str, pk: int) -> None:
        """Take a statement out of its place."""
        self._month(place).bits.discard(pk)
        self._set(place).discard(pk)

    def walk(
        self, within: BitMap, *, newest_first: bool, behind: tuple[str, str, int] | None = None
    ) -> Iterator[int]:
        """The ids of statements in order, from `behind` a latest day, earliest day and id on."""
        for key in _from(self.order, behind[0][:MONTH] if behind else None, newest_first):
            month = self.months[key]
            inside = within & month.bits  # few, so that to look into each place costs little
            if not inside:
                continue
            at = behind[:2] if behind and behind[0].startswith(key) else None
            for place in _from(month.order, at, newest_first):
                found = inside & month.places[place]
                ids = reversed(found) if newest_first else iter(found)
                yield from _beyond(ids, behind[2], newest_first) if behind and place == at else ids

    def day_of_newest(self, within: BitMap, number: int) -> str:
        """The latest day that the n-th newest of these can mean. Raises IndexError for fewer."""
        months = ((month, self.months[month].bits) for month in reversed(self.order))
        key, left = _reached(months, within, number)
        month = self.months[key]
        places = ((place, month.places[place]) for place in reversed(month.order))
        (latest, _earliest), _left = _reached(places, within, left)
        return latest

    def since(self, day: str) -> BitMap:
        """What was said on that day or later, as far as its date can mean that."""
        later = [month.bits for key, month in self.months.items() if key > day[:MONTH]]
        same = self.months.get(day[:MONTH], Month(""))
        return _united(later, [bits for (last, _), bits in same.places.items() if last >= day])

    def until(self, day: str) -> BitMap:
        """What was said on that day or before, as far as its date can mean that."""
        earlier = [month.bits for key, month in self.months.items() if key < day[:MONTH]]
        others = (month.places for key, month in self.months.items() if key >= day[:MONTH])
        begun = [bits for places in others for (_, first), bits in places.items() if first <= day]
        return _united(earlier, begun)

    def first_and_last(self) -> tuple[str, str] | None:
        """The first and the last day that any statement can mean."""
        months = [month for key in self.order if (month := self.months[key]).bits]
        if not months:
            return None
        # No date means more than a year: one that ends in a later year does not begin before it.
        year = months[0].key[:YEAR]
        begin = (month for month in months if month.key.startswith(year))
        first = min(first for month in begin for _, first in month.held())
        return first, max(last for last, _ in months[-1].held())

    def place_of(self, pk: int) -> tuple[str, str]:
        """The last and the first day that the date of a statement can mean.

        Raises KeyError for one unknown.
        """
        for month in self.months.values():
            if pk in month.bits:
                return next(place for place, bits in month.places.items() if pk in bits)
        raise KeyError(pk)

    def _month(self, place: str) -> Month:
        key = place[:MONTH]
        if key not in self.months:
            self.months[key] = Month(key)
            insort(self.order, key)
        return self.months[key]

    def _set(self, place: str) -> BitMap:
        month, (latest, _sign, earliest) = self._month(place), place.partition(":")
        if (latest, earliest) not in month.places:
            month.places[latest, earliest] = BitMap()
            insort(month.order, (latest, earliest))
        return month.places[latest, earliest]


def _reached(sets: Iterable[tuple[Key, BitMap]], within: BitMap, number: int) -> tuple[Key, int]:
    """In which of the sets the n-th is of what is `within`, and which it is there."""
    for key, bits in sets:
        size = within.intersection_cardinality(bits)
        if size >= number:
            return key, number
        number -= size
    raise IndexError(number)


def _united(*lists: list[BitMap]) -> BitMap:
    parts = [bits for bitmaps in lists for bits in bitmaps]
    return BitMap.union(*parts) if parts else BitMap()


def _from(keys: list[Key], first: Key | None, newest_first: bool) -> Iterator[Key]:
    """The keys from this one on, upwards or downwards."""
    if newest_first:
        end = len(keys) if first is None else bisect_right(keys, first)
        return (keys[n] for n in range(end - 1, -1, -1))
    start = 0 if first is None else bisect_left(keys, first)
    return (keys[n] for n in range(start, len(keys)))


def _beyond(ids: Iterable[int], pk: int, newest_first: bool) -> Iterator[int]:
    return (one for one in ids if (one < pk if newest_first else one > pk))
