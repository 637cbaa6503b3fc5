"""The chart of a series, and that it draws what the table lists."""

from itertools import combinations

import pytest

from statements.charts.figures import CHARACTER, LINE, Mark, figure_chart
from statements.models import Figure
from tests.statements.claims import claim, only_series

pytestmark = pytest.mark.django_db
Qualifier = Figure.Qualifier


def marks() -> dict[str, Mark]:
    return {mark.label: mark for mark in figure_chart(only_series()).marks}


def test_a_bar_covers_its_period_from_zero_up() -> None:
    claim(100, "2020")
    claim(100, "2021-01-01/2021-06-30")
    claim(50, "2022")
    chart = figure_chart(only_series())
    year, half, low = chart.marks
    assert abs(year.width - 2 * half.width) <= 8
    assert year.y == half.y < low.y < chart.bottom
    assert [tick.label for tick in chart.ticks] == ["0", "20", "40", "60", "80", "100"]
    assert chart.ticks[0].y == chart.bottom
    assert [tick.year for tick in chart.years] == [2020, 2021, 2022]
    assert abs(low.y - (chart.bottom + year.y) / 2) <= 1


def test_it_holds_every_number_of_the_series_and_no_other() -> None:
    whole = claim(290, "2024")
    claim(241, "2024", part_of=whole)
    claim(1577, "2021")
    claim(12, "")
    series = only_series()
    listed = {figure for point in series.points for figure in (point.figure, *point.parts)}
    drawn = {figure for mark in figure_chart(series).marks for figure in mark.figures}
    assert drawn == listed
    assert set(marks()) == {"290", "241", "1,577", "12"}


def test_equal_values_for_the_same_are_one_bar_that_names_both_claimants() -> None:
    first, second = claim(359, "2021"), claim(359, "2021")
    (mark,) = figure_chart(only_series()).marks
    assert list(mark.figures) == [first, second]
    assert str(first.speaker) in mark.title
    assert str(second.speaker) in mark.title


def test_values_in_conflict_are_bound_by_an_upright_line() -> None:
    claim(538, "2021")
    claim(359, "2021")
    chart = figure_chart(only_series())
    (line,) = chart.conflicts
    assert {line.y1, line.y2} == {mark.y for mark in chart.marks}
    assert all(mark.is_conflict for mark in chart.marks)
    assert "other values are given" in chart.marks[0].title
    assert not chart.joins


def test_a_line_joins_from_the_end_of_a_span_to_the_beginning_of_the_next() -> None:
    claim(92, "2016")
    claim(159, "2017")
    chart = figure_chart(only_series())
    (line,) = chart.joins
    assert (line.x1, line.y1) == (chart.marks[0].right, chart.marks[0].y)
    assert (line.x2, line.y2) == (chart.marks[1].left, chart.marks[1].y)


def test_bounds_have_an_arrow_and_signs_and_a_disputed_unit_a_question_mark() -> None:
    for year, qualifier in enumerate(Qualifier, start=2001):
        claim(year, str(year), qualifier=qualifier)
    claim(538, "2011", unit_disputed=True, note="Suspects.")
    drawn = marks()
    assert set(drawn) == {"2,001", "≈ 2,002", "≥ 2,003", "≤ 2,004", "> 2,005", "538?"}
    pointed = {label for label, mark in drawn.items() if mark.arrow}
    assert pointed == {"≥ 2,003", "≤ 2,004", "> 2,005"}
    up, down = drawn["≥ 2,003"], drawn["≤ 2,004"]
    assert int(up.arrow.rpartition(",")[2]) < up.y
    assert int(down.arrow.rpartition(",")[2]) > down.y
    assert "unit disputed" in drawn["538?"].title


def test_what_has_no_period_stands_in_a_lane_of_its_own() -> None:
    claim(10, "2021")
    claim(20, "")
    chart = figure_chart(only_series())
    assert chart.lane is not None
    timed, untimed = chart.marks
    assert timed.right < chart.lane < untimed.left


def test_a_series_without_any_period_has_a_lane_and_no_years() -> None:
    claim(20, "")
    chart = figure_chart(only_series())
    assert chart.years == []
    assert chart.lane == chart.left


def test_a_zero_alone_is_drawn_on_the_axis() -> None:
    claim(0, "2021")
    chart = figure_chart(only_series())
    assert chart.marks[0].y == chart.bottom


def test_labels_do_not_cover_each_other() -> None:
    for value in (100, 101, 102, 103):
        claim(value, "2021")
    found = [(mark.label_x, mark.label_y) for mark in figure_chart(only_series()).marks]
    assert len(set(found)) == 4
    assert None not in {y for _x, y in found}


def test_a_label_without_room_is_left_to_the_title_and_the_table() -> None:
    for year in range(2005, 2025):
        claim(900_000_000_000 + year, str(year))
    chart = figure_chart(only_series())
    written = [mark for mark in chart.marks if mark.label_y is not None]
    assert 3 <= len(written) < len(chart.marks) == 20
    assert all("900,000,00" in mark.title for mark in chart.marks)
    for one, other in combinations(written, 2):
        far = CHARACTER * len(one.label) - 1
        apart = abs((one.label_y or 0) - (other.label_y or 0)) >= LINE - 2
        assert apart or abs(one.label_x - other.label_x) >= far


def test_labels_lie_within_the_drawing_and_off_both_axes() -> None:
    for value, period in ((987_654_321_098, ""), (0, "2024"), (876_543_210_987, "2001")):
        claim(value, period)
    chart = figure_chart(only_series())
    for mark in chart.marks:
        half = CHARACTER * len(mark.label) // 2
        assert mark.label_y is not None
        assert mark.label_y < chart.bottom + 6
        assert chart.left <= mark.label_x - half < mark.label_x + half <= chart.width


def test_a_day_among_years_is_still_wide_enough_to_be_seen() -> None:
    claim(5, "2000-03-03/2000-03-03")
    claim(6, "2020")
    assert marks()["5"].width >= 3
