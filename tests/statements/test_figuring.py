"""Figures that belong to a passage, and the drafts made of them."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from sources.articles import Figure as Printed
from sources.articles import read
from sources.reading.numbers import QUALIFIERS
from statements import figuring
from statements.models import Figure, Indicator
from tests import factories
from tests.statements import article

pytestmark = pytest.mark.django_db


def indicator(label: str, unit: str = "cases") -> Indicator:
    code = label.lower().replace(" ", "-")
    return Indicator.objects.create(code=code, label=label, unit=unit)


def draw(text: str, *labels: str) -> list[Figure]:
    """Draft the figures of a text for one statement, counted by indicators of these labels."""
    drawn = figuring.Drawn(read(text, ()))
    chosen = {number: indicator(label) for number, label in enumerate(labels)}
    drawn.draw(chosen, factories.draft(), None)
    drawn.connect(None)
    return list(Figure.objects.order_by("pk"))


def test_a_sentence_has_its_own_figures_and_those_its_speaker_goes_on_with() -> None:
    article.speakers()
    found = article.proposed(article.captured())
    assert article.of_words(found, "She said 2023").figures == (0, 1, 2)
    assert article.of_words(found, article.CANALS).figures == ()


def test_the_figures_of_somebody_else_are_left_alone() -> None:
    article.speakers()
    text = article.TEXT.replace("The ministry repaired", "The union said villagers repaired")
    found = article.proposed(article.captured(text))
    assert article.of_words(found, "She said 2023").figures == (0, 1)


def test_value_words_and_period_are_kept_as_printed() -> None:
    (made,) = draw("The dykes broke at least 1,577 times... 1,577 victims in 2021.", "Victims")[:1]
    assert made.value == Decimal(1577)
    assert made.value_as_printed == "1,577 victims"
    assert made.period_start == datetime.date(2021, 1, 1)
    assert made.period_end == datetime.date(2021, 12, 31)


def test_half_a_year_ends_with_its_last_month() -> None:
    (made,) = draw("It counted 104 cases in the first half of 2024.", "Cases")
    assert (made.period_start, made.period_end) == (
        datetime.date(2024, 1, 1),
        datetime.date(2024, 6, 30),
    )
    assert made.period_basis == "stated"


def test_the_figures_say_what_they_are_part_of_and_compared_with() -> None:
    cases, before, victims, women = draw(
        "It saw 359 cases in 2021, more than double the 155 cases in 2020. "
        "It rescued 290 victims, 241 of whom were women.",
        "Cases", "Cases before", "Victims", "Women",
    )  # fmt: skip
    assert cases.compared_with == before
    assert cases.comparison_as_printed == "more than double the"
    assert women.part_of == victims


def test_what_was_left_out_is_not_referred_to() -> None:
    drawn = figuring.Drawn(read("It rescued 290 victims, 241 of whom were women.", ()))
    drawn.draw({1: indicator("Women")}, factories.draft(), None)
    drawn.connect(None)
    assert Figure.objects.get().part_of is None


def test_a_number_too_large_to_keep_is_refused() -> None:
    with pytest.raises(ValidationError):
        draw("It printed 900000000000000 billion notes in 2021.", "Notes")


def test_an_indicator_is_proposed_only_if_it_is_the_only_one_that_fits() -> None:
    printed = Printed("15 gates", 0, 8, 15, "gates")
    gates = indicator("Gates", "pieces")
    assert figuring.likely(printed, [gates, indicator("Dykes")]) == gates
    assert (
        figuring.likely(printed, [indicator("Iron", "gates"), indicator("Wood", "gates")]) is None
    )
    assert figuring.likely(printed, []) is None


def test_every_qualifier_that_is_read_can_be_kept() -> None:
    assert {name for name, _words in QUALIFIERS} <= set(figuring.QUALIFIERS)
