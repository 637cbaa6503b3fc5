import pytest

from sources.reading.arithmetic import Doubt, check_figures
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
