import pytest
from pytest_django import DjangoAssertNumQueries

from statements.exports.fields import row
from statements.exports.outlets import COLUMNS, OUTLETS
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_outlet_is_told_with_the_statements_that_rest_on_it() -> None:
    outlet = factories.outlet("Press", languages="en km", ownership="state")
    for text in ("One.", "Two."):
        factories.published(text, cite=factories.source(outlet=outlet))
    factories.draft(cite=factories.source(outlet=outlet))
    told = row(COLUMNS, OUTLETS.load([outlet.pk])[outlet.pk])
    assert (told["languages"], told["ownership"]) == (["en", "km"], "state")
    assert told["statements"] == 2
    assert OUTLETS.entry(outlet).categories == ["State"]


def test_a_draft_is_not_loaded() -> None:
    assert OUTLETS.load([factories.outlet().pk]) == {}


def test_its_queries_do_not_grow_with_its_rows(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(3):
        factories.published()
    with django_assert_num_queries(1):
        assert len([row(COLUMNS, one) for one in OUTLETS.records()]) == 3
