"""The values of all statements in the memory of a worker, as of the newest change.

Each request asks once for the changes behind the last one known, and applies them. So what a commit
changed is in the next answer of every worker. One copy is kept for each database, and for each
thread, since it is changed in place.

What cannot be trusted is not used: `current` gives None where the postings were never made or do
not agree with the statements, and the log says why. Selections are made by SQL then.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from pyroaring import BitMap

from statements.models import ContentChange, Statement, ValuePosting
from statements.postings import blobs, content, names
from statements.postings.content import Latest, Row
from statements.postings.places import Places
from statements.postings.single import Column
from statements.postings.values import EVIDENCE, PLACE

MOST_CHANGES = 2_000  # with more, reading everything anew is quicker
MOST_TRIES = 3
COLUMNS = ("speaker",)  # of which there are so many that counting set by set is slow
log = logging.getLogger(__name__)


class Standing:
    """What is known of a database: the sets of statements by facet and value, and their order."""

    def __init__(self, using: str) -> None:
        self.using = using
        self.seq, self.mark = 0, ""
        self.made_at: datetime | None = None
        self.refusal = ""
        self._names: dict[str, names.Names] | None = None
        self._empty()

    @property
    def latest(self) -> Latest:
        """The newest change that is known."""
        return Latest(f"{self.seq}.{self.mark}", content.moment(self.made_at))

    def set_of(self, facet: str, value: str) -> BitMap:
        """The statements with a value; not to be changed."""
        return self.sets[facet].get(value) or BitMap()

    @property
    def names(self) -> dict[str, names.Names]:
        """The names of values, read when they are first asked for."""
        if self._names is None:
            self._names = names.read(self.using)
        return self._names

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
        self.columns = {facet: Column() for facet in COLUMNS}
        self._names = None

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
        for facet, column in self.columns.items():
            for value, bits in self.sets[facet].items():
                column.fill(int(value), bits)

    def _disagreement(self) -> str:
        """Why the postings cannot be those of the statements; "" where they can."""
        if sum(map(len, self.sets["kind"].values())) != len(self.all):
            return "The postings contradict each other: run “manage.py reindex”."
        published = Statement.objects.using(self.using).published().count()
        if published != len(self.all):
            return (
                f"The postings hold {len(self.all)} statements, the database {published}: "
                "run “manage.py reindex”."
            )
        return ""

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

    def _follow(self, changes: Iterable[Row]) -> None:
        for change in changes:
            if change.names:
                self._names = None
            if change.statement_id and self.trusted:
                self._apply(change.statement_id, change.added.split(), change.removed.split())
            self._know(change)

    def _apply(self, pk: int, added: list[str], removed: list[str]) -> None:
        """Removals first: a statement has one place, before and after."""
        for value in removed:
            self._set(pk, value, member=False)
        for value in added:
            self._set(pk, value, member=True)

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
        if facet in self.columns:
            self.columns[facet].put(pk, int(value) if member else 0)
