"""A long look at one moment."""

from typing import Any

import pytest
from django.db import connection

from statements.archiving.snapshot import snapshot
from statements.models import Topic
from tests import factories
from tests.statements.database_copy import (  # noqa: F401  # fixtures
    _at_work_on_the_copy,
    copied,
)

pytestmark = pytest.mark.django_db


def test_it_sees_one_moment_and_keeps_nobody_from_writing() -> None:
    other: Any = connection.copy()
    factories.topic("Before")
    table = connection.ops.quote_name(Topic._meta.db_table)
    try:
        with snapshot():
            before = Topic.objects.get(name="Before")
            with other.cursor() as cursor:
                cursor.execute(f"UPDATE {table} SET name = 'After' WHERE id = %s", [before.pk])  # noqa: S608
            assert Topic.objects.get(pk=before.pk).name == "Before"
        assert Topic.objects.get(pk=before.pk).name == "After"
    finally:
        other.close()


def test_within_a_transaction_it_is_that_transaction() -> None:
    with snapshot():
        first = connection.in_atomic_block
        with snapshot():
            assert first
            assert connection.in_atomic_block
    assert not connection.in_atomic_block


def test_writers_begin_as_before_afterwards() -> None:
    connection.ensure_connection()
    before = getattr(connection, "transaction_mode", None)
    with snapshot():
        pass
    assert getattr(connection, "transaction_mode", None) == before
