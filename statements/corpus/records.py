"""Rows as the database holds them, made from values by the columns that the models have.

A new field with a default gets it; a new field that needs a value stops the corpus with its name.
Dates are text, moments text in UTC, as SQLite stores them and PostgreSQL reads them.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from operator import itemgetter
from typing import Any

import orjson
from django.db import connection, models
from simple_history.utils import get_history_manager_for_model

from sources.models import Source
from statements.ledger.content import PARTS, canonical, columns
from statements.models import (
    Citation,
    Evidence,
    Figure,
    LedgerEntry,
    Position,
    Revision,
    SearchEntry,
    Statement,
)

Model = type[models.Model]
Values = dict[str, Any]
Row = tuple[Any, ...]
WITH_HISTORY: tuple[Model, ...] = (Source, Statement, Citation, Position, Evidence, Figure)
WITHOUT: tuple[Model, ...] = (Revision, LedgerEntry, SearchEntry)
RECORD = "\0"  # stands for a snapshot, which is long; no text holds it
TOLD_RECORD = canonical(RECORD).encode()
LINKED = ("topics", "functions")  # of a statement
#: When a record was entered, as SQL.
ENTERED: Mapping[Model, str] = {
    Source: "published_at", Statement: "created_at", Position: "published_at",
    Figure: "published_at",
    Citation: "(SELECT created_at FROM statements_statement AS one WHERE one.id = statement_id)",
    Evidence: "(SELECT published_at FROM statements_position AS one WHERE one.id = position_id)",
}  # fmt: skip


class Table:
    """The table of a model: its columns, what stands in them by default, and rows for it."""

    def __init__(self, model: Model) -> None:
        fields = model._meta.concrete_fields
        self.model = model
        self.name = model._meta.db_table
        self.columns = [one.column or "" for one in fields]
        self.defaults = {one.attname: _default(one) for one in fields if _needs_no_value(one)}
        self.row: Any = itemgetter(*(one.attname for one in fields))

    def filled(self, values: Values) -> Values:
        """Give all values of a row, those that are not given by default."""
        return {**self.defaults, **values}


class History(Table):
    """The table of a history, which begins as a copy of another table with marks of its own."""

    def __init__(self, model: Model, of: Model, marks: Mapping[str, str]) -> None:
        """Take what stands in each column that the other table does not have, as SQL."""
        super().__init__(model)
        self.of = table(of).name
        quote = connection.ops.quote_name
        told = {name: quote(name) for name in table(of).columns} | dict(marks)
        #: Begins the histories of the records between two ids, by a reason, in the database
        #: itself: what it holds already need not be handed over again.
        self.begin = (
            f"INSERT INTO {self.name} ({', '.join(map(quote, self.columns))}) "  # noqa: S608
            f"SELECT {', '.join(map(told.__getitem__, self.columns))} FROM {self.of} "
            "WHERE id BETWEEN %(first)s AND %(last)s"
        )


@cache
def table(model: Model) -> Table:
    return Table(model)


def _history(model: Model) -> History:
    """The table of the history of records."""
    marks = {
        "history_id": "id", "history_date": ENTERED[model], "history_type": "'+'",
        "history_change_reason": "%(reason)s", "history_user_id": "NULL",
    }  # fmt: skip
    return History(history_of(model), model, marks)


def _history_with(name: str) -> History:
    """The table of the topics, or the functions, that statements had."""
    marks = {"m2m_history_id": "id", "history_id": "statement_id"}
    return History(history_of_links(name), links(name), marks)


@cache
def history_of(model: Model) -> Model:
    found: Model = get_history_manager_for_model(model).model
    return found


@cache
def links(name: str) -> Model:
    """The table between statements and the topics, or the functions, that they have."""
    through: Model = getattr(Statement, name).through
    return through


@cache
def history_of_links(name: str) -> Model:
    found: Model = getattr(history_of(Statement), name).model
    return found


@cache
def written() -> dict[str, Table]:
    """Every table that holds a row of a statement, by its name."""
    own = [table(model) for model in (*WITH_HISTORY, *map(links, LINKED), *WITHOUT)]
    return {one.name: one for one in (*own, *histories().values())}


@cache
def histories() -> dict[str, History]:
    """The tables of histories, by the names of the tables of which they are."""
    found = [*map(_history_with, LINKED), *map(_history, WITH_HISTORY)]
    return {one.of: one for one in found}


def digest(model: Model, values: Values, record: bytes = b"", /, **parts: list[Values]) -> str:
    """Give the SHA-256 of what is public of a row with its parts, as the ledger takes it.

    `record` is the canonical JSON that belongs where the parts hold `RECORD`.
    """
    told = {**_no_parts(model), **content(model, values), **parts}
    text = in_order({name: told[name] for name in _order(model)})
    return hashlib.sha256(text.replace(TOLD_RECORD, record, 1)).hexdigest()


def in_order(told: Values) -> bytes:
    """Give the canonical JSON of data of which all keys are in order.

    To sort them takes longer than to write them, and orjson writes seven times as fast as Python.
    """
    return orjson.dumps(told)


def content(model: Model, values: Mapping[str, Any]) -> Values:
    """Give what is public of a row by itself."""
    return {
        name: moment(values[key]) if of_time and values[key] else values[key]
        for name, key, of_time in _public(model)
    }


def moment(text: str) -> str:
    """Give a moment as the ledger writes it."""
    return f"{text[:10]}T{text[11:]}+00:00"


def stored(at: datetime) -> str:
    """Give a moment as the database takes it."""
    return str(at.astimezone(UTC).replace(tzinfo=None))


@cache
def _public(model: Model) -> list[tuple[str, str, bool]]:
    """The columns that readers see, each with where its value is and whether it is a moment."""
    # Sorted already, as JSON wants them.
    fields: list[Any] = [model._meta.get_field(name) for name in sorted(columns(model))]
    return [(one.name, one.attname, isinstance(one, models.DateTimeField)) for one in fields]


@cache
def _no_parts(model: Model) -> Values:
    names = [part._meta.model_name or "" for part, _way in PARTS.get(model, ())]
    for one in model._meta.many_to_many:
        through: Any = one.remote_field.through
        names += [one.name] if through._meta.auto_created else []
    return {name: [] for name in names}


@cache
def _order(model: Model) -> list[str]:
    return sorted({*_no_parts(model), *(name for name, _key, _of_time in _public(model))})


def _needs_no_value(field: Any) -> bool:
    return bool(field.has_default() or field.null or field.blank) and not field.primary_key


def _default(field: Any) -> Any:
    value = field.get_default()
    return value.value if isinstance(value, Enum) else value
