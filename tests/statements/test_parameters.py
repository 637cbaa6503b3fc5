import pytest

from sources.dates import PartialDate
from statements.parameters import language_name, several, text_of, value_of
from tests import factories


@pytest.mark.django_db
def test_a_record_stands_in_an_address_by_its_slug_or_code() -> None:
    assert value_of(factories.topic(slug="prevention")) == "prevention"
    assert value_of(factories.country()) == "KH"
    assert value_of(None) == "none"
    assert value_of(2022) == "2022"


def test_values_are_shown_in_words() -> None:
    assert text_of("since", PartialDate.parse("2022-07")) == "July 2022"
    assert text_of("kind", "reported") == "Reported speech"
    assert text_of("language", "km") == "Khmer"
    assert text_of("topic", None) == "No topic"


def test_a_language_without_a_name_is_its_code() -> None:
    assert language_name("xx") == "xx"


def test_only_lists_and_querysets_hold_several_values() -> None:
    assert several(["a", "b"]) == ["a", "b"]
    assert several("ab") == []
    assert several(None) == []
