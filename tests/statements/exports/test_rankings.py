import pytest

from statements import workflow
from statements.exports.fields import row
from statements.exports.rankings import COLUMNS, RANKINGS
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_ranking_is_told_with_its_levels_and_placements() -> None:
    publisher = workflow.publish(record=factories.organisation(), by=None)
    ranking = factories.ranking("Report", "1", "2", publisher=publisher)
    ranking.levels.create(code="S", label="Special")
    workflow.publish(record=factories.placement(ranking, code="2"), by=None)
    factories.placement(ranking, code="1", year=2023)
    told = row(COLUMNS, RANKINGS.load([ranking.pk])[ranking.pk])
    assert told["publisher"] == publisher.slug
    assert told["level_codes"] == ["1", "2", "S"]
    assert told["level_labels"] == ["Tier 1", "Tier 2", "Special"]
    assert told["level_orders"] == [1, 2, None]
    assert told["placements"] == 1
    assert RANKINGS.entry(ranking).title == "Report"


def test_a_draft_is_neither_loaded_nor_named_as_the_publisher() -> None:
    draft = factories.ranking()
    public = workflow.publish(record=factories.ranking(), by=None)
    public.publisher = factories.organisation()
    public.save()
    found = RANKINGS.load([draft.pk, public.pk])
    assert list(found) == [public.pk]
    assert row(COLUMNS, found[public.pk])["publisher"] is None
