import pytest
from pytest_django import DjangoAssertNumQueries

from statements.figures.counting import counted
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
    with django_assert_num_queries(3):
        found = counted()
    assert [(one.code, one.n) for one in found["indicator"]] == [("arrests", 1), ("cases", 2)]
    assert [tuple(one) for one in found["speaker"]] == [("ann", "Ann", 3)]
    assert found["organisation"] == []
