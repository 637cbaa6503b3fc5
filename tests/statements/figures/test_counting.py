import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.figures.counting import counted
from statements.postings import worker
from tests import factories
from tests.statements.claims import claim, indicator, statement_of

pytestmark = pytest.mark.django_db


def test_each_has_the_number_of_its_public_figures(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first = claim(1, "2021", of=factories.published(speaker=factories.speaker("Ann", slug="ann")))
    claim(2, "2022", of=statement_of(first), indicator=indicator("arrests", "persons"))
    claim(3, "2023", of=statement_of(first))
    claim(4, "2023", publish=False)
    worker.current()
    with django_assert_num_queries(4):  # one of them for what changed
        found = counted()
    assert [(one.code, one.n) for one in found["indicator"]] == [("arrests", 1), ("cases", 2)]
    assert [tuple(one) for one in found["speaker"]] == [("ann", "Ann", 3)]
    assert found["organisation"] == []


def test_all_are_counted_once_and_anew_after_each_change(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    figure = claim(1, "2021", of=factories.published(speaker=factories.speaker("Ann", slug="ann")))
    assert [one.n for one in counted()["speaker"]] == [1]
    with django_assert_max_num_queries(1):  # for what changed
        counted()
    claim(2, "2022", of=statement_of(figure))
    assert [one.n for one in counted()["speaker"]] == [2]
    workflow.withdraw(record=figure, by=None, reason="A slip.")
    assert [one.n for one in counted()["speaker"]] == [1]
    named = figure.indicator
    named.label = "Cases opened"
    named.save()
    workflow.edited(record=named, by=None)
    assert [one.label for one in counted()["indicator"]] == ["Cases opened"]
