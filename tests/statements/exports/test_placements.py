import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.exports.fields import row
from statements.exports.placements import COLUMNS, PLACEMENTS
from statements.models import Placement
from tests import factories

pytestmark = pytest.mark.django_db


def published(**fields: object) -> Placement:
    return workflow.publish(record=factories.placement(**fields), by=None)  # type: ignore[arg-type]


def test_a_placement_is_told_with_its_edition_country_and_level() -> None:
    ranking = factories.ranking("Report", slug="report")
    source = workflow.publish(record=factories.source(), by=None)
    placement = published(of=ranking, code="2WL", source=source)
    found = PLACEMENTS.load([placement.pk])[placement.pk]
    told = row(COLUMNS, found)
    assert (told["ranking"], told["edition"], told["country"]) == ("report", 2022, "KH")
    assert (told["level"], told["level_order"]) == ("2WL", 3)
    assert (told["source"], told["source_url"]) == (source.pk, source.url)
    assert PLACEMENTS.path(found) == "/rankings/report/cambodia/#y2022"
    assert PLACEMENTS.entry(found).categories == ["Report"]


def test_a_draft_is_not_loaded() -> None:
    assert PLACEMENTS.load([factories.placement().pk]) == {}


def test_a_source_that_is_not_public_is_not_named() -> None:
    placement = published()
    placement.source = factories.source()
    placement.save()
    told = row(COLUMNS, PLACEMENTS.load([placement.pk])[placement.pk])
    assert (told["source"], told["source_url"]) == (None, None)


def test_its_queries_do_not_grow_with_its_rows(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    made = [published() for _ in range(3)]
    with django_assert_num_queries(1):
        assert len([row(COLUMNS, one) for one in PLACEMENTS.records()]) == len(made)
