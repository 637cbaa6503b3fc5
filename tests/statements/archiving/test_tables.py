"""Tables in two formats, and what their columns turned out to hold."""

import csv
import io
import json
import zipfile
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.archiving.package import EARLIEST, packing
from statements.archiving.tables import add_kind, add_table, records
from statements.exports.fields import Field
from statements.exports.statements import STATEMENTS
from statements.exports.tables import TOGETHER
from tests import factories

FIELDS = [
    Field("id", lambda one: one.id, "Number."),
    Field("value", lambda one: one.value, "Value."),
    Field("many", lambda one: [one.id], "Many."),
    Field("none", lambda one: None, "Nothing."),
    Field("either", lambda one: one.either, "One or the other."),
]


def test_types_follow_from_what_was_given() -> None:
    rows = [
        SimpleNamespace(id=1, value=Decimal("16.34"), either="=x"),
        SimpleNamespace(id=2, value=None, either=True),
    ]
    file = io.BytesIO()
    with packing(file, EARLIEST) as package:
        table = add_table(package, "t", "T", FIELDS, lambda: iter(rows))
    assert [(one.name, one.in_csv, one.in_json) for one in table.columns] == [
        ("id", "integer", "integer"),
        ("value", "number", "string"),
        ("many", "string", "array"),
        ("none", "string", "string"),
        ("either", "string", "string"),
    ]
    assert table.count == 2
    with zipfile.ZipFile(file) as read:
        first, _second = csv.DictReader(io.StringIO(read.read("data/t.csv").decode()))
        assert (first["value"], first["either"]) == ("16.34", "'=x")
        assert json.loads(read.read("data/t.jsonl").splitlines()[0])["either"] == "=x"


@pytest.mark.django_db
def test_a_kind_is_read_some_records_at_a_time() -> None:
    made = [factories.published() for _ in range(3)]
    factories.draft()
    found = records(STATEMENTS)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert next(found).pk == made[0].pk
    assert len(queries) < 15
    assert [one.pk for one in found] == [one.pk for one in made[1:]]
    with packing(io.BytesIO(), EARLIEST) as package:
        assert add_kind(package, STATEMENTS, "https://x.example").count == 3


def test_nothing_is_held_of_what_was_written() -> None:
    alive: set[int] = set()

    class One:
        id, value, either = 1, None, ""

        def __init__(self) -> None:
            alive.add(id(self))

        def __del__(self) -> None:
            alive.discard(id(self))

    most = 0

    def read() -> Any:
        nonlocal most
        for _ in range(500):
            yield One()
            most = max(most, len(alive))

    with packing(io.BytesIO(), EARLIEST) as package:
        add_table(package, "t", "T", FIELDS, read)
    assert 0 < most <= TOGETHER
