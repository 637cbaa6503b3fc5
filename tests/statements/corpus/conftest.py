"""A corpus in a copy of the test database, since what makes it commits; made once for all."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection, connections

from statements.corpus import loading
from statements.corpus.plan import Plan
from tests.statements.database_copy import Settings, copy_of, in_place

SIZE = 2_100  # three batches, of which the last is not full
SEED = 7


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
        copy_of(connections.settings["default"], "empty", folder) as copy,
    ):
        yield copy


@pytest.fixture(scope="session")
def filled(
    empty: Settings, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """A copy with a corpus, for which the indexes waited."""
    folder = tmp_path_factory.mktemp("filled")
    with django_db_blocker.unblock(), copy_of(empty, "filled", folder) as copy:
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
    with copy_of(empty, "fresh", tmp_path) as copy, in_place(copy):
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
