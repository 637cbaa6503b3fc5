"""Positions as data."""

import pytest
from pytest_django import DjangoAssertNumQueries

from statements.exports.fields import row
from statements.exports.positions import COLUMNS, POSITIONS
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def test_the_first_column_is_the_number_and_no_name_occurs_twice() -> None:
    names = [field.name for field in COLUMNS]
    assert names[0] == "id"
    assert len(names) == len(set(names))


def test_a_row_tells_the_position_and_its_shift() -> None:
    first = published("2010-06", "welcomes")
    second = published("2022", speaker=first.speaker, placement=first.placement)
    told = row(COLUMNS, POSITIONS.load([second.pk])[second.pk])
    assert told["as_of"] == "2022"
    assert told["stance_order"] == 5
    assert told["shift"] == "reversed"
    assert told["compared_with"] == [first.pk]
    assert told["shift_statements"] == 2
    assert told["replaced_by"] is None


def test_a_replaced_position_names_the_one_that_holds() -> None:
    old = published("2020", "welcomes")
    new = published("2020", "accepts", speaker=old.speaker, placement=old.placement, supersedes=old)
    told = row(COLUMNS, POSITIONS.load([old.pk])[old.pk])
    assert (told["replaced_by"], told["shift"]) == (new.pk, None)


def test_it_stands_in_the_list_of_its_claimant() -> None:
    position = published("2022")
    loaded = POSITIONS.load([position.pk])[position.pk]
    assert position.speaker
    assert POSITIONS.path(loaded) == f"/positions/?speaker={position.speaker.slug}#p{position.pk}"
    assert POSITIONS.entry(loaded).title.startswith(f"{position.speaker}: ")
    assert loaded.published_at == position.published_at


def test_its_queries_do_not_grow_with_its_rows(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    made = [published(str(year)).pk for year in range(2010, 2013)]
    POSITIONS.load(made)
    with django_assert_num_queries(8):
        POSITIONS.load(made[:1])
    with django_assert_num_queries(8):
        assert list(POSITIONS.load(made)) != []
