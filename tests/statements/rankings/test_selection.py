from typing import Any

import pytest
from django.http import QueryDict

from statements import workflow
from statements.models import Placement
from statements.rankings.selection import PlacementFilter
from tests import factories
from tests.kept import kept

pytestmark = pytest.mark.django_db


def published(**fields: Any) -> Placement:
    made = factories.placement(**fields)
    workflow.publish(record=made.edition.ranking, by=None)
    workflow.publish(record=made, by=None)
    return made


@pytest.fixture
@kept
def placed() -> list[Placement]:
    """Of one ranking two years of a country and one of another; then one of another ranking."""
    ranking = factories.ranking(slug="tip")
    thailand = factories.country("TH", "Thailand")
    return [
        published(of=ranking, year=2021),
        published(of=ranking, year=2022),
        published(of=ranking, year=2022, country=thailand),
        published(of=factories.ranking(slug="press"), year=2022),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", {0, 1, 2, 3}), ("ranking=tip", {0, 1, 2}), ("ranking=tip&ranking=press", {0, 1, 2, 3}),
     ("edition=2022", {1, 2, 3}), ("country=TH", {2}), ("country=&edition=2021", {0}),
     ("ranking=tip&edition=2022&country=KH", {1})],
)  # fmt: skip
def test_it_keeps_what_fits_all_that_is_given(
    placed: list[Placement], query: str, expected: set[int]
) -> None:
    assert set(PlacementFilter(QueryDict(query)).qs) == {placed[n] for n in expected}


def test_a_draft_is_in_no_selection() -> None:
    factories.placement(of=factories.ranking(slug="tip"))
    assert not PlacementFilter(QueryDict("")).qs.exists()


@pytest.mark.parametrize("query", ["ranking=unheard-of", "edition=soon", "country=cambodia"])
def test_what_cannot_be_read_is_named(placed: list[Placement], query: str) -> None:
    assert list(PlacementFilter(QueryDict(query)).errors) == [query.partition("=")[0]]
