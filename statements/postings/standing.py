"""The values of all statements in the memory of a worker, as of the newest change.

Each request asks once for the changes behind the last one known, and applies them. So what a commit
changed is in the next answer of every worker. One copy is kept for each database, and for each
thread, since it is changed in place.

What cannot be trusted is not used: `current` gives None where the postings were never made or do
not agree with the statements, and the log says why. Selections are made by SQL then.
"""

import logging
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.db import connections
from pyroaring import BitMap

from statements.models import ContentChange, ValuePosting
from statements.postings import blobs, content
from statements.postings.columns import Columns
from statements.postings.content import Latest, Row
from statements.postings.crossing import Crossing, Value
from statements.postings.names import RECORDS, Named
from statements.postings.places import Places
from statements.postings.values import EVIDENCE, FACETS, NONE, PLACE, POSITION

MOST_CHANGES = 2_000  # with more, reading everything anew is quicker
MOST_TRIES = 3
# What is published has a date, and the index by date holds nothing else. Said word for word, both
# engines count by it; SQLite would read the whole table instead, ten seconds where it is large.
PUBLISHED = (
    "SELECT COUNT(*) FROM statements_statement "
    "WHERE status = 'published' AND said_on_latest >= '0001-01-01'"
)
log = logging.getLogger(__name__)
Made = TypeVar("Made")


class Totals(NamedTuple):
    """The values of a facet that any statement has, the largest first.

    What each counts; and, beside, the sets.
    """

    counts: dict[str, int]
    sets: list[BitMap]
    sizes: list[int]


class Standing:
    """What is known of a database: the sets of statements by facet and value, and their order."""

    def __init__(self, using: str) -> None:
        self.using = using
        self.seq, self.mark = 0, ""
        self.made_at: datetime | None = None
        self.refusal = ""
        self._empty()

    @property
    def latest(self) -> Latest:
        """The newest change that is known."""
        return Latest(f"{self.seq}.{self.mark}", content.moment(self.made_at))

    def set_of(self, facet: str, value: str) -> BitMap:
        """The statements with a value; not to be changed."""
        return self.sets[facet].get(value) or BitMap()

    def shown(self, facet: str) -> Container[str] | None:
        """The keys of the values that readers may see; None where that is all of them."""
        if facet not in RECORDS:
            return None
        return self.once(f"shown of {facet}", lambda: {NONE, *self.names[facet]})

    def totals(self, facet: str) -> Totals:
        """The values of a facet that readers may see."""
        if facet not in self._totals:
            shown, sets = self.shown(facet), self.sets[facet].items()
            found = [(key, bits) for key, bits in sets if bits and (shown is None or key in shown)]
            sizes = {key: len(bits) for key, bits in found}
            found.sort(key=lambda one: -sizes[one[0]])
            counts = {key: sizes[key] for key, _ in found}
            self._totals[facet] = Totals(counts, [bits for _, bits in found], [*counts.values()])
        return self._totals[facet]

    def apart(self, place: int) -> dict[str, BitMap]:
        """The statements by one part of what the positions on them say; not to be changed."""
        if place not in self._apart:
            parts: dict[str, list[BitMap]] = defaultdict(list)
            for value, bits in self.sets[POSITION].items():
                parts[value.split(":")[place]].append(bits)
            self._apart[place] = {part: blobs.united(sets) for part, sets in parts.items()}
        return self._apart[place]

    def once(self, key: str, make: Callable[[], Made]) -> Made:
        """What is made of all the sets, or counted by the database: once after each change."""
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made

    def refresh(self) -> None:
        """Apply what changed since the last time, or read everything anew."""
        rows = content.since(self.seq, MOST_CHANGES + 1, self.using)
        known = bool(rows) and (rows[0].seq, rows[0].mark) == (self.seq, self.mark)
        if known and len(rows) <= MOST_CHANGES and not any(row.rebuilt for row in rows[1:]):
            self._follow(rows[1:])
        else:
            self._load()

    # Reading everything

    def _load(self) -> None:
        for _ in range(MOST_TRIES):
            began = content.newest(self.using)
            self._empty()
            if began is None or not self._ever_built():
                self._refuse(began, "The postings were never made: run “manage.py reindex”.")
                return
            self._fill(blobs.read_all(ValuePosting, self.using))
            if wrong := self._disagreement():
                last = content.newest(self.using)
                if last and last.seq != began.seq:
                    continue  # something was published while they were read
                self._refuse(began, wrong)
                return
            self._know(began)
            self.trusted, self.refusal = True, ""
            return

    def _ever_built(self) -> bool:
        return ContentChange.objects.using(self.using).filter(rebuilt=True).exists()

    def _empty(self) -> None:
        self.trusted = False
        self.sets: defaultdict[str, dict[str, BitMap]] = defaultdict(dict)
        self.all = BitMap()
        self.places = Places()
        self._line_up()
        self.crossing = Crossing(self.sets, self.all)
        self.names = Named(self.using)
        self._outdate()

    def _outdate(self) -> None:
        """Forget what was made of the sets and names, or counted, when it was first asked for."""
        self._totals: dict[str, Totals] = {}
        self._apart: dict[int, dict[str, BitMap]] = {}
        self._made: dict[str, Any] = {}

    def _fill(self, sets: dict[str, BitMap]) -> None:
        dated = []
        for term, bits in sets.items():
            facet, _sign, value = term.partition("=")
            if facet == PLACE:
                dated.append((value, bits))
            elif facet != EVIDENCE:
                self.sets[facet][value] = bits
        self.places = Places(dated)
        self.all = blobs.united([bits for _value, bits in dated])
        self._line_up()
        self.crossing = Crossing(self.sets, self.all)

    def _line_up(self) -> None:
        self.columns = Columns({facet: self.sets[facet] for facet in FACETS})

    def _disagreement(self) -> str:
        """Why the postings cannot be those of the statements; "" where they can."""
        if sum(map(len, self.sets["kind"].values())) != len(self.all):
            return "The postings contradict each other: run “manage.py reindex”."
        published = self._published()
        if published != len(self.all):
            return (
                f"The postings hold {len(self.all)} statements, the database {published}: "
                "run “manage.py reindex”."
            )
        return ""

    def _published(self) -> int:
        with connections[self.using].cursor() as cursor:
            cursor.execute(PUBLISHED)
            return int(cursor.fetchone()[0])

    def _refuse(self, change: Row | None, reason: str) -> None:
        if reason != self.refusal:
            log.error(reason)
        self._empty()
        self.refusal = reason
        if change is not None:
            self._know(change)

    def _know(self, change: Row) -> None:
        self.seq, self.mark, self.made_at = change.seq, change.mark, change.made_at

    # Following changes

    def _follow(self, changes: Sequence[Row]) -> None:
        if changes:
            self._outdate()
        for change in changes:
            if change.names:
                self.names = Named(self.using)
            if change.statement_id and self.trusted:
                self._apply(change.statement_id, change.added.split(), change.removed.split())
            self._know(change)

    def _apply(self, pk: int, added: list[str], removed: list[str]) -> None:
        """Removals first: a statement has one place, before and after."""
        before = list(self._values_of(pk))
        for value in removed:
            self._set(pk, value, member=False)
        for value in added:
            self._set(pk, value, member=True)
        self.crossing.change(before, self._values_of(pk))

    def _values_of(self, pk: int) -> Iterator[Value]:
        """What facets count of a statement, positions aside."""
        row = self.columns.rows(BitMap([pk]))
        return ((facet, key) for facet in FACETS for _pk, key in row.pairs(facet))

    def _set(self, pk: int, term: str, *, member: bool) -> None:
        facet, _sign, value = term.partition("=")
        if facet == EVIDENCE:
            return
        if facet == PLACE:
            (self.places.add if member else self.places.remove)(value, pk)
            (self.all.add if member else self.all.discard)(pk)
            return
        bits = self.sets[facet].setdefault(value, BitMap())
        (bits.add if member else bits.discard)(pk)
        if facet in FACETS:
            (self.columns.add if member else self.columns.discard)(pk, facet, value)
