"""From a filter to the set of the statements that it selects.

The same as `StatementFilter.selection` says in SQL, held to it by a test over random filters.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from pyroaring import BitMap

from statements.filters import POSITION_PARAMETERS, StatementFilter
from statements.parameters import several
from statements.postings import blobs, lookup, worker
from statements.postings.columns import Rows
from statements.postings.lookup import Candidates
from statements.postings.standing import Standing
from statements.postings.values import NONE, POSITION

MOST_VERIFIED = 1_000  # texts in which phrases are looked for, for one page
#: Parameters whose values stand for themselves, and those whose values are records.
PLAIN = frozenset({"kind", "language", "verification"})
RECORDS = frozenset({"speaker", "organisation", "topic", "country", "function", "outlet", "event"})
#: Where in the value of a position that stands which a parameter asks for.
PARTS = {"ranking": 0, "edition": 1, "stance": 2}


class Selection:
    """The statements that fit a filter; and those that would without one parameter, for its facet.

    For a page, phrases are looked for in so many texts at most. Where there are more, only the
    newest statements are searched, from the day `horizon` on. Unless it is the `whole`.
    """

    def __init__(self, asked: StatementFilter, standing: Standing, *, whole: bool = False) -> None:
        self.standing = standing
        self.chosen = asked.chosen()
        self.query = asked.query
        self.whole = whole
        self.horizon: date | None = None
        self.widened = not whole  # whether what is widened by a parameter was searched, too
        self.parts = {name: part for name in self.chosen if (part := self._part(name)) is not None}
        if self.chosen.keys() & POSITION_PARAMETERS:
            self.parts[POSITION] = self.on_positions()

    @cached_property
    def found(self) -> BitMap:
        """The statements selected; not to be changed."""
        return self._filtered() if self.searched is None else self._filtered() & self.searched

    def outside(self, within: BitMap) -> BitMap:
        """All that is not among these; not to be changed."""
        return self._rest if within is self.found else self.standing.all - within

    @cached_property
    def _rest(self) -> BitMap:
        return self.standing.all - self.found

    def rows_of(self, within: BitMap) -> Rows:
        """What these statements have of the facets that are counted by statement."""
        return self._rows if within is self.found else self.standing.columns.rows(within)

    @cached_property
    def _rows(self) -> Rows:
        return self.standing.columns.rows(self.found)

    def without(self, name: str) -> BitMap:
        """Those that would be selected without a parameter; not to be changed.

        Where there are too many texts to look for a phrase in, only those selected.
        """
        if name not in self.chosen or not self.widened:
            return self.found
        wider = self._filtered(without=name)
        return wider if self.searched is None else wider & self.searched

    def only_value(self, without: str) -> tuple[str, str] | None:
        """The parameter and value that alone are asked for besides a parameter, if that is so."""
        names = self.parts.keys() - {without}
        if self.query is not None or len(names) != 1 or not names <= PLAIN | RECORDS:
            return None
        (name,) = names
        keys = {key_of(one) for one in several(self.chosen[name])}
        return (name, keys.pop()) if len(keys) == 1 else None

    def on_positions(self, without: str = "") -> BitMap:
        """The statements on which a position rests that fits ranking, edition and stance."""
        asked = self.positions_asked(without)
        sets = self.standing.sets[POSITION].items()
        return blobs.united([bits for value, bits in sets if fits(value, asked)])

    def by_position(self, name: str) -> dict[str, BitMap]:
        """The same without `name`, but for each value of it apart."""
        asked = self.positions_asked(name)
        if not asked:
            return self.standing.apart(PARTS[name])
        parts: dict[str, list[BitMap]] = defaultdict(list)
        for value, bits in self.standing.sets[POSITION].items():
            if fits(value, asked):
                parts[self.part_of(value, name)].append(bits)
        return {value: blobs.united(sets) for value, sets in parts.items()}

    @staticmethod
    def part_of(position: str, name: str) -> str:
        """What a position's value says of its ranking, edition or stance."""
        return _parts(position)[PARTS[name]]

    def positions_asked(self, without: str) -> list[tuple[int, set[str]]]:
        """The places in a position's value that are asked for, each with what fits."""
        names = (self.chosen.keys() & POSITION_PARAMETERS) - {without}
        return [
            (PARTS[name], {key_of(one) for one in several(self.chosen[name])}) for name in names
        ]

    # Parameters

    def _part(self, name: str) -> BitMap | None:
        value = self.chosen[name]
        if name in PLAIN | RECORDS:
            keys = {key_of(one) for one in several(value)}
            return blobs.united([self.standing.set_of(name, key) for key in keys])
        if name == "since":
            return self.standing.places.since(str(value.earliest))
        if name == "until":
            return self.standing.places.until(str(value.latest))
        return None

    def _filtered(self, without: str = "") -> BitMap:
        """What all parameters but the search select."""
        left_out = {without}
        parts = []
        if without in POSITION_PARAMETERS:
            left_out.add(POSITION)
            if self.positions_asked(without):
                parts.append(self.on_positions(without))
        parts += [bits for name, bits in self.parts.items() if name not in left_out]
        return BitMap.intersection(*sorted(parts, key=len)) if parts else self.standing.all

    # The search

    @cached_property
    def searched(self) -> BitMap | None:
        """What the search finds among all that a page needs; None where nothing is searched for."""
        if self.query is None:
            return None
        inner = self._filtered()
        names = [name for name in self.chosen if name in PLAIN | RECORDS | POSITION_PARAMETERS]
        wider = [self._filtered(without=name) for name in names] if self.widened else []
        using = self.standing.using
        found = lookup.candidates(self.query, blobs.united([inner, *wider]), using)
        if not self.whole and len(found.doubtful) > MOST_VERIFIED:
            self.widened = False
            found = self._bounded(found.within(inner))
        return lookup.settled(found, using)

    def _bounded(self, found: Candidates) -> Candidates:
        if len(found.doubtful) <= MOST_VERIFIED:
            return found
        day = self.standing.places.day_of_newest(found.doubtful, MOST_VERIFIED)
        self.horizon = date.fromisoformat(day)
        return found.within(self.standing.places.since(day))


def key_of(value: Any) -> str:
    """How a value that a filter was given stands in the postings."""
    if value is None:
        return NONE
    return str(getattr(value, "pk", value))


def fits(position: str, asked: Iterable[tuple[int, set[str]]]) -> bool:
    """Whether a position's value is one of those asked for."""
    parts = _parts(position)
    return all(parts[place] in values for place, values in asked)


@lru_cache(maxsize=65_536)
def _parts(position: str) -> list[str]:
    return position.split(":")


def selection_of(asked: StatementFilter, *, whole: bool = False) -> Selection | None:
    """What a valid filter selects; None where SQL has to tell."""
    standing = worker.current()
    return Selection(asked, standing, whole=whole) if standing else None
