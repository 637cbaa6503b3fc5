"""What a page shows of positions, loaded for all of them at once."""

import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import Position
from statements.positions.details import complete, resting_on
from statements.positions.records import record
from tests import factories
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def loaded(held: Position) -> Position:
    bare = record(
        Position, "default", id=held.pk, speaker_id=held.speaker_id,
        organisation_id=held.organisation_id, placement_id=held.placement_id,
    )  # fmt: skip
    complete([bare], "default")
    return bare


def test_all_that_is_shown_is_there_without_another_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ann = factories.speaker("Ann", slug="ann")
    role = ann.roles.create(title="Chair", organisation=factories.organisation("Body"))
    placement = factories.placement(factories.ranking("Report", slug="report"), year=2022)
    held = published("2022-08-12", speaker=ann, role=role, placement=placement, text="No.")
    Position.objects.update(grounds="Law", rationale="So it says.")
    made = loaded(held)
    with django_assert_num_queries(0):
        (row,) = made.evidence_rows.all()
        said, placed = row.statement, made.placement
        assert (str(made.speaker), made.organisation) == ("Ann", None)
        assert (made.grounds, made.rationale) == ("Law", "So it says.")
        assert str(placed.edition) == "Report 2022"
        assert (placed.country.iso2, placed.level.label) == ("KH", "Tier 3")
        assert (said.text, str(said.said_on), row.weight) == ("No.", "2022-08-12", "explicit")
        assert said.role
        assert (said.role.title, said.role.organisation_id) == ("Chair", role.organisation_id)
        assert said.get_absolute_url().endswith("/ann-2022-08-12/")
        assert [one.verification for one in said.citations.all()] == ["exact"]


def test_an_organisation_is_a_claimant_too() -> None:
    body = factories.organisation("Body", slug="body")
    made = loaded(published(organisation=body))
    assert (made.speaker, made.organisation) == (None, body)
    (row,) = made.evidence_rows.all()
    assert row.statement.role is None
    assert "/body-2022" in row.statement.get_absolute_url()


def test_the_evidence_is_public_and_the_oldest_first() -> None:
    held = published("2022")
    older = factories.published(speaker=held.speaker, said_on="2020")
    gone = factories.published(speaker=held.speaker, said_on="2019")
    for statement in (older, gone, factories.draft(speaker=held.speaker, said_on="2018")):
        held.evidence_rows.create(statement=statement)
    workflow.withdraw(record=gone, by=None, reason="An error.")
    first = held.evidence_rows.exclude(statement=older).order_by("pk")[0].statement_id
    assert [row.statement_id for row in loaded(held).evidence_rows.all()] == [older.pk, first]
    assert resting_on([held.pk])[held.pk] == {older.pk, first}


def test_a_statement_under_two_positions_is_made_once() -> None:
    held = published()
    statement = held.evidence_rows.get().statement
    other = factories.position(statement)
    both = [
        record(Position, "default", id=one.pk, speaker_id=one.speaker_id, organisation_id=None,
               placement_id=one.placement_id)
        for one in (held, other)
    ]  # fmt: skip
    complete(both, "default")
    first, second = (one.evidence_rows.all()[0].statement for one in both)
    assert first is second


def test_nothing_is_asked_for_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        complete([], "default")
        assert resting_on([]) == {}
