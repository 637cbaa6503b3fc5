from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import PartialDate
from statements.coverage import MOST, coverage, gaps


def dates(*texts: str) -> list[PartialDate]:
    return [PartialDate.parse(text) for text in texts]


def told(*texts: str, **period: date) -> list[str]:
    return [gap.words() for gap in gaps(dates(*texts), **period)]


def test_nothing_covers_nothing() -> None:
    assert coverage([]) is None


def test_a_gap_lies_between_the_dates_around_it() -> None:
    covered = coverage(dates("2023-09-01", "2022-08-12", "2023-03-31"))
    assert covered is not None
    assert covered.span == "12 August 2022 – 1 September 2023"
    assert [gap.words() for gap in covered.gaps] == [
        "between 12 August 2022 and 31 March 2023",
        "between 31 March 2023 and 1 September 2023",
    ]
    assert [gap.days for gap in covered.gaps] == [230, 153]


def test_days_that_follow_each_other_leave_no_gap() -> None:
    assert told("2022-08-12", "2022-08-13", "2022-08-13") == []
    assert told("2022-08-12", "2022-08-14") == ["between 12 August 2022 and 14 August 2022"]


def test_where_a_statement_may_lie_there_is_no_gap() -> None:
    assert told("2022", "2022-12-31", "2023-01-01") == []
    assert told("2021-12", "2022", "2023-01") == []
    assert told("2022-01-01", "2022", "2023-03-01") == ["between 2022 and 1 March 2023"]


def test_a_year_that_reaches_over_later_days_ends_a_gap_and_begins_the_next() -> None:
    assert told("2020", "2022", "2022-06-01", "2024") == [
        "between 2020 and 2022",
        "between 2022 and 2024",
    ]


def test_silence_at_the_ends_of_the_period_asked_for_counts() -> None:
    period = {"since": date(2020, 1, 1), "until": date(2024, 12, 31)}
    assert told("2022-08", **period) == ["before August 2022", "after August 2022"]
    assert told("2019", "2025", **period) == ["between 2019 and 2025"]


def test_short_gaps_are_not_worth_a_word() -> None:
    covered = coverage(dates("2022-01-01", "2022-03-31", "2022-07-01"))
    assert covered is not None
    assert [gap.days for gap in covered.gaps] == [91]


def test_the_longest_are_named_in_the_order_of_time_and_the_others_counted() -> None:
    covered = coverage(dates("2001", "2003", "2009", "2011", "2020", "2024"))
    assert covered is not None
    assert [gap.words() for gap in covered.gaps] == [
        "between 2003 and 2009",
        "between 2011 and 2020",
        "between 2020 and 2024",
    ]
    assert covered.further == 2


def test_statements_without_a_known_day_are_counted() -> None:
    covered = coverage(dates("2022", "2022-08", "2022-08-12"))
    assert covered is not None
    assert covered.vague == 2


def test_one_date_is_its_own_span() -> None:
    covered = coverage(dates("2022-08", "2022-08"))
    assert covered is not None
    assert covered.span == "August 2022"


def test_the_last_days_there_are_can_be_covered() -> None:
    assert told("1000", "9999-12-31", until=date.max) == ["between 1000 and 31 December 9999"]


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 1, 1))
LENGTHS = st.sampled_from([4, 7, 10])
DATES = st.builds(lambda day, length: PartialDate.parse(str(day)[:length]), DAYS, LENGTHS)


@given(st.lists(DATES, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_no_date_lies_in_a_gap_and_their_order_does_not_matter(
    found: list[PartialDate], shuffled: object
) -> None:
    named = list(gaps(found))
    for gap in named:
        assert gap.after is not None
        assert gap.before is not None
        assert gap.days == (gap.before.earliest - gap.after.latest).days - 1 > 0
        for one in found:
            assert one.latest <= gap.after.latest or one.earliest >= gap.before.earliest
    mixed = list(found)
    shuffled.shuffle(mixed)  # type: ignore[attr-defined]
    again = [(gap.words(), gap.days) for gap in gaps(mixed)]
    assert len(again) == len(named)
    assert [days for _words, days in again] == [gap.days for gap in named]


@pytest.mark.parametrize("number", [1, 5])
def test_no_more_gaps_are_named_than_fit(number: int) -> None:
    covered = coverage(dates(*[str(2000 + 2 * n) for n in range(number + 1)]))
    assert covered is not None
    assert len(covered.gaps) == min(number, MOST)
    assert len(covered.gaps) + covered.further == number
