"""Indexes and foreign keys that wait until the rows are there: made once, they cost a tenth.

The commands that make them again are kept in a table of the database itself, word for word as the
database gives them, and in the transaction that drops them. While that table is there, the corpus
is not finished.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db import connection

KEPT = "corpus_unfinished"
Command = tuple[str, str]  # to drop, to make again

SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name"
POSTGRES_INDEXES = """
    SELECT i.indexname, i.indexdef FROM pg_indexes i
    WHERE i.schemaname = current_schema() AND i.tablename = ANY(%s) AND NOT EXISTS (
        SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname
        AND c.connamespace = current_schema()::regnamespace
    ) ORDER BY 1
"""
POSTGRES_CONSTRAINTS = """
    SELECT r.relname, c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c
    JOIN pg_class r ON r.oid = c.conrelid
    WHERE c.connamespace = current_schema()::regnamespace AND r.relname = ANY(%s)
    AND c.contype IN ('u', 'f') ORDER BY c.contype DESC, 2
"""  # unique ones first: they are quicker to make before the foreign keys are checked
#: Tables that the server would clean up and count while rows come, again and again.
POSTGRES_VACUUMED = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY(%s)
    AND coalesce(array_to_string(c.reloptions, ' '), '') NOT LIKE '%%autovacuum%%' ORDER BY 1
"""


def is_unfinished() -> bool:
    """Whether rows are still to come."""
    return KEPT in connection.introspection.table_names()


def begin(tables: Collection[str]) -> None:
    """Note that rows are to come, and drop what would slow them down on these tables."""
    commands = list(_commands(sorted(tables)))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {KEPT} (place integer NOT NULL, command text NOT NULL)")
        for place, (drop, again) in enumerate(commands):
            cursor.execute(
                f"INSERT INTO {KEPT} (place, command) VALUES (%s, %s)",  # noqa: S608
                [place, again],
            )
            cursor.execute(drop)


def finish() -> None:
    """Make again what was dropped."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT command FROM {KEPT} ORDER BY place")  # noqa: S608
        for (command,) in cursor.fetchall():
            cursor.execute(command)
        cursor.execute(f"DROP TABLE {KEPT}")


def _commands(tables: list[str]) -> Iterator[Command]:
    if not tables:
        return
    if connection.vendor == "sqlite":
        marks = ", ".join(["%s"] * len(tables))
        indexes = _rows(f"{SQLITE} IN ({marks}) ORDER BY tbl_name, name", tables)
    else:
        indexes = _rows(POSTGRES_INDEXES, [tables])
    for name, again in indexes:
        yield f"DROP INDEX {connection.ops.quote_name(name)}", again
    if connection.vendor == "postgresql":
        yield from _postgres_commands(tables)


def _postgres_commands(tables: list[str]) -> Iterator[Command]:
    quoted = connection.ops.quote_name
    for table, name, definition in _rows(POSTGRES_CONSTRAINTS, [tables]):
        alter, constraint = f"ALTER TABLE {quoted(table)}", quoted(name)
        yield (
            f"{alter} DROP CONSTRAINT {constraint}",
            f"{alter} ADD CONSTRAINT {constraint} {definition}",
        )
    for (table,) in _rows(POSTGRES_VACUUMED, [tables]):
        alter = f"ALTER TABLE {quoted(table)}"
        yield f"{alter} SET (autovacuum_enabled = off)", f"{alter} RESET (autovacuum_enabled)"


def _rows(command: str, parameters: Sequence[Any]) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(command, parameters)
        return cursor.fetchall()
