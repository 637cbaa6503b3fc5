from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from statements.postings.places import Places

#: The latest day and the earliest of dates, as precise as they come.
SPANS = (
    ("2022-08-12", "2022-08-12"), ("2022-08-31", "2022-08-01"), ("2022-08-31", "2022-08-31"),
    ("2022-12-31", "2022-01-01"), ("2014-06-30", "2014-06-01"), ("2014-07-01", "2014-07-01"),
)  # fmt: skip
DAYS = ("2010-01-01", "2014-06-15", "2014-07-01", "2022-08-12", "2022-08-13", "2023-01-01")
Dated = dict[int, tuple[str, str]]
dated = st.dictionaries(st.integers(1, 30), st.sampled_from(SPANS), max_size=12)


def of(statements: Dated) -> Places:
    places = Places()
    for pk, (latest, earliest) in statements.items():
        places.add(f"{latest}:{earliest}", pk)
    return places


def in_order(statements: Dated, *, newest_first: bool) -> list[int]:
    return sorted(statements, key=lambda pk: (*statements[pk], pk), reverse=newest_first)


class TestAgainstSorting:
    @given(dated, st.booleans(), st.sets(st.integers(1, 30)))
    def test_a_walk_gives_a_set_in_order(
        self, statements: Dated, newest_first: bool, within: set[int]
    ) -> None:
        walk = of(statements).walk(BitMap(within), newest_first=newest_first)
        order = in_order(statements, newest_first=newest_first)
        assert list(walk) == [pk for pk in order if pk in within]

    @given(dated, st.booleans(), st.sampled_from(SPANS), st.integers(0, 31))
    def test_a_walk_goes_on_behind_any_point(
        self, statements: Dated, newest_first: bool, span: tuple[str, str], pk: int
    ) -> None:
        behind, places = (*span, pk), of(statements)
        walk = places.walk(BitMap(statements), newest_first=newest_first, behind=behind)
        assert list(walk) == [
            one
            for one in in_order(statements, newest_first=newest_first)
            if (
                (*statements[one], one) < behind
                if newest_first
                else (*statements[one], one) > behind
            )
        ]

    @given(dated, st.sets(st.integers(1, 30)), st.integers(1, 12))
    def test_the_day_of_the_nth_newest_is_told(
        self, statements: Dated, within: set[int], number: int
    ) -> None:
        order = [pk for pk in in_order(statements, newest_first=True) if pk in within]
        places = of(statements)
        if number <= len(order):
            day, _earliest = statements[order[number - 1]]
            assert places.day_of_newest(BitMap(within), number) == day
        else:
            with pytest.raises(IndexError):
                places.day_of_newest(BitMap(within), number)

    @given(dated, st.sampled_from(DAYS))
    def test_ranges_hold_what_a_date_can_mean(self, statements: Dated, day: str) -> None:
        places = of(statements)
        assert set(places.since(day)) == {pk for pk, (last, _) in statements.items() if last >= day}
        assert set(places.until(day)) == {
            pk for pk, (_, first) in statements.items() if first <= day
        }

    @given(dated)
    def test_places_read_at_once_are_those_put_one_by_one(self, statements: Dated) -> None:
        sets: dict[str, BitMap] = {}
        for pk, (latest, earliest) in statements.items():
            sets.setdefault(f"{latest}:{earliest}", BitMap()).add(pk)
        assert Places(sets.items()).months == of(statements).months


def test_what_is_taken_out_is_in_no_walk_and_no_range() -> None:
    places = of({1: SPANS[0], 2: SPANS[0]})
    places.remove("2022-08-12:2022-08-12", 1)
    assert list(places.walk(BitMap([1, 2]), newest_first=True)) == [2]
    assert list(places.since("2022-01-01")) == list(places.until("2023-01-01")) == [2]


def test_the_first_day_and_the_last_are_those_of_any_date() -> None:
    places = of({1: SPANS[3], 2: SPANS[0], 3: SPANS[4]})
    assert places.first_and_last() == ("2014-06-01", "2022-12-31")
    places.remove("2014-06-30:2014-06-01", 3)
    assert places.first_and_last() == ("2022-01-01", "2022-12-31")


def test_without_statements_there_is_no_day() -> None:
    assert Places().first_and_last() is None
    assert list(Places().since("2022-01-01")) == []


def test_the_place_of_a_statement_is_known() -> None:
    places = of({1: SPANS[1], 2: SPANS[0]})
    assert places.place_of(1) == ("2022-08-31", "2022-08-01")
    assert places.place_of(2) == ("2022-08-12", "2022-08-12")
    with pytest.raises(KeyError):
        places.place_of(3)


def test_the_sets_given_are_not_changed() -> None:
    given_: Iterable[tuple[str, BitMap]] = [("2022-08-12:2022-08-12", BitMap([1]))]
    places = Places(given_)
    places.add("2022-08-12:2022-08-12", 2)
    assert dict(given_) == {"2022-08-12:2022-08-12": BitMap([1])}
