"""A corpus in a copy of the test database, since what makes it commits; made once for all."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection, connections

from statements.corpus import loading
from statements.corpus.plan import Plan

SIZE = 2_100  # three batches, of which the last is not full
SEED = 7
Settings = dict[str, Any]


@contextlib.contextmanager
def copied(settings: Settings, name: str, folder: Path) -> Iterator[Settings]:
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
    connection.close()
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


def address(settings: Settings) -> str:
    """A database as the environment names it."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{settings['NAME']}").geturl()


@pytest.fixture(scope="session")
def empty(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """A copy of the test database as the migrations leave it."""
    folder = tmp_path_factory.mktemp("empty")
    with (
        django_db_blocker.unblock(),
        copied(connections.settings["default"], "empty", folder) as copy,
    ):
        yield copy


@pytest.fixture(scope="session")
def filled(
    empty: Settings, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """A copy with a corpus, for which the indexes waited."""
    folder = tmp_path_factory.mktemp("filled")
    with django_db_blocker.unblock(), copied(empty, "filled", folder) as copy:
        with in_place(copy), pytest.MonkeyPatch.context() as patch:
            patch.setattr(loading, "FEW", 0)
            loading.load(statements=SIZE, seed=SEED)
        yield copy


@pytest.fixture
def corpus(filled: Settings, db: None) -> Iterator[None]:
    """Work on the corpus, which tests only read."""
    with in_place(filled):
        yield


@pytest.fixture
def fresh(empty: Settings, db: None, tmp_path: Path) -> Iterator[Settings]:
    """Work on an empty database of the test's own."""
    with copied(empty, "fresh", tmp_path) as copy, in_place(copy):
        yield copy


@pytest.fixture
def plan() -> Plan:
    """A plan that needs no database."""
    functions = ((1, "commitment"), (2, "promise"), (3, "claim"))
    return Plan(SIZE, SEED, functions=functions, stances=((1, "welcomes"), (2, "dismisses")))


@pytest.fixture
def run() -> Callable[..., int]:
    """Make the corpus of these tests, or go on with it."""

    def load(**options: Any) -> int:
        return loading.load(**{"statements": SIZE, "seed": SEED, **options})

    return load
