"""Reading for a long time what holds at one moment, without keeping anybody from writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Within it, every query sees the register as it was at the first one.

    Within a transaction that is open already, what that one sees.
    """
    if connection.in_atomic_block:
        yield
        return
    begin = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    with begin():
        yield


@contextmanager
def _on_postgresql() -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def _on_sqlite() -> Iterator[None]:
    """A transaction that begins without the lock of a writer, as others do not."""
    connection.ensure_connection()
    database: Any = connection
    mode, database.transaction_mode = database.transaction_mode, "DEFERRED"
    try:
        with transaction.atomic():
            yield
    finally:
        database.transaction_mode = mode
