import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.exports.fields import row
from statements.exports.organisations import COLUMNS, ORGANISATIONS
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_organisation_is_told_with_what_it_is_part_of() -> None:
    whole = workflow.publish(record=factories.organisation(), by=None)
    part = factories.organisation("Committee", parent=whole, kind="committee")
    factories.published(organisation=part)
    told = row(COLUMNS, ORGANISATIONS.load([part.pk])[part.pk])
    assert (told["parent"], told["kind"], told["statements"]) == (whole.slug, "committee", 1)
    assert ORGANISATIONS.entry(part).title == "Committee"


def test_a_draft_is_neither_loaded_nor_named_as_the_whole() -> None:
    draft = factories.organisation()
    part = factories.organisation(parent=draft)
    workflow.publish(record=part, by=None)
    found = ORGANISATIONS.load([draft.pk, part.pk])
    assert list(found) == [part.pk]
    assert row(COLUMNS, found[part.pk])["parent"] is None


def test_its_queries_do_not_grow_with_its_rows(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(3):
        workflow.publish(record=factories.organisation(country=factories.country()), by=None)
    with django_assert_num_queries(1):
        assert len([row(COLUMNS, one) for one in ORGANISATIONS.records()]) == 3
