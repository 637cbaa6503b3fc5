import pytest

from sources.reading.arithmetic import (
    Doubt,
    Stated,
    change_holds,
    change_in_percent,
    check_figures,
    is_on_wrong_base,
    is_too_large,
    ratio_holds,
    stated,
)
from sources.reading.datelines import dates
from sources.reading.numbers import figures


def doubts(text: str) -> list[Doubt]:
    spans = [(0, len(text))]
    return check_figures(text, figures(text, spans, dates(text, spans)))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("There were 300 cases, more than double the 155 cases of 2020.", "ratio"),
        ("They rescued 90 victims, 241 of whom were women.", "part"),
        ("There were 359 cases. They took 538 cases to court.", "court"),
        ("There were 104 cases, an increase of 16.34 per cent from 87 cases.", "percentage"),
    ],
)
def test_what_does_not_add_up_is_noted(text: str, rule: str) -> None:
    assert [doubt.rule for doubt in doubts(text)] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "There were 359 cases, more than double the 155 cases of 2020.",
        "They rescued 290 victims, 241 of whom were women.",
        "There were 359 cases. They took 38 cases to court.",
        "Nothing was counted.",
    ],
)
def test_what_adds_up_is_not(text: str) -> None:
    assert doubts(text) == []


def test_the_computed_number_is_given() -> None:
    (doubt,) = doubts("There were 300 cases, more than double the 155 cases of 2020.")
    assert (doubt.figures, doubt.printed, doubt.computed) == ((0, 1), 2, 1.935)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("more than double", Stated("more than", 2, False)),
        ("Over three times as many", Stated("more than", 3, False)),
        ("almost doubled", Stated("nearly", 2, False)),
        ("half the number", Stated("exact", 0.5, False)),
        ("+16.34%", Stated("exact", 16.34, True)),
        ("a rise of about 20 per cent", Stated("about", 20, True)),
        ("more than the year before", None),
        ("", None),
    ],
)
def test_a_change_is_read_from_its_words(words: str, found: Stated | None) -> None:
    assert stated(words) == found


def test_more_than_double_holds_for_359_and_155() -> None:
    assert ratio_holds("more than", 2, 359 / 155)
    assert not ratio_holds("more than", 2, 1.94)
    assert not ratio_holds("more than", 2, 3.2)


def test_a_per_cent_of_the_new_number_is_told_from_one_that_is_only_wrong() -> None:
    assert change_in_percent(104, 87) == 19.54
    assert not change_holds(16.34, 104, 87)
    assert is_on_wrong_base(16.34, 104, 87)
    assert not is_on_wrong_base(40, 104, 87)
    assert not is_on_wrong_base(19.54, 104, 87)
    assert not is_on_wrong_base(100, 0, 87)
    assert change_holds(72.82, 159, 92)


def test_a_part_may_be_the_whole_but_no_more() -> None:
    assert is_too_large(291, 290)
    assert not is_too_large(290, 290)
