"""Indexes and foreign keys that wait until the rows are there: made once, they cost a tenth.

The commands that make them again are kept in a table of the database itself, word for word as the
database gives them, and in the transaction that drops them. Each is taken out of it when it is
done. While that table is there, the corpus is not finished.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from django.db import connection

from statements.corpus.engines import Together, engine

KEPT = "corpus_unfinished"


class Again(NamedTuple):
    """A command that makes something again. Those of a step run at once for different tables."""

    step: int
    table: str
    command: str


Dropped = tuple[str, list[Again]]  # to drop, and to make again
INDEXES, FOREIGN_KEYS, CHECKS = range(3)
#: A foreign key locks both its tables, so that two at once might wait for one another.
ALL = "all tables"

SQLITE = """
    SELECT tbl_name, name, sql FROM sqlite_master
    WHERE type = 'index' AND sql IS NOT NULL AND tbl_name"""
POSTGRES_INDEXES = """
    SELECT i.tablename, i.indexname, i.indexdef FROM pg_indexes i
    WHERE i.schemaname = current_schema() AND i.tablename = ANY(%s) AND NOT EXISTS (
        SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname
        AND c.connamespace = current_schema()::regnamespace
    ) ORDER BY 2
"""
POSTGRES_CONSTRAINTS = """
    SELECT r.relname, c.conname, c.contype, pg_get_constraintdef(c.oid) FROM pg_constraint c
    JOIN pg_class r ON r.oid = c.conrelid
    WHERE c.connamespace = current_schema()::regnamespace AND r.relname = ANY(%s)
    AND c.contype IN ('u', 'f') ORDER BY 2
"""
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
    dropped = list(_dropped(sorted(tables)))
    commands = [one for _drop, again in dropped for one in again]
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE {KEPT} (place integer NOT NULL, step integer NOT NULL, "
            "table_name text NOT NULL, command text NOT NULL)"
        )
        cursor.executemany(
            f"INSERT INTO {KEPT} VALUES (%s, %s, %s, %s)",  # noqa: S608
            [(place, *one) for place, one in enumerate(commands)],
        )
        for drop, _again in dropped:
            cursor.execute(drop)


def restore(at_once: int = 0) -> None:
    """Make again what was dropped and is not there yet, for so many tables at once."""
    kept = _rows(f"SELECT place, step, table_name, command FROM {KEPT} ORDER BY step, place", [])  # noqa: S608
    for _step, commands in groupby(kept, lambda row: row[1]):
        by_table: dict[str, list[Together]] = defaultdict(list)
        for place, _step, table, command in commands:
            done = f"DELETE FROM {KEPT} WHERE place = {place}"  # noqa: S608
            by_table[table].append([command, done])
        engine(connection.vendor).run(by_table, at_once)


def finish() -> None:
    """Note that all is there."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {KEPT}")


def _dropped(tables: list[str]) -> Iterator[Dropped]:
    if not tables:
        return
    if connection.vendor == "sqlite":
        marks = ", ".join(["%s"] * len(tables))
        indexes = _rows(f"{SQLITE} IN ({marks}) ORDER BY tbl_name, name", tables)
    else:
        indexes = _rows(POSTGRES_INDEXES, [tables])
    for table, name, again in indexes:
        yield f"DROP INDEX {connection.ops.quote_name(name)}", [Again(INDEXES, table, again)]
    if connection.vendor == "postgresql":
        yield from _dropped_of_postgres(tables)


def _dropped_of_postgres(tables: list[str]) -> Iterator[Dropped]:
    quoted = connection.ops.quote_name
    for table, name, kind, definition in _rows(POSTGRES_CONSTRAINTS, [tables]):
        alter, constraint = f"ALTER TABLE {quoted(table)}", quoted(name)
        add = f"{alter} ADD CONSTRAINT {constraint} {definition}"
        again = [Again(INDEXES, table, add)]
        if kind == "f":
            check = Again(CHECKS, table, f"{alter} VALIDATE CONSTRAINT {constraint}")
            again = [Again(FOREIGN_KEYS, ALL, f"{add} NOT VALID"), check]
        yield f"{alter} DROP CONSTRAINT {constraint}", again
    for (table,) in _rows(POSTGRES_VACUUMED, [tables]):
        alter = f"ALTER TABLE {quoted(table)}"
        again = [Again(CHECKS, table, f"{alter} RESET (autovacuum_enabled)")]
        yield f"{alter} SET (autovacuum_enabled = off)", again


def _rows(command: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(command, parameters)
        return cursor.fetchall()
