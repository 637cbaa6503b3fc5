import pytest

from statements.publishability import hindrances, shown_with
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_complete_statement_has_none() -> None:
    statement = factories.published()
    assert hindrances(statement) == []


def test_a_position_without_evidence_has_one() -> None:
    position = factories.position(factories.draft())
    assert hindrances(position) == []
    position.evidence_rows.all().delete()
    assert len(hindrances(position)) == 1


def test_an_author_is_not_asked_for_what_a_reviewer_decides() -> None:
    statement = factories.draft(cite=False)
    statement.citations.create(source=factories.source())
    assert hindrances(statement, with_checks=False) == []
    assert len(hindrances(statement)) == 1


def test_a_source_shows_its_outlet_and_an_event_its_organiser() -> None:
    source = factories.source()
    assert shown_with(source) == [source.outlet]
    organiser = factories.organisation()
    assert shown_with(factories.event(organiser=organiser)) == [organiser]
    assert shown_with(factories.topic()) == []
