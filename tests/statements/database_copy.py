"""A copy of the test database, for tests of what has to be committed."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

Settings = dict[str, Any]


@contextlib.contextmanager
def copy_of(settings: Settings, name: str, folder: Path) -> Iterator[Settings]:
    """The settings of a copy of a database, nobody else being connected to it."""
    if connection.vendor == "postgresql":
        with copied_on_postgresql(settings, name) as copy:
            yield copy
        return
    path = folder / f"{name}.sqlite3"
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(path)) as target:
        if Path(settings["NAME"]).is_file():
            with contextlib.closing(sqlite3.connect(settings["NAME"])) as source:
                source.backup(target)
        else:  # in the memory of this connection
            connection.connection.backup(target)
    yield settings | {"NAME": str(path)}


@contextlib.contextmanager
def copied_on_postgresql(settings: Settings, name: str) -> Iterator[Settings]:
    name = f"{connections.settings['default']['NAME']}_{name}"
    connection.close()  # nobody may be connected to what is copied
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{settings["NAME"]}"')
    try:
        yield settings | {"NAME": name}
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextlib.contextmanager
def in_place(settings: Settings) -> Iterator[None]:
    """Put a database in the place of the test database, which is left as it is."""
    kept, aside = connections.settings["default"], connections["default"]
    connections.settings["default"] = settings
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"], connections["default"] = kept, aside


@pytest.fixture(scope="module")
def copied(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """The settings of a copy of the test database."""
    folder = tmp_path_factory.mktemp("copy")
    with (
        django_db_blocker.unblock(),
        copy_of(connections.settings["default"], "copy", folder) as copy,
    ):
        yield copy


@pytest.fixture(autouse=True)
def _at_work_on_the_copy(copied: Settings, db: None) -> Iterator[None]:
    """Puts the copy in the place of the test database, for every thread.

    The transaction that wraps other tests is left alone on the connection that is put aside.
    """
    with in_place(copied):
        yield
