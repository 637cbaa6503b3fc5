"""Which server a query goes to."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import router

from config.routing import ReadWhereChosen
from statements import reading
from statements.models import Statement, Topic

routes = ReadWhereChosen()


@pytest.fixture(autouse=True)
def _chosen() -> Iterator[None]:
    reading.choose("replica1")
    yield
    reading.choose("default")


def test_reads_go_where_it_was_chosen_and_writes_to_the_one_for_writing() -> None:
    assert routes.db_for_read(Statement) == "replica1"
    assert routes.db_for_write(Statement) == "default"


def test_tables_are_made_on_the_one_for_writing_alone() -> None:
    assert routes.allow_migrate("default", "statements")
    assert not routes.allow_migrate("replica1", "statements")


def test_what_was_read_anywhere_belongs_together() -> None:
    topic, statement = Topic(), Statement()
    topic._state.db, statement._state.db = "replica1", "default"
    assert routes.allow_relation(topic, statement)


def test_one_server_needs_no_routes() -> None:
    assert settings.DATABASE_ROUTERS == []
    assert router.db_for_read(Statement) == "default"
