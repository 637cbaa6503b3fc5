import pytest

from sources.reading.datelines import dates
from sources.reading.numbers import Figure, figures, spelled


def found(text: str) -> list[Figure]:
    spans = [(0, len(text))]
    return figures(text, spans, dates(text, spans))


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("There were 359 cases of human trafficking.", 359, "cases of human trafficking", "exact"),
        ("They rescued 1,577 victims.", 1577, "victims", "exact"),
        ("They held four foreigners.", 4, "foreigners", "exact"),
        ("About two hundred and ninety people came.", 290, "people", "about"),
        ("At least 12 villages flooded.", 12, "villages", "at least"),
        ("More than 1.5 million workers left.", 1500000, "workers", "more than"),
        ("It rose by 16.34 per cent.", 16.34, "%", "exact"),
        ("It rose by nearly 40%.", 40, "%", "nearly"),
        ("The wage is $204 a month.", 204, "$", "exact"),
        ("Some 340 new cases were seen.", 340, "cases", "about"),
        ("Police arrested 134 suspects.", 134, "suspects", "exact"),
        ("Half a million people voted.", 500000, "people", "exact"),
    ],
)
def test_a_figure_has_value_unit_and_qualifier(
    text: str, value: float, unit: str, qualifier: str
) -> None:
    (figure,) = found(text)
    assert (figure.value, figure.qualifier) == (value, qualifier)
    assert unit in figure.unit
    assert text[figure.start : figure.end] == figure.words


@pytest.mark.parametrize(
    "text",
    [
        "It was the 12th National Day.",
        "Those under the age of 18 were sent home.",
        "It stays on Tier 3.",
        "It began on 12 September 2024.",
        "In 2021 it rained.",
        "She waited three years.",
        "Article 31 says so.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text: str) -> None:
    assert found(text) == []


def test_a_part_knows_its_whole() -> None:
    text = "They rescued 290 victims, 241 of whom were women. Among the victims, 134 were minors."
    assert [(one.value, one.unit, one.part_of) for one in found(text)] == [
        (290, "victims", None),
        (241, "women", 0),
        (134, "minors", 0),
    ]
    assert found("They held 134 suspects, including four foreigners.")[1].part_of == 0


def test_periods_are_printed_or_those_of_the_sentence_before() -> None:
    text = (
        "There were 104 cases during the first half of 2024. Police held 134 suspects. "
        "In 2021 they held 9 suspects, against 7 suspects in the previous year."
    )
    assert [(one.period, one.period_printed) for one in found(text)] == [
        ("2024-01/2024-06", True),
        ("2024-01/2024-06", False),
        ("2021", True),
        ("2020", True),
    ]


def test_a_comparison_points_to_what_it_compares_with() -> None:
    text = "2021 saw 359 cases, more than double the 155 cases from the previous year."
    compared = found(text)[0].compared
    assert compared is not None
    assert (compared.qualifier, compared.ratio, compared.base) == ("more than", 2, 1)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-one", 21),
        ("a hundred", 100),
        ("two hundred and ninety", 290),
        ("three thousand four hundred", 3400),
        ("two million", 2000000),
    ],
)
def test_spelled_numbers_have_a_value(words: str, value: float) -> None:
    assert spelled(words) == value
