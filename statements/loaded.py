"""Whole records by queries that are put together once, batch after batch.

As `statements.prepared`, for pages that show nearly all of a record: each comes with what
`select_related` and `only` of the query say. What it prefetches is left to whoever asks.
"""

from collections.abc import Callable, Iterator
from threading import local
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

from statements.prepared import Keys, Prepared, Rows

Found = TypeVar("Found", bound=Model)


class Plan(NamedTuple):
    """How the records are made of the rows that a connection gives."""

    model: type[Model]
    names: list[str]
    start: int
    end: int
    converted: Callable[[Rows], Any]
    others: list[Any]  # what makes the records that these name
    told: dict[str, int]  # what is told of each besides, by its place


class Loaded(Prepared, Generic[Found]):
    """All records of a query; with a column, those where it is among keys given later."""

    def __init__(self, records: QuerySet[Found], column: str = "", **options: Any) -> None:
        super().__init__(records, column, **options)
        self.plans = local()  # a plan speaks to one connection, and those are of a thread

    def records(self, keys: Keys = ()) -> list[Found]:
        """The records for these keys."""
        rows = self.of(keys) if keys or not self.column else []
        return list(self._made(rows)) if rows else []

    def _made(self, rows: Rows) -> Iterator[Any]:
        using, plan = self.values.db, self._plan()
        for row in plan.converted(rows):
            one = plan.model.from_db(using, plan.names, row[plan.start : plan.end])
            for populate in plan.others:
                populate.populate(row, one)
            for name, place in plan.told.items():
                setattr(one, name, row[place])
            yield one

    def _plan(self) -> Plan:
        connection = connections[self.values.db]
        known: tuple[Any, Plan] | None = getattr(self.plans, connection.alias, None)
        if known is None or known[0] is not connection:
            known = connection, self._planned(connection)
            setattr(self.plans, connection.alias, known)
        return known[1]

    def _planned(self, connection: Any) -> Plan:
        compiler = self.values.query.clone().get_compiler(connection=connection)
        compiler.as_sql()
        told, select = compiler.klass_info, compiler.select
        places = told["select_fields"]
        start, end = places[0], places[-1] + 1
        converters = compiler.get_converters([column[0] for column in select])
        return Plan(
            told["model"],
            [column[0].target.attname for column in select[start:end]],
            start,
            end,
            lambda rows: compiler.apply_converters(rows, converters) if converters else rows,
            get_related_populators(told, select, connection.alias),  # type: ignore[call-arg]
            compiler.annotation_col_map,
        )
