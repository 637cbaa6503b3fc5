"""Which of several database servers are well enough to be read from.

Each process looks at each server once a second at most, when somebody asks something. A copy may
be behind by `DATABASE_REPLICA_LAG` seconds. What it lacks is told by places in the write-ahead
log, not by clocks: a server to which nothing is written for hours is not behind.
"""

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS, Error, connections

log = logging.getLogger(__name__)
INTERVAL = 1.0  # seconds from one look to the next
# Looking takes a tenth of the time at most, also where a server is gone without refusing.
SHARE = 10
LOOK = """
SELECT pg_wal_lsn_diff(
         CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
         '0/0')::bigint,
       NOT pg_is_in_recovery()
         OR coalesce(pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn(), true),
       EXTRACT(EPOCH FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float
"""


@dataclass(frozen=True)
class Sight:
    """What a server tells of itself."""

    place: int  # in the write-ahead log, up to which its data go
    is_done: bool  # nothing that reached it is waiting
    age: float | None  # seconds since its newest transaction; None where there was none


def look(alias: str) -> Sight | None:
    """Ask a server how it is; None where it does not answer."""
    connection = connections[alias]
    try:
        with connection.cursor() as cursor:
            cursor.execute(LOOK)
            return Sight(*cursor.fetchone())
    except Error:
        connection.close()  # so that the next look makes a new connection
        return None


class Watched:
    """A server, looked at from time to time."""

    def __init__(
        self, alias: str, look: Callable[[str], Sight | None], clock: Callable[[], float]
    ) -> None:
        self.alias, self.look, self.clock = alias, look, clock
        self.due = self.moment = clock()
        self.seen: Sight | None = None

    def sight(self) -> Sight | None:
        """How the server was at the last look, which may be now."""
        begun = self.clock()
        if begun >= self.due:
            self.seen = self.look(self.alias)
            self.moment = self.clock()
            self.due = self.moment + max(INTERVAL, SHARE * (self.moment - begun))
        return self.seen

    def lose(self) -> None:
        """It failed just now."""
        self.seen, self.due = None, self.clock() + INTERVAL


class Servers:
    """The servers of the register, the one that is written to and its copies."""

    def __init__(
        self,
        replicas: Sequence[str],
        limit: float,
        look: Callable[[str], Sight | None] = look,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limit, self.clock = limit, clock
        self.primary = Watched(DEFAULT_DB_ALIAS, look, clock)
        self.replicas = [Watched(alias, look, clock) for alias in replicas]
        self.trail: deque[tuple[float, int]] = deque()
        self.well = [*replicas, DEFAULT_DB_ALIAS]

    def readable(self) -> list[str]:
        """From which ones the public may read, the best first.

        Each process has a favourite, so that what it keeps in memory of one server serves long.
        """
        if not self.replicas:
            return [DEFAULT_DB_ALIAS]
        primary = self.follow()
        fit = [one.alias for one in self.replicas if self.is_fit(one.sight(), primary)]
        self.tell([*fit, *self.writable()])
        first = os.getpid() % len(fit) if fit else 0
        return [*fit[first:], *fit[:first], *self.writable()]

    def writable(self) -> list[str]:
        """The one that is written to, unless it is known to be away."""
        away = self.replicas and self.primary.sight() is None
        return [] if away else [DEFAULT_DB_ALIAS]

    def tell(self, well: list[str]) -> None:
        """Log it where others are well than before."""
        if well != self.well:
            log.warning("Databases that answer and are not late: %s", ", ".join(well) or "none")
        self.well = well

    def lose(self, alias: str) -> None:
        """Leave this server out until it answers again."""
        for one in (self.primary, *self.replicas):
            if one.alias == alias:
                one.lose()

    def follow(self) -> Sight | None:
        """How the primary is, remembering for a while how far it was when."""
        sight, moment = self.primary.sight(), self.primary.moment
        if sight and (not self.trail or self.trail[-1][0] < moment):
            if self.trail and sight.place < self.trail[-1][1]:
                self.trail.clear()  # another server took its place
            self.trail.append((moment, sight.place))
        while self.trail and self.trail[0][0] < self.clock() - 1.5 * self.limit:
            self.trail.popleft()
        return sight

    def is_fit(self, sight: Sight | None, primary: Sight | None) -> bool:
        """Whether a copy answers and is behind by less than the limit."""
        if sight is None:
            return False
        if primary is None:  # then what reached the copy is all there is
            return sight.is_done or is_young(sight, self.limit)
        past = [place for moment, place in self.trail if moment <= self.clock() - self.limit]
        if past:
            return sight.place >= past[-1]
        return sight.place >= primary.place or is_young(sight, self.limit)


def is_young(sight: Sight, limit: float) -> bool:
    return sight.age is not None and sight.age <= limit
