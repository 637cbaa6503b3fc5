"""Writing many rows quickly: prepared statements on SQLite, COPY on PostgreSQL.

And commands on many tables: one after the other on SQLite, some at once on PostgreSQL.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from itertools import chain
from typing import Any, Protocol

from django.core.management.color import no_style
from django.db import OperationalError, connection, transaction

Row = tuple[Any, ...]
SPECIAL = "\\\t\n\r"
NOTHING = r"\N"
#: Rows in one statement of SQL: what SQLite does for every statement, such as noting the last id,
#: it does for twenty at once. More make it no quicker.
TOGETHER = 20
ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
Packed = list[Row] | bytes
Together = Sequence[str]  # commands that are done or not done together


class Engine(Protocol):
    """What differs between the databases."""

    def packed(self, rows: Iterable[Row]) -> Packed:
        """Give rows as `write` takes them; needs no database."""

    def write(self, name: str, columns: Sequence[str], rows: Packed) -> None:
        """Append rows to a table."""

    def hurry(self) -> Any:
        """A block in which a lost machine may lose the database; a killed process does not."""

    def run(self, by_table: Mapping[str, Sequence[Together]], at_once: int) -> None:
        """Run commands, those of a table in their order, those of so many tables at once."""


class Sqlite:
    HURRY = (
        "PRAGMA foreign_keys = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -262144",
        "PRAGMA temp_store = MEMORY", "PRAGMA threads = 4",  # which sort for an index
    )  # fmt: skip
    KEPT = ("synchronous", "foreign_keys", "cache_size", "threads")
    AGAIN = ("PRAGMA temp_store = DEFAULT",)
    #: New pages are written once, not into a log and then again; nobody reads meanwhile.
    JOURNAL = "PRAGMA journal_mode = TRUNCATE"
    LOG = "PRAGMA journal_mode = WAL"

    def packed(self, rows: Iterable[Row]) -> Packed:
        return list(rows)

    def write(self, name: str, columns: Sequence[str], rows: Packed) -> None:
        given: Sequence[Row] = rows  # type: ignore[assignment]
        whole = len(given) // TOGETHER * TOGETHER
        groups = (given[first : first + TOGETHER] for first in range(0, whole, TOGETHER))
        with connection.cursor() as cursor:
            cursor.executemany(
                _inserted(name, tuple(columns), TOGETHER),
                [tuple(chain.from_iterable(group)) for group in groups],
            )
            cursor.executemany(_inserted(name, tuple(columns), 1), given[whole:])

    @contextmanager
    def hurry(self) -> Iterator[None]:
        kept = [(name, _pragma(name)) for name in self.KEPT]
        try:
            _run(self.HURRY)
            self._try(self.JOURNAL)
            yield
        finally:
            _run([*self.AGAIN, *(f"PRAGMA {name} = {value}" for name, value in kept)])
            self._try(self.LOG)

    def run(self, by_table: Mapping[str, Sequence[Together]], _at_once: int) -> None:
        _run_all(by_table.values())

    def _try(self, command: str) -> None:
        """Change the journal, unless others have the database open, who then keep theirs."""
        with suppress(OperationalError):
            _run([command])


class Postgres:
    HURRY = ("SET synchronous_commit = off", "SET maintenance_work_mem = '512MB'")
    AGAIN = ("RESET synchronous_commit", "RESET maintenance_work_mem")

    def packed(self, rows: Iterable[Row]) -> Packed:
        columns = map(_texts, zip(*rows, strict=True))
        lines = list(map("\t".join, zip(*columns, strict=True)))
        return "\n".join([*lines, ""]).encode()

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

    def run(self, by_table: Mapping[str, Sequence[Together]], at_once: int) -> None:
        sizes = _sizes()
        largest_first = sorted(by_table, key=lambda name: sizes.get(name, 0), reverse=True)
        waiting = iter([by_table[name] for name in largest_first])
        if at_once > 1:
            with ThreadPoolExecutor(at_once) as threads:
                list(threads.map(self._run_elsewhere, [waiting] * at_once))
        else:
            _run_all(waiting)

    def _run_elsewhere(self, waiting: Iterator[Sequence[Together]]) -> None:
        """Run what no other thread took before, over the connection of this thread."""
        try:
            with self.hurry():
                _run_all(waiting)
        finally:
            connection.close()


def engine(vendor: str) -> Engine:
    """Give the engine of a connection's vendor."""
    return Postgres() if vendor == "postgresql" else Sqlite()


def move_sequences(models: Iterable[Any]) -> None:
    """Let ids that the database gives go on after those that were written."""
    with connection.cursor() as cursor:
        for command in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(command)


def analyze(at_once: int) -> None:
    """Let the database count what it holds, so that it plans its queries well."""
    names = connection.introspection.table_names()
    commands = {name: [[f"ANALYZE {connection.ops.quote_name(name)}"]] for name in names}
    engine(connection.vendor).run(commands, at_once)


def _texts(values: Sequence[object]) -> Sequence[str]:
    """Give the values of a column as COPY reads them."""
    first = values[0]
    if first is values[-1] and values.count(first) == len(values):  # as in many columns
        return _texts_of((first,)) * len(values)
    return _texts_of(values)


def _texts_of(values: Sequence[object]) -> list[str]:
    kinds = set(map(type, values))
    texts = list(map(str, values))
    if str in kinds:
        together = "".join(texts)
        if any(special in together for special in SPECIAL):
            texts = [one.translate(ESCAPED) for one in texts]
    if type(None) in kinds:
        return [NOTHING if one is None else text for one, text in zip(values, texts, strict=True)]
    return texts


@cache
def _inserted(name: str, columns: tuple[str, ...], count: int) -> str:
    """The command that takes so many rows."""
    row = f"({', '.join(['?'] * len(columns))})"
    return f"INSERT INTO {name} ({_quoted(columns)}) VALUES {', '.join([row] * count)}"  # noqa: S608


def _quoted(columns: Sequence[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, columns))


def _pragma(name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return int(cursor.fetchone()[0])


def _sizes() -> dict[str, int]:
    """The bytes that the rows of each table take on PostgreSQL."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, pg_relation_size(oid) FROM pg_class WHERE relkind = 'r' "
            "AND relnamespace = current_schema()::regnamespace"
        )
        return dict(cursor.fetchall())


def _run_all(waiting: Iterable[Sequence[Together]]) -> None:
    for together in chain.from_iterable(waiting):
        with transaction.atomic():
            _run(together)


def _run(commands: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for command in commands:
            cursor.execute(command)
