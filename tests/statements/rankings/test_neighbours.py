import pytest
from django.core.exceptions import BadRequest

from sources.models import Country
from statements.rankings.neighbours import MOST, beside
from statements.rankings.placements import Way

pytestmark = pytest.mark.django_db

WAYS = [Way(Country(pk=n, slug=slug, name=slug), []) for n, slug in enumerate("abcdefg")]


def chosen(*asked: str) -> str:
    return "".join(way.country.slug for way in beside(asked, WAYS, WAYS[0].country))


def test_countries_stand_in_the_order_asked_for_each_once_and_the_own_aside() -> None:
    assert chosen("c", "b", "c", "a", "") == "cb"
    assert chosen() == ""


def test_an_unknown_country_is_refused_by_name() -> None:
    with pytest.raises(BadRequest, match="“with”: “nowhere”"):
        chosen("b", "nowhere")


def test_more_than_can_be_followed_are_refused() -> None:
    assert len(chosen("b", "c", "d", "e", "b", "a")) == MOST
    with pytest.raises(BadRequest, match="“with”"):
        chosen("b", "c", "d", "e", "f")
