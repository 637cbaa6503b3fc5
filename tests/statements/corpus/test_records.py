import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.models import Source
from statements.corpus import records
from statements.corpus.records import Table, content, history_of, stored, table, written
from statements.ledger.content import canonical, sha256
from statements.models import Citation, Figure, Statement


@pytest.mark.parametrize("model", [*records.WITH_HISTORY, *records.WITHOUT])
def test_a_row_has_a_value_for_every_column(model: records.Model) -> None:
    names = [one.attname for one in model._meta.concrete_fields]
    row = table(model).row({name: name for name in names})
    assert list(row) == names
    assert table(model).columns == [one.column for one in model._meta.concrete_fields]


def test_what_is_not_given_has_the_default_of_the_model() -> None:
    filled = table(Citation).filled({"id": 5})
    assert filled["is_primary"] is True
    assert filled["verification"] == "not-checked"
    assert filled["capture_id"] is None
    assert filled["excerpt"] == ""
    assert type(filled["verification"]) is str


def test_a_field_that_needs_a_value_is_named() -> None:
    with pytest.raises(KeyError, match="source_id"):
        table(Citation).row(table(Citation).filled({"id": 5, "statement_id": 1}))


def test_histories_and_links_are_written_too() -> None:
    names = set(written())
    assert {history_of(Source)._meta.db_table, "statements_statement_topics"} <= names
    assert "statements_historicalstatement_functions" in names


@pytest.mark.parametrize("one", records.histories().values(), ids=lambda one: one.name)
def test_a_history_begins_with_the_columns_of_its_table(one: records.History) -> None:
    into, what = one.begin.split(" SELECT ")
    for name in written()[one.of].columns:
        assert f'"{name}"' in into
        assert f'"{name}"' in what


def test_a_column_of_a_history_that_nobody_told_is_named() -> None:
    with pytest.raises(KeyError, match="history_id"):
        records.History(history_of(Source), Source, {})


def test_moments_are_as_the_ledger_writes_them() -> None:
    values = table(Figure).filled({"published_at": "2012-03-04 05:06:07"})
    told = content(Figure, {**values, **dict.fromkeys(_keys(Figure) - values.keys())})
    assert told["published_at"] == "2012-03-04T05:06:07+00:00"


def _keys(model: records.Model) -> set[str]:
    return {one.attname for one in model._meta.concrete_fields}


def test_a_moment_is_stored_in_utc() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=7))
    assert stored(datetime.datetime(2020, 1, 1, 3, tzinfo=zone)) == "2019-12-31 20:00:00"


@pytest.mark.parametrize("model", [Statement, Source, Figure])
def test_the_digest_is_that_of_the_canonical_form(model: records.Model) -> None:
    values = {name: f'{name} \u1780 "' for name in sorted(_keys(model), reverse=True)}
    public = {**records._no_parts(model), **content(model, values)}
    assert records.digest(model, values) == sha256(public)


def test_data_in_order_are_told_in_the_canonical_form() -> None:
    told = {"a": [{"id": 1, "of": None}], "b": True, "c": 'ខ "\\ \n\t\0', "d": {"e": 2.5}}
    assert records.in_order(told).decode() == canonical(told)


@given(st.text())
def test_any_text_is_told_in_the_canonical_form(text: str) -> None:
    assert records.in_order({"a": text}).decode() == canonical({"a": text})


def test_the_digest_changes_with_a_part() -> None:
    values = dict.fromkeys(_keys(Statement))
    bare = records.digest(Statement, values)
    assert bare == records.digest(Statement, values, citation=[])
    assert bare != records.digest(Statement, values, citation=[{"id": 1}])


def test_tables_know_their_names() -> None:
    assert Table(Source).name == "sources_source"
