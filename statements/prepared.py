"""Queries for records whose keys are known only when they are asked for, batch after batch.

To put a query together takes Django longer than to read a hundred rows with it, and every key
that is handed over by itself costs more than its row. So the SQL is made once, and takes all keys
as one value. PostgreSQL plans it once for each connection (`PLANNED` in config.databases).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import BooleanField, Func, QuerySet

Rows = list[tuple[Any, ...]]
Keys = Sequence[int] | Sequence[str]
KEYS = object()  # stands among the parameters where the keys will


class Among(Func):
    """Whether a column holds one of some keys."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, column: str, keys: object) -> None:
        super().__init__(column)
        self.keys = keys

    def as_sqlite(self, compiler: Any, connection: Any, **options: Any) -> Any:
        return self.with_keys(compiler, "{} IN (SELECT value FROM json_each(%s))", json.dumps)

    def as_postgresql(self, compiler: Any, connection: Any, **options: Any) -> Any:
        return self.with_keys(compiler, "{} = ANY(%s)", array)

    def with_keys(self, compiler: Any, form: str, given: Any) -> Any:
        column, parameters = compiler.compile(self.source_expressions[0])
        last = KEYS if self.keys is KEYS else given(self.keys)
        return form.format(column), [*parameters, last]


class Equal(Among):
    """Whether a column holds the key, so that an index gives the rows in its order."""

    def as_sqlite(self, compiler: Any, connection: Any, **options: Any) -> Any:
        return self.with_keys(compiler, "{} = %s", list)

    as_postgresql = as_sqlite


@dataclass(frozen=True)
class Made:
    """A query as SQL, its parameters, and what makes Python's values, by column."""

    sql: str
    parameters: list[Any]
    converters: dict[int, tuple[list[Any], Any]]


class Prepared:
    """The rows of a `values_list`; with a column, those where it is among keys given later.

    With `one`, where it is the only key; with `most`, so many of them.
    """

    def __init__(
        self,
        values: QuerySet[Any, Any],
        column: str = "",
        *,
        one: bool = False,
        most: int | None = None,
    ) -> None:
        self.column, self.one = column, one
        narrowed = values.filter((Equal if one else Among)(column, KEYS)) if column else values
        self.values = narrowed[:most] if most else narrowed
        self.made: dict[str, Made] = {}

    def of(self, keys: Keys = ()) -> Rows:
        """The rows for these keys, as the database gives them."""
        connection: Any = connections[self.values.db]
        made = self.query(connection)
        given: Any
        if self.one:
            (given,) = keys
        else:
            given = json.dumps(list(keys)) if connection.vendor == "sqlite" else array(keys)
        with planning(connection) as cursor:
            cursor.execute(made.sql, [given if one is KEYS else one for one in made.parameters])
            return list(cursor.fetchall())

    def converted(self, keys: Keys = ()) -> list[list[Any]]:
        """The rows for these keys, with the values that the models have."""
        connection = connections[self.values.db]
        rows = [list(row) for row in self.of(keys)]
        for place, (converters, column) in self.query(connection).converters.items():
            for row in rows:
                for convert in converters:
                    row[place] = convert(row[place], column, connection)
        return rows

    def query(self, connection: Any) -> Made:
        """The query, made once for each sort of database."""
        if connection.vendor not in self.made:
            compiler = self.values.query.clone().get_compiler(connection=connection)
            sql, parameters = compiler.as_sql()
            if connection.vendor == "postgresql":
                sql, parameters = with_literals(sql, parameters, connection)
            converters = compiler.get_converters([column for column, *_ in compiler.select])
            self.made[connection.vendor] = Made(sql, list(parameters), converters)
        return self.made[connection.vendor]


def planning(connection: Any) -> Any:
    """A cursor for what is asked again and again: PostgreSQL then plans it once.

    Django's own writes all parameters into the SQL, so that it is another each time.
    """
    cursor = connection.cursor()
    if connection.vendor == "postgresql":
        cursor.cursor = connection.Database.Cursor(connection.connection)
    return cursor


def array(keys: Keys) -> str | list[str]:
    """The keys as one value for PostgreSQL: numbers as it writes them, ten times as quick."""
    texts = [one for one in keys if isinstance(one, str)]
    return texts or f"{{{','.join(map(str, keys))}}}"


def with_literals(sql: str, parameters: Sequence[Any], connection: Any) -> tuple[str, list[Any]]:
    """The query with all parameters in their places but the keys.

    A plan for any value knows of no index that holds the published alone.
    """
    literal = connection.Database.sql.Literal
    connection.ensure_connection()
    written = [
        "%s" if one is KEYS
        else literal(one).as_string(connection.connection).replace("%", "%%")
        for one in parameters
    ]  # fmt: skip
    first, *rest = sql.split("%s")
    whole = first + "".join(map("".join, zip(written, rest, strict=True)))
    return whole, [one for one in parameters if one is KEYS]
