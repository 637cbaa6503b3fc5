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

from django.db import connections
from django.utils import timezone

from statements.models.content import ContentChange
from statements.postings import freshness

TURN = 7_001_953_002  # the advisory lock of all that is written in one order


@dataclass(frozen=True)
class Change:
    """What changed of the values of a statement."""

    statement_id: int
    added: frozenset[str]
    removed: frozenset[str]


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


def mark_rebuilt(using: str = "default") -> None:
    """Tell workers that all postings were made anew: what they know is void."""
    ContentChange.objects.using(using).create(
        mark=_mark(), made_at=timezone.now(), names=True, rebuilt=True
    )
    freshness.outdate()


def _mark() -> str:
    return secrets.token_hex(6)
