"""The sequence of changes of what the public sees: what workers follow, and caches ask for.

Who changes content takes their turn first. On PostgreSQL that is a lock until the end of the
transaction, the ledger's: numbers of a sequence are handed out before the commit, and without it
a change with a lower number could become visible after one with a higher number. On SQLite every
transaction that writes waits for the one before from its beginning.
"""

import datetime
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connections
from django.utils import timezone

from statements.models.content import ContentChange
from statements.postings import freshness
from statements.prepared import planning

TURN = 7_001_953_002  # the advisory lock of all that is written in one order
_CHANGES = """
    SELECT seq, mark, made_at, statement_id, added, removed, names, rebuilt
    FROM statements_contentchange
"""
SINCE = _CHANGES + "WHERE seq >= %s ORDER BY seq LIMIT %s"
NEWEST = _CHANGES + "ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True)
class Change:
    """What changed of the values of a statement."""

    statement_id: int
    added: frozenset[str]
    removed: frozenset[str]


class Row(NamedTuple):
    """A change as it is kept; `made_at` as the database gives it."""

    seq: int
    mark: str
    made_at: datetime.datetime | None
    statement_id: int | None
    added: str
    removed: str
    names: bool
    rebuilt: bool


@dataclass(frozen=True)
class Latest:
    """The newest change; `sequence` differs whenever content may."""

    sequence: str
    made_at: datetime.datetime | None


def take_turn(using: str) -> None:
    """Wait until nobody else writes postings, changes or the ledger in this database."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


def note(changes: Iterable[Change] = (), *, names: bool = False, using: str = "default") -> None:
    """Append changes; one that names no statement where there are none.

    `names` says that a value, such as a speaker, may be called otherwise from now on.
    """
    take_turn(using)  # whoever wrote no postings has not waited yet
    now = timezone.now()
    rows = [
        ContentChange(
            mark=_mark(), made_at=now, statement_id=one.statement_id,
            added=" ".join(sorted(one.added)), removed=" ".join(sorted(one.removed)),
        )
        for one in changes
    ]  # fmt: skip
    if names or not rows:
        rows.append(ContentChange(mark=_mark(), made_at=now, names=names))
    ContentChange.objects.using(using).bulk_create(rows, batch_size=500)
    freshness.outdate()


def since(seq: int, most: int, using: str) -> list[Row]:
    """The changes from this number on, so many at most.

    In plain SQL, since every answer begins with it, and of a 304 it is nearly all there is.
    """
    with planning(connections[using]) as cursor:
        cursor.execute(SINCE, [seq, most])
        return [Row._make(row) for row in cursor.fetchall()]


def newest(using: str) -> Row | None:
    """The newest change."""
    with connections[using].cursor() as cursor:
        cursor.execute(NEWEST)
        row = cursor.fetchone()
    return Row._make(row) if row else None


def moment(made_at: datetime.datetime | None) -> datetime.datetime | None:
    """The moment of a change; SQLite knows no time zones, and holds it in UTC."""
    naive = made_at is not None and made_at.tzinfo is None
    return made_at.replace(tzinfo=datetime.UTC) if made_at and naive else made_at


def mark_rebuilt(using: str = "default") -> None:
    """Tell workers that all postings were made anew: what they know is void."""
    ContentChange.objects.using(using).create(
        mark=_mark(), made_at=timezone.now(), names=True, rebuilt=True
    )
    freshness.outdate()


def _mark() -> str:
    return secrets.token_hex(6)
