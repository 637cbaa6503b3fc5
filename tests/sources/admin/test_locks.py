"""Rows are locked in one order, so that nobody waits for somebody who waits for them."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from sources.admin.locks import lock
from sources.models import Outlet, Source
from tests import factories


@pytest.mark.django_db
def test_rows_are_locked_by_model_and_key_whatever_order_they_are_named_in() -> None:
    one, two = factories.source(), factories.source()
    rows: list[Any] = [(Source, two.pk), (Outlet, one.outlet_id), (Source, one.pk)]
    with (
        transaction.atomic(),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        lock([*rows, *rows])
    queries = [query["sql"] for query in asked if query["sql"].startswith("SELECT")]
    assert ["sources_outlet" in queries[0], "sources_source" in queries[1]] == [True, True]
    assert f"({one.pk}, {two.pk})" in queries[1]
    assert "ORDER BY" in queries[1]
    expected = "FOR NO KEY UPDATE" if connection.vendor == "postgresql" else "SELECT"
    assert all(expected in query for query in queries)


def test_outside_of_a_transaction_there_is_nothing_to_lock() -> None:
    lock([(Source, 1)])  # would fail: this test has no database
