from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from statements.charts.scales import (
    NumberScale,
    TimeScale,
    clean_ticks,
    lanes,
    spread,
    year_ticks,
)

DECADE = TimeScale.of_years(2001, 2010, 100, 1100)
PLACES = st.integers(0, 500)
SPANS = st.lists(st.tuples(PLACES, PLACES).map(lambda pair: (min(pair), max(pair))))


def test_a_scale_of_years_goes_from_the_first_day_to_the_end_of_the_last() -> None:
    assert DECADE.at(date(2001, 1, 1)) == 100
    assert DECADE.after(date(2010, 12, 31)) == 1100
    assert DECADE.at(date(2006, 1, 1)) == 600
    assert DECADE.years == range(2001, 2011)


def test_a_day_outside_falls_on_the_nearer_end() -> None:
    assert DECADE.at(date(1990, 1, 1)) == 100
    assert DECADE.after(date(2030, 1, 1)) == 1100


def test_the_middle_of_a_year_lies_half_way() -> None:
    assert DECADE.middle(date(2001, 1, 1), date(2001, 12, 31)) == 150


def test_the_last_day_there_is_can_be_drawn() -> None:
    assert TimeScale.of_years(9999, 9999, 0, 100).after(date(9999, 12, 31)) == 100


def test_every_year_is_labelled_where_there_is_room() -> None:
    ticks = year_ticks(DECADE)
    assert [tick.year for tick in ticks] == list(range(2001, 2011))
    assert all(tick.labelled for tick in ticks)
    assert (ticks[0].start, ticks[0].middle) == (100, 150)


def test_where_room_is_short_the_last_year_keeps_its_label() -> None:
    ticks = year_ticks(TimeScale.of_years(2001, 2025, 0, 500))
    assert [tick.year for tick in ticks if tick.labelled][-2:] == [2023, 2025]
    assert len(ticks) == 25


def test_millennia_have_few_ticks() -> None:
    ticks = year_ticks(TimeScale.of_years(1000, 9999, 0, 1000))
    assert len(ticks) < 40
    assert ticks[-1].year == 9999


def test_numbers_begin_at_zero_and_go_up() -> None:
    scale = NumberScale(top=400, zero=300, end=100)
    assert [scale.at(value) for value in (0, 200, 400, 500, -1)] == [300, 200, 100, 100, 300]
    assert NumberScale(top=0, zero=300, end=100).at(5) == 300


def test_ticks_of_numbers_are_clean() -> None:
    assert clean_ticks(359) == [0, 100, 200, 300, 400]
    assert clean_ticks(1577) == [0, 500, 1000, 1500, 2000]
    assert clean_ticks(1) == [0, 0.2, 0.4, 0.6, 0.8, 1]
    assert clean_ticks(0) == [0, 1]


@given(st.floats(min_value=1e-3, max_value=1e15))
def test_ticks_reach_the_highest_number_and_are_few(highest: float) -> None:
    ticks = clean_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest * (1 - 1e-6)
    assert 2 <= len(ticks) <= 7


@given(SPANS)
def test_spans_in_one_lane_do_not_overlap(spans: list[tuple[int, int]]) -> None:
    found = lanes(spans, gap=3)
    for lane in set(found):
        inside = sorted(span for span, own in zip(spans, found, strict=True) if own == lane)
        for one, other in pairwise(inside):
            assert one[1] + 3 <= other[0]


def test_spans_apart_share_a_lane() -> None:
    assert lanes([(10, 20), (0, 5), (15, 30), (40, 50)]) == [0, 0, 1, 0]
    assert lanes([]) == []


@given(st.lists(PLACES))
def test_labels_keep_their_distance_and_their_order(places: list[int]) -> None:
    found = spread(places, 14)
    assert all(new >= old for new, old in zip(found, places, strict=True))
    ordered = sorted(found)
    assert all(b - a >= 14 for a, b in pairwise(ordered))
    paired = sorted(zip(places, found, strict=True))
    assert [place for _old, place in paired] == ordered


def test_labels_that_have_room_stay_where_they_are() -> None:
    assert spread([50, 10, 12], 14) == [50, 10, 24]
