"""Queries for records whose numbers are known only when they are asked for, batch after batch.

To put a query together takes Django longer than to read a hundred rows with it, and every number
that is handed over by itself costs more than its row. So the SQL is made once, and takes all
numbers as one value.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.db import connections
from django.db.models import BooleanField, Func, QuerySet

Rows = list[tuple[Any, ...]]
NUMBERS = object()  # stands among the parameters where the numbers will


class Among(Func):
    """Whether a column holds one of some numbers."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, column: str, numbers: object) -> None:
        super().__init__(column)
        self.numbers = numbers

    def as_sqlite(self, compiler: Any, connection: Any, **options: Any) -> Any:
        return self.with_numbers(compiler, "{} IN (SELECT value FROM json_each(%s))", json.dumps)

    def as_postgresql(self, compiler: Any, connection: Any, **options: Any) -> Any:
        return self.with_numbers(compiler, "{} = ANY(%s)", list)

    def with_numbers(self, compiler: Any, form: str, given: Any) -> Any:
        column, parameters = compiler.compile(self.source_expressions[0])
        last = NUMBERS if self.numbers is NUMBERS else given(self.numbers)
        return form.format(column), [*parameters, last]


class Prepared:
    """The rows of a `values_list` of which a column is among numbers given later."""

    def __init__(self, values: QuerySet[Any, Any], column: str) -> None:
        self.values = values.filter(Among(column, NUMBERS))
        self.made: dict[str, tuple[str, list[Any]]] = {}

    def of(self, numbers: Sequence[int]) -> Rows:
        """The rows for these numbers."""
        connection = connections[self.values.db]
        sql, parameters = self.sql(connection)
        given: Any = json.dumps(list(numbers)) if connection.vendor == "sqlite" else list(numbers)
        with connection.cursor() as cursor:
            cursor.execute(sql, [given if one is NUMBERS else one for one in parameters])
            return list(cursor.fetchall())

    def sql(self, connection: Any) -> tuple[str, list[Any]]:
        """The query and its parameters, made once for each sort of database."""
        if connection.vendor not in self.made:
            compiler = self.values.query.clone().get_compiler(connection=connection)
            self.made[connection.vendor] = compiler.as_sql()
        return self.made[connection.vendor]
