import pytest
from django.utils import translation

from statements.models import Statement
from statements.wording import Words, day_in_words, label, wording


def test_choices_are_told_in_words() -> None:
    with translation.override("en"):
        assert label(Statement.Kind, "written") == "Written statement"
        assert label(Statement.Kind, "unheard-of") == "unheard-of"


def test_dates_are_told_as_exactly_as_they_are_known() -> None:
    with translation.override("en"):
        told = [day_in_words(day) for day in ("2022-08-12", "2014-06", "2005", "")]
        assert told == ["12 August 2022", "June 2014", "2005", ""]


@pytest.mark.parametrize(("month", "words"), [("2022-08", "August"), ("2014-06", "June"), ("", "")])
def test_a_month_is_told_without_its_year(month: str, words: str) -> None:
    with translation.override("en"):
        assert Words().month(month) == words


def test_each_language_has_its_own_words() -> None:
    for _ in range(2):
        with translation.override("de"):
            assert (wording("Monday"), Words().month("2022-03")) == ("Montag", "März")
            assert day_in_words("2022-03-01") != ""
        with translation.override("en"):
            assert (wording("Monday"), Words().month("2022-03")) == ("Monday", "March")
