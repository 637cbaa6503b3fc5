"""Positions are found and counted by what they rest on; that SQL says the same is tested with the
selections (tests/statements/postings/test_selecting.py)."""

import pytest
from django.http import QueryDict

from statements import workflow
from statements.filters import StatementFilter
from statements.models import Position
from statements.positions.counting import Resting
from statements.postings.selecting import Selection, selection_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def positions() -> list[Position]:
    """Ann's of 2021, which rests on two statements, and Bo's of 2022."""
    ann, bo = factories.speaker("Ann", slug="ann"), factories.speaker("Bo", slug="bo")
    ranking = factories.ranking("Tea", slug="tea")
    first = factories.draft(speaker=ann)
    placed = factories.placement(ranking, year=2021)
    made = [factories.position(first, "welcomes", placement=placed)]
    second = factories.published(speaker=ann)
    made[0].evidence_rows.create(statement=second)
    other = factories.draft(speaker=bo)
    made.append(factories.position(other, "rejects", placement=factories.placement(ranking)))
    factories.position(factories.draft(speaker=bo))
    for statement in (first, other):
        workflow.publish(record=statement, by=None)
    return made


def resting(query: str) -> tuple[Resting, Selection]:
    selection = selection_of(StatementFilter(QueryDict(query)))
    assert selection
    return Resting(selection), selection


def test_positions_on_the_statements_selected_are_found(positions: list[Position]) -> None:
    assert resting("")[0].ids == {one.pk for one in positions}
    assert resting("speaker=ann")[0].ids == {positions[0].pk}
    assert resting("edition=2022&ranking=tea")[0].ids == {positions[1].pk}
    assert resting("edition=2022&speaker=ann")[0].ids == set()


def test_a_position_on_several_statements_counts_once(positions: list[Position]) -> None:
    found, selection = resting("")
    assert sorted(found.counts(selection, "speaker").values()) == [1, 1]
    assert found.counts(selection, "edition") == {"2021": 1, "2022": 1}
    assert found.counts(selection, "kind") == {"quotation": 2}


def test_a_facet_is_counted_without_its_own_choice(positions: list[Position]) -> None:
    found, selection = resting("edition=2022")
    assert found.counts(selection, "edition") == {"2021": 1, "2022": 1}
    assert found.counts(selection, "kind") == {"quotation": 1}


def test_a_statement_that_bears_two_positions_is_counted_for_both(
    positions: list[Position],
) -> None:
    statement = positions[1].evidence_rows.get().statement
    second = factories.position(statement, "welcomes", placement=positions[0].placement)
    workflow.publish(record=second, by=None)
    found, selection = resting("speaker=bo")
    assert found.ids == {positions[1].pk, second.pk}
    assert found.counts(selection, "kind") == {"quotation": 2}
    assert found.counts(selection, "edition") == {"2021": 1, "2022": 1}
    assert sorted(found.counts(selection, "speaker").values()) == [1, 2]
