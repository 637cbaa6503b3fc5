import pytest
from django.http import QueryDict

from statements.chips import Chip, chips
from statements.filters import StatementFilter
from tests import factories

pytestmark = pytest.mark.django_db


def chips_of(query: str) -> list[Chip]:
    return list(chips(StatementFilter(QueryDict(query)), "/statements/", QueryDict(query)))


def test_each_value_has_a_chip_that_takes_only_itself_off() -> None:
    for slug, name in (("a", "Ann"), ("b", "Bo")):
        factories.published(speaker=factories.speaker(name, slug=slug))
    assert chips_of("speaker=a&speaker=b") == [
        Chip("Speaker", "Ann", "/statements/?speaker=b"),
        Chip("Speaker", "Bo", "/statements/?speaker=a"),
    ]


def test_words_and_dates_are_chips_as_they_were_typed_or_in_words() -> None:
    assert chips_of('q="we do not deny" -fake&since=2022-07') == [
        Chip("Search", '"we do not deny" -fake', "/statements/?since=2022-07"),
        Chip("Since", "July 2022", "/statements/?q=%22we%20do%20not%20deny%22%20-fake"),
    ]


def test_order_and_place_are_no_filters() -> None:
    assert chips_of("order=oldest&after=2022-01-01_2022-01-01_1") == []


def test_no_topic_is_a_filter() -> None:
    assert chips_of("topic=none") == [Chip("Topic", "No topic", "/statements/")]


def test_taking_a_chip_off_goes_to_the_first_page() -> None:
    (chip,) = chips_of("kind=quotation&after=2022-01-01_2022-01-01_1")
    assert chip.remove == "/statements/"
