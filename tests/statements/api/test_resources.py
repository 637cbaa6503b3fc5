import pytest

from statements import workflow
from statements.api.resources import FIGURE_LIST, RESOURCES_OF_API, TIMELINE, cited_outlets
from statements.exports.resources import KINDS
from statements.exports.statements import STATEMENTS
from statements.models import Citation
from tests import factories


def test_every_kind_of_public_record_has_its_place() -> None:
    assert [one.kind for one in RESOURCES_OF_API] == list(KINDS)


def test_every_resource_and_all_that_goes_with_it_is_explained() -> None:
    for one in RESOURCES_OF_API:
        assert str(one.help).endswith("."), one.name
        assert all(str(expansion.help).endswith(".") for expansion in one.expansions), one.name


def test_statements_and_positions_are_asked_for_like_a_timeline() -> None:
    asked = {one.name: one.asked for one in RESOURCES_OF_API}
    assert asked["statements"] == asked["positions"] == TIMELINE
    assert asked["figures"] == FIGURE_LIST


@pytest.mark.django_db
def test_an_outlet_of_two_sources_is_named_once() -> None:
    outlet = factories.outlet()
    draft = factories.draft(cite=factories.source(outlet=outlet))
    Citation.objects.create(statement=draft, source=factories.source(outlet=outlet))
    statement = workflow.publish(record=draft, by=None)
    (loaded,) = STATEMENTS.load([statement.pk]).values()
    assert len(loaded.sources) == 2
    assert cited_outlets(loaded) == [outlet.pk]
