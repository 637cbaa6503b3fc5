"""What does not add up among recorded figures, and what does."""

from typing import Any

import pytest

from sources.models import Source
from statements.figures.checks import Finding, findings, for_checks
from statements.models import Figure, FigureNote
from tests import factories
from tests.statements.claims import claim, indicator

pytestmark = pytest.mark.django_db

Rule = FigureNote.Rule
H1_2024 = "2024-01-01/2024-06-30"


def found() -> list[Finding]:
    return findings(list(for_checks(Figure.objects.order_by("pk"))))


def rules() -> list[Rule]:
    return [one.rule for one in found()]


def compared(new: float, base: float, words: str) -> list[Finding]:
    other = claim(base, "2020")
    claim(new, "2021", compared_with=other, comparison_as_printed=words)
    return found()


@pytest.mark.parametrize(
    ("new", "base", "words"),
    [
        (359, 155, "more than double"), (310, 155, "doubled"), (159, 92, "+72.82%"),
        (122, 269, "a fall of 54.6 per cent"), (50, 100, "half"), (5, 4, "compared with"),
        (5, 0, "double"),
    ],
)  # fmt: skip
def test_a_stated_change_that_holds(new: float, base: float, words: str) -> None:
    assert compared(new, base, words) == []


def test_a_ratio_that_does_not_hold() -> None:
    (one,) = compared(300, 155, "more than double")
    assert one.rule == Rule.RATIO
    assert one.words == "“more than double” is stated, but 300 is 1.94 times 155."


def test_a_per_cent_that_was_computed_on_the_wrong_base() -> None:
    (one,) = compared(104, 87, "+16.34%")
    assert one.rule == Rule.RATIO
    assert "a share of the new number 104" in one.words
    assert "on 87, from which it set out, it is 19.54 %." in one.words


def test_a_per_cent_that_is_simply_wrong() -> None:
    (one,) = compared(104, 87, "a rise of 40 per cent")
    assert one.words == "“a rise of 40 per cent” is stated, but from 87 to 104 is 19.54 %."


def test_a_part_larger_than_its_whole() -> None:
    part = claim(300, "2024", part_of=claim(290, "2024"))
    (one,) = found()
    assert (one.rule, one.figure) == (Rule.PART, part)


def test_a_part_of_another_unit_or_of_at_least_so_many_is_not_too_large() -> None:
    claim(300, "2024", part_of=claim(290, "2024"), indicator=indicator("victims", "persons"))
    claim(300, "2023", part_of=claim(290, "2023", qualifier=Figure.Qualifier.AT_LEAST))
    assert rules() == []


def test_overlapping_parts_cannot_be_summed() -> None:
    whole = claim(290, H1_2024)
    women, minors = claim(241, H1_2024, part_of=whole), claim(134, H1_2024, part_of=whole)
    (one,) = found()
    assert (one.rule, one.figure, list(one.others)) == (Rule.OVERLAP, whole, [women, minors])
    assert one.words == "The parts 241 + 134 make 375, more than the whole, 290."
    assert one.concerns([minors])


def test_parts_that_make_the_whole_are_no_matter() -> None:
    whole = claim(104, H1_2024)
    claim(22, H1_2024, part_of=whole)
    claim(82, H1_2024, part_of=whole)
    assert rules() == []


def court(**fields: Any) -> Figure:
    of_court = indicator("court", "cases", "Trafficking cases taken to court")
    return claim(538, "2021", indicator=of_court, **fields)


def test_more_cases_in_court_than_recorded_by_the_same_claimant() -> None:
    statement = factories.published(said_on="2025-12-31")
    recorded = claim(
        359, "2021", of=statement, indicator=indicator("t", "cases", "Trafficking cases")
    )
    claim(9_000, "2021", of=statement, indicator=indicator("thefts", "cases", "Thefts"))
    figure = court(of=statement)
    (one,) = found()
    assert (one.rule, one.figure, list(one.others)) == (Rule.COURT, figure, [recorded])


def test_cases_of_another_claimant_or_period_are_not_set_against_it() -> None:
    statement = factories.published(said_on="2025-12-31")
    claim(359, "2021")
    claim(359, "2020", of=statement)
    court(of=statement)
    assert rules() == []


def test_a_period_that_ends_after_the_statement() -> None:
    august = factories.published("In August.", said_on="2024-08")
    claim(1, H1_2024, of=august)
    claim(2, "2024-01-01/2024-08-31", of=august)  # the last of August may be the day
    late = claim(3, "2024", of=august)
    (one,) = found()
    assert (one.rule, one.figure) == (Rule.PERIOD, late)
    assert "31 December 2024" in one.words
    assert "August 2024" in one.words


def test_a_period_that_ends_after_the_source_where_there_is_no_statement() -> None:
    figure = claim(1, "2024")
    source: Source = factories.source(published_on="2024-08-12")
    Figure.objects.filter(pk=figure.pk).update(statement=None, source=source)
    assert rules() == [Rule.PERIOD]
    source.published_on = None
    source.save()
    assert rules() == []


def test_figures_that_refer_to_none_of_those_given_are_let_be() -> None:
    whole = claim(290, "2024")
    claim(300, "2024", part_of=whole, compared_with=whole, comparison_as_printed="double")
    assert findings(list(for_checks(Figure.objects.exclude(pk=whole.pk)))) == []


def test_nothing_is_found_in_nothing() -> None:
    assert findings([]) == []
