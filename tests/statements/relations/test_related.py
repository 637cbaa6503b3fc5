"""Relations as each of the two pages says them."""

import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import Relation, Statement
from statements.postings import worker
from statements.relations import relating
from statements.relations.related import REVERSE, related
from tests import factories

pytestmark = pytest.mark.django_db
Kind = Relation.Kind

WORDS = {
    Kind.REPEATS: ("Repeats", "Is repeated by"),
    Kind.CONTRADICTS: ("Contradicts", "Is contradicted by"),
    Kind.RESPONDS_TO: ("Responds to", "Is answered by"),
    Kind.CLARIFIES: ("Clarifies", "Is clarified by"),
    Kind.RETRACTS: ("Retracts", "Is retracted by"),
    Kind.SAME_REMARK: ("Same remark as", "Same remark as"),
}


def linked(one: Statement, other: Statement, kind: str = Kind.REPEATS, note: str = "") -> Relation:
    return relating.relate(statement=one, target=other, kind=kind, by=None, note=note)


@pytest.mark.parametrize("kind", list(Kind))
def test_each_side_has_its_own_words(kind: Kind) -> None:
    one, other = factories.published("One."), factories.published("Other.")
    linked(one, other, kind, "In short.")
    (seen,), (reverse,) = related(one), related(other)
    assert (seen.label, reverse.label) == WORDS[kind]
    assert (seen.statement.pk, reverse.statement.pk) == (other.pk, one.pk)
    assert seen.note == "In short."


def test_every_kind_has_a_reverse() -> None:
    assert set(REVERSE) == set(Kind)


def test_only_what_is_confirmed_between_published_statements_shows() -> None:
    one, other = factories.published(), factories.published()
    Relation.objects.create(statement=one, target=other, kind=Kind.REPEATS)
    linked(one, factories.draft(), Kind.REPEATS)
    gone = factories.published("Gone.")
    linked(gone, one)
    assert [found.statement.pk for found in related(one)] == [gone.pk]
    workflow.withdraw(record=gone, by=None, reason="An error.")
    assert not related(one)
    rejected = linked(one, factories.published(), Kind.CLARIFIES)
    relating.reject(relation=rejected, by=None)
    assert not related(one)


def test_what_takes_it_back_stands_first_and_the_rest_by_date() -> None:
    one = factories.published()
    late = factories.published("Late.", said_on="2024-01-01")
    early = factories.published("Early.", said_on="2023")
    back = factories.published("I take it back.", said_on="2025-01-01")
    linked(late, one)
    linked(early, one)
    linked(back, one, Kind.RETRACTS)
    assert [found.statement.pk for found in related(one)] == [back.pk, early.pk, late.pk]


def test_asks_the_same_number_of_questions_for_any_number(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    one = factories.published()
    for _ in range(4):
        linked(factories.published(), one)
    worker.names()["topic"]
    with django_assert_num_queries(5):  # what has changed as well, outside of a request
        related(one)


def test_so_many_are_shown_and_the_others_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    one = factories.published()
    for year in (2023, 2021, 2022):
        linked(factories.published(said_on=str(year)), one)
    monkeypatch.setattr("statements.relations.related.MOST", 2)
    found = related(one)
    assert [found.statement.said_on for found in found] == ["2021", "2022"]
    assert found.more == 1
