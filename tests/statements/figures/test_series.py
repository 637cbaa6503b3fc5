"""Figures in series: what stands together, what conflicts, and what a line may join."""

import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.models import Country
from statements import workflow
from statements.figures.series import Agreement, Point, points, series
from statements.models import Figure, Indicator
from tests import factories
from tests.statements.claims import claim, indicator, only_series
from tests.statements.claims import points as all_points


@pytest.mark.django_db
class TestSeries:
    def test_one_for_each_indicator_and_place(self) -> None:
        claim(1, "2020")
        claim(2, "2021")
        claim(3, "2021", place=factories.country("TH", "Thailand"))
        claim(4, "2021", place=None)
        claim(5, "2021", indicator=indicator("victims", "persons"))
        found = [
            (one.indicator.code, str(one.place), len(one.cells)) for one in series(all_points())
        ]
        assert found == [
            ("cases", "None", 1), ("cases", "Cambodia", 2), ("cases", "Thailand", 1),
            ("victims", "Cambodia", 1),
        ]  # fmt: skip

    def test_unequal_values_of_several_claimants_conflict_and_are_both_kept(self) -> None:
        claim(538, "2021")
        claim(530, "2021")
        (cell,) = only_series().cells
        assert cell.agreement == Agreement.CONFLICT
        assert [int(point.figure.value) for point in cell.points] == [538, 530]

    def test_one_claimant_in_two_statements_conflicts_with_itself(self) -> None:
        speaker = factories.speaker()
        for value in (1, 2):
            claim(value, "2021", of=factories.published(f"We say {value}.", speaker=speaker))
        assert only_series().conflicts

    def test_two_values_of_one_statement_do_not_conflict(self) -> None:
        statement = factories.published()
        claim(1, "2021", of=statement)
        claim(2, "2021", of=statement)
        assert only_series().cells[0].agreement == Agreement.REPEATED

    def test_equal_values_of_several_claimants_corroborate(self) -> None:
        claim(359, "2021")
        claim(359, "2021")
        assert only_series().cells[0].agreement == Agreement.CORROBORATED

    def test_values_for_different_periods_never_conflict(self) -> None:
        claim(359, "2021")
        claim(269, "2021-01-01/2021-09-30")
        assert [cell.agreement for cell in only_series().cells] == [Agreement.SINGLE] * 2

    def test_only_equal_lengths_that_follow_are_joined(self) -> None:
        for value, period in (
            (92, "2016"), (159, "2017"), (129, "2017-01-01/2017-10-31"), (155, "2020"),
            (109, "2018-01-01/2018-10-31"), (79, "2020-01-01/2020-06-30"), (359, "2021"), (3, ""),
            (4, ""),
        ):  # fmt: skip
            claim(value, period)
        found = only_series()
        values = [int(cell.points[0].figure.value) for cell in found.cells]
        joined = {(values[one], values[other]) for one, other in found.joins}
        assert joined == {(92, 159), (129, 109), (155, 359)}

    def test_nothing_is_joined_to_a_conflict(self) -> None:
        claim(1, "2020")
        claim(2, "2021")
        claim(3, "2021")
        assert only_series().joins == []

    def test_a_part_of_the_same_indicator_stands_under_its_whole(self) -> None:
        whole = claim(290, "2024")
        women, minors = claim(241, "2024", part_of=whole), claim(134, "2024", part_of=whole)
        (cell,) = only_series().cells
        assert [point.figure for point in cell.points] == [whole]
        assert list(cell.points[0].parts) == [women, minors]

    def test_a_part_with_an_indicator_of_its_own_is_a_series_too(self) -> None:
        whole = claim(290, "2024")
        claim(241, "2024", part_of=whole, indicator=indicator("women"))
        claim(250, "2024", part_of=whole, indicator=indicator("women"))
        women = next(one for one in series(all_points()) if one.indicator.code == "women")
        assert women.conflicts
        assert {point.whole for point in women.points} == {whole}

    def test_parts_that_only_words_tell_apart_do_not_conflict(self) -> None:
        whole = claim(290, "2024", indicator=indicator("all"))
        one, other = claim(241, "2024", part_of=whole), claim(134, "2024", part_of=whole)
        Figure.objects.filter(pk__in=[one.pk, other.pk]).update(indicator=whole.indicator)
        outside = [p for p in all_points() if p.figure != whole]
        (found,) = series(outside)  # their whole is not in the selection
        assert len(found.cells) == 2

    def test_a_part_of_a_part_stands_by_itself(self) -> None:
        whole = claim(290, "2024")
        minors = claim(134, "2024", part_of=whole)
        girls = claim(80, "2024", part_of=minors)
        shown = [point.figure for point in only_series().points]
        assert shown == [whole, girls]
        assert not only_series().conflicts

    def test_parts_that_are_part_of_one_another_are_all_shown(self) -> None:
        one = claim(5, "2024")
        other = claim(5, "2024", part_of=one)
        Figure.objects.filter(pk=one.pk).update(part_of=other)
        assert {point.figure for point in only_series().points} == {one, other}

    def test_a_part_of_a_hidden_whole_is_not_taken_for_a_whole(self) -> None:
        gone = factories.published("Withdrawn later.")
        claim(241, "2024", part_of=claim(290, "2024", of=gone))
        claim(290, "2024")
        workflow.withdraw(record=gone, by=None, reason="An error.")
        assert not only_series().conflicts

    def test_a_part_is_never_joined_to_a_whole(self) -> None:
        gone = factories.published("Withdrawn later.")
        claim(241, "2020", part_of=claim(290, "2020", of=gone))
        workflow.withdraw(record=gone, by=None, reason="An error.")
        claim(359, "2021")
        assert only_series().joins == []

    def test_a_hidden_whole_is_not_told(self) -> None:
        gone = factories.published("Withdrawn later.")
        whole = claim(290, "2024", of=gone)
        claim(241, "2024", part_of=whole, compared_with=whole)
        workflow.withdraw(record=gone, by=None, reason="An error.")
        (point,) = all_points()
        assert (point.whole, point.base) == (None, None)


CASES = Indicator(pk=1, code="cases", label="Cases", unit="cases")
PLACE = Country(pk=1, iso2="KH", name="Cambodia")
CLAIMS = st.tuples(st.integers(0, 9), st.integers(2015, 2018), st.integers(1, 3))


@given(st.lists(CLAIMS, min_size=1, max_size=12), st.randoms())
def test_order_of_input_never_matters_and_each_figure_appears_once(
    claims: list[tuple[int, int, int]], random: Random
) -> None:
    figures = [
        Figure(
            pk=n, indicator=CASES, place=PLACE, value=value, speaker_id=who, statement_id=n,
            period_start=datetime.date(year, 1, 1), period_end=datetime.date(year, 12, 31),
        )
        for n, (value, year, who) in enumerate(claims, start=1)
    ]  # fmt: skip

    def drawn(of: list[Figure]) -> list[tuple[str, list[int]]]:
        (one,) = series(points(of, {}))
        return [(cell.agreement, [point.figure.pk for point in cell.points]) for cell in one.cells]

    shuffled = figures.copy()
    random.shuffle(shuffled)
    assert drawn(figures) == drawn(shuffled)
    assert sorted(pk for _, pks in drawn(figures) for pk in pks) == [one.pk for one in figures]


def test_a_figure_without_company_is_a_point_alone() -> None:
    figure = Figure(pk=1, part_of_id=7, compared_with_id=8)
    assert points([figure], {}) == [Point(figure)]
