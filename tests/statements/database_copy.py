"""A copy of the test database, for tests of what has to be committed: fixtures to be imported."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections


@contextlib.contextmanager
def copied_on_postgresql(settings: dict[str, Any]) -> Iterator[dict[str, Any]]:
    name = f"{settings['NAME']}_copy"
    connection.close()  # nobody may be connected to what is copied
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{settings["NAME"]}"')
    try:
        yield settings | {"NAME": name}
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextlib.contextmanager
def copied_on_sqlite(settings: dict[str, Any], folder: Path) -> Iterator[dict[str, Any]]:
    path = folder / "copy.sqlite3"
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
    yield settings | {"NAME": str(path)}


@pytest.fixture(scope="module")
def copied(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """The settings of a copy of the test database."""
    settings = connections.settings["default"]
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with copied_on_postgresql(settings) as copy:
                yield copy
        else:
            with copied_on_sqlite(settings, tmp_path_factory.mktemp("copy")) as copy:
                yield copy


@pytest.fixture(autouse=True)
def _at_work_on_the_copy(copied: dict[str, Any], db: None) -> Iterator[None]:
    """Puts the copy in the place of the test database, for every thread.

    The transaction that wraps other tests is left alone on the connection that is put aside.
    """
    settings, aside = connections.settings["default"], connections["default"]
    connections.settings["default"] = copied
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"], connections["default"] = settings, aside
