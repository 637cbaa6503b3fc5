"""Writing many rows quickly: prepared statements on SQLite, COPY on PostgreSQL."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from django.core.management.color import no_style
from django.db import connection

Row = tuple[Any, ...]
Packed = list[Row] | bytes
SPECIAL = re.compile(r"[\\\t\n\r]")
ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


class Engine(Protocol):
    """What differs between the databases."""

    def packed(self, rows: Iterable[Row]) -> Packed:
        """Give rows as `write` takes them; needs no database."""

    def write(self, name: str, columns: Sequence[str], rows: Packed) -> None:
        """Append rows to a table."""

    def hurry(self) -> Any:
        """A block in which a lost machine may lose the database; a killed process does not."""


class Sqlite:
    HURRY = (
        "PRAGMA foreign_keys = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -262144",
        "PRAGMA temp_store = MEMORY",
    )  # fmt: skip
    AGAIN = ("PRAGMA cache_size = -2000", "PRAGMA temp_store = DEFAULT")

    def packed(self, rows: Iterable[Row]) -> Packed:
        return list(rows)

    def write(self, name: str, columns: Sequence[str], rows: Packed) -> None:
        marks = ", ".join(["%s"] * len(columns))
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {name} ({_quoted(columns)}) VALUES ({marks})",  # noqa: S608
                rows,  # type: ignore[arg-type]
            )

    @contextmanager
    def hurry(self) -> Iterator[None]:
        kept = [(name, _pragma(name)) for name in ("synchronous", "foreign_keys")]
        try:
            _run(self.HURRY)
            yield
        finally:
            _run([*self.AGAIN, *(f"PRAGMA {name} = {value}" for name, value in kept)])


class Postgres:
    HURRY = ("SET synchronous_commit = off", "SET maintenance_work_mem = '512MB'")
    AGAIN = ("RESET synchronous_commit", "RESET maintenance_work_mem")

    def packed(self, rows: Iterable[Row]) -> Packed:
        return "".join(["\t".join(map(_text, row)) + "\n" for row in rows]).encode()

    def write(self, name: str, columns: Sequence[str], rows: Packed) -> None:
        command = f"COPY {name} ({_quoted(columns)}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(command) as copy:
            copy.write(rows)

    @contextmanager
    def hurry(self) -> Iterator[None]:
        try:
            _run(self.HURRY)
            yield
        finally:
            _run(self.AGAIN)


def engine(vendor: str) -> Engine:
    """Give the engine of a connection's vendor."""
    return Postgres() if vendor == "postgresql" else Sqlite()


def move_sequences(models: Iterable[Any]) -> None:
    """Let ids that the database gives go on after those that were written."""
    with connection.cursor() as cursor:
        for command in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(command)


def analyze() -> None:
    """Let the database count what it holds, so that it plans its queries well."""
    _run(["ANALYZE"])


def _text(value: object) -> str:
    """Give a value as COPY reads it."""
    if value is None:
        return r"\N"
    text = value if isinstance(value, str) else str(value)
    return text.translate(ESCAPED) if SPECIAL.search(text) else text


def _quoted(columns: Sequence[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, columns))


def _pragma(name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return int(cursor.fetchone()[0])


def _run(commands: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for command in commands:
            cursor.execute(command)
