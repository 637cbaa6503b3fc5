"""Positions on placements, with all that a list of them shows."""

import pytest
from pytest_django import DjangoAssertNumQueries

from statements.models import Position
from statements.rankings.taken import on_placements, resting_on
from tests import factories
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def test_positions_stand_under_their_placement_the_newest_first(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    placement = factories.placement(factories.ranking("Report", slug="report"))
    old = published("2021", placement=placement)
    new = published("2022-08-12", "welcomes", placement=placement, text="We deny it.")
    factories.position(factories.draft(), placement=placement)
    placement.refresh_from_db()
    with django_assert_num_queries(2):
        found = on_placements([placement])[placement.pk]
        assert found == [new, old]
        (row,) = found[0].evidence_rows.all()
        assert (found[0].stance.code, str(found[0].as_of)) == ("welcomes", "2022-08-12")
        assert (row.statement.text, found[0].placement) == ("We deny it.", placement)
        path = row.statement.get_absolute_url()
    statement = new.evidence.get()
    assert path == statement.get_absolute_url()  # type: ignore[attr-defined]
    assert on_placements([]) == {}


def test_a_statement_has_the_positions_that_rest_on_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    body = factories.organisation("The Ministry")
    placement = factories.placement(factories.ranking("Report", slug="report"))
    held = published(organisation=body, speaker=None, placement=placement)
    published()
    statement = held.evidence.get()
    with django_assert_num_queries(3):
        (one,) = resting_on(statement)  # type: ignore[arg-type]
        assert one == held
        assert (str(one.organisation), one.speaker) == ("The Ministry", None)
        told = one.placement
        assert f"{told.edition}, {told.country}: {told.level}" == "Report 2022, Cambodia: Tier 3"
        assert told.edition.ranking.slug == "report"


def test_what_is_not_public_does_not_show() -> None:
    held = published()
    statement = held.evidence.get()
    Position.objects.filter(pk=held.pk).update(status="draft")
    assert resting_on(statement) == []  # type: ignore[arg-type]
    assert resting_on(factories.published()) == []
