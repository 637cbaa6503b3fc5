"""Records that many tests start from: made once in a process, and put back as rows after that.

To publish a register takes a hundred times as long as to insert its rows.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection

from statements.postings import worker

Made = TypeVar("Made")
Rows = list[tuple[Any, ...]]
Tables = dict[str, Rows]
# What the migrations fill, and so is there before anything is made.
VOCABULARY = {"statements_stance", "statements_function", "statements_contentchange"}


@dataclass(frozen=True)
class Shelf:
    """What a function made in an empty register: its rows, and what it gave back."""

    rows: Tables
    given: Any


def kept(make: Callable[[], Made]) -> Callable[[], Made]:
    """The same function; where the register is empty, its records are those of the first time.

    `make` may only add records, and looks at nothing that a test could have changed. It gives back
    records, or what holds some: each caller gets a copy.
    """
    shelves: dict[str, Shelf] = {}

    @wraps(make)
    def again() -> Made:
        if not is_empty():
            return make()
        name = str(connection.settings_dict["NAME"])  # another database counts on its own
        if name not in shelves:
            before = everything()
            made = make()
            shelves[name] = Shelf(added(before, everything()), deepcopy(made))
            return made
        put_back(shelves[name].rows)
        return deepcopy(shelves[name].given)

    return again


def is_empty() -> bool:
    """Whether there is no record and nobody who could have made one."""
    tables = [
        model._meta.db_table
        for label in ("sources", "statements")
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if not model.__name__.startswith("Historical")
    ]
    asked = [f"EXISTS (SELECT 1 FROM {one})" for one in {*tables, "auth_user"} - VOCABULARY]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {' OR '.join(asked)}")
        (found,) = cursor.fetchone()
    return not found


def everything() -> Tables:
    """The rows of all tables."""
    with connection.cursor() as cursor:
        names = connection.introspection.django_table_names(only_existing=True, include_views=False)
        return {name: rows(cursor, name) for name in names}


def rows(cursor: Any, table: str) -> Rows:
    cursor.execute(f"SELECT * FROM {table}")  # noqa: S608  # our own tables
    return cursor.fetchall()


def added(before: Tables, after: Tables) -> Tables:
    """The rows that were not there before, by table."""
    found: Tables = {}
    for table, now in after.items():
        known = set(before[table])
        found[table] = [row for row in now if row not in known]
        assert len(found[table]) == len(now) - len(known), f"rows of {table} were changed"
    return {table: new for table, new in found.items() if new}


def put_back(tables: Tables) -> None:
    """Insert rows as they were. What refers to what is checked at the end of the transaction."""
    with connection.cursor() as cursor:
        for table, new in tables.items():
            places = ", ".join(["%s"] * len(new[0]))
            cursor.executemany(f"INSERT INTO {table} VALUES ({places})", new)  # noqa: S608
    worker.forget()  # it may know other changes under the same numbers
