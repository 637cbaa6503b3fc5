"""Partial dates: the value and the form field."""

import calendar
from datetime import date
from typing import Any

import edtf
import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import (
    PartialDate,
    PartialDateFormField,
    Precision,
    weekday_matches,
)
from sources.models import Source

BAD_TEXTS = [
    "",
    " ",
    "0",
    "0000",
    "0999-01-01",
    "2014-00",
    "2014-13",
    "2014-02-30",
    "2023-02-29",
    "2014-6",
    "2014-06-1",
    "2014-06-00",
    "2014/06",
    "12/08/2022",
    "June 2014",
    "+2014",
    "-2014",
    "2014-",
    "2014-06-",
    "2014-06-12-01",
    "2014-06-12T00:00",
    "20 14",
    "2014\x00",
    "\x002014",
    "2014\n06",
    "٢٠١٤",
    str(10**20),
    "9" * 70_000,
]
texts = st.one_of(
    st.dates(min_value=date(1000, 1, 1)).map(date.isoformat),
    st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.isoformat()[:7]),
    st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.isoformat()[:4]),
)
partial_dates = texts.map(PartialDate.parse)


def as_date(moment: Any) -> date:
    return date(*moment[:3])


class TestParsing:
    @pytest.mark.parametrize(
        ("text", "earliest", "latest", "precision"),
        [
            ("2022-08-12", date(2022, 8, 12), date(2022, 8, 12), Precision.DAY),
            ("2014-06", date(2014, 6, 1), date(2014, 6, 30), Precision.MONTH),
            ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
            ("2005", date(2005, 1, 1), date(2005, 12, 31), Precision.YEAR),
            (" 2014-06\n", date(2014, 6, 1), date(2014, 6, 30), Precision.MONTH),
            ("២០២២-០៨-១២", date(2022, 8, 12), date(2022, 8, 12), Precision.DAY),
            ("1000", date(1000, 1, 1), date(1000, 12, 31), Precision.YEAR),
            ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31), Precision.DAY),
        ],
    )
    def test_reads_the_three_forms(
        self, text: str, earliest: date, latest: date, precision: Precision
    ) -> None:
        assert PartialDate.parse(text) == PartialDate(earliest, latest, precision)

    @pytest.mark.parametrize("text", BAD_TEXTS)
    def test_refuses_the_rest_and_names_the_three_forms(self, text: str) -> None:
        with pytest.raises(ValueError, match="YYYY-MM-DD, YYYY-MM or YYYY"):
            PartialDate.parse(text)

    @given(texts)
    def test_gives_the_text_back(self, text: str) -> None:
        assert PartialDate.parse(text).isoformat() == str(PartialDate.parse(text)) == text

    @given(partial_dates)
    def test_agrees_with_edtf(self, value: PartialDate) -> None:
        oracle = edtf.parse_edtf(value.isoformat())
        assert as_date(oracle.lower_strict()) == value.earliest
        assert as_date(oracle.upper_strict()) == value.latest

    @given(st.text())
    def test_reads_any_text_or_raises_value_error(self, text: str) -> None:
        try:
            value = PartialDate.parse(text)
        except ValueError:
            return
        assert PartialDate.parse(value.isoformat()) == value


class TestValue:
    @pytest.mark.parametrize(
        ("earliest", "latest", "precision"),
        [
            (date(2014, 6, 2), date(2014, 6, 30), Precision.MONTH),
            (date(2014, 6, 1), date(2014, 6, 2), Precision.DAY),
            (date(2014, 6, 30), date(2014, 6, 1), Precision.MONTH),
            (date(999, 1, 1), date(999, 12, 31), Precision.YEAR),
        ],
    )
    def test_cannot_have_bounds_that_no_text_gives(
        self, earliest: date, latest: date, precision: Precision
    ) -> None:
        with pytest.raises(ValueError, match="not the bounds"):
            PartialDate(earliest, latest, precision)

    @given(partial_dates, partial_dates)
    def test_sorts_by_latest_then_earliest(self, one: PartialDate, other: PartialDate) -> None:
        keys = [(value.latest, value.earliest) for value in (one, other)]
        assert (one < other) == (keys[0] < keys[1])
        assert (one <= other) == (keys[0] <= keys[1])
        assert (one == other) == (keys[0] == keys[1])

    def test_sorts_dates_of_unlike_precision(self) -> None:
        ordered = ["2014-06-01", "2014-06", "2014-07-01", "2014", "2014-12", "2015-01-01"]
        found = sorted(PartialDate.parse(text) for text in reversed(ordered))
        assert [str(value) for value in found] == ordered

    @pytest.mark.parametrize(
        ("one", "other", "answer"),
        [
            ("2014", "2014-06", True),
            ("2014-06", "2014-06-30", True),
            ("2014-06", "2014-07", False),
            ("2014-06-12", "2014-06-13", False),
        ],
    )
    def test_overlaps_both_ways_round(self, one: str, other: str, answer: bool) -> None:
        first, second = PartialDate.parse(one), PartialDate.parse(other)
        assert first.overlaps(second) is second.overlaps(first) is answer

    @given(partial_dates, st.dates(min_value=date(1000, 1, 1)))
    def test_contains_the_days_whose_text_begins_with_its_own(
        self, value: PartialDate, day: date
    ) -> None:
        assert value.contains(day) == day.isoformat().startswith(str(value))


class TestWords:
    @pytest.mark.parametrize(
        ("text", "language", "words"),
        [
            ("2022-08-12", "en", "12 August 2022"),
            ("2014-06", "en", "June 2014"),
            ("2005", "en", "2005"),
            ("2022-08-12", "fr", "12 août 2022"),
            ("2014-06", "km", "មិថុនា 2014"),
        ],
    )
    def test_follow_the_active_language(self, text: str, language: str, words: str) -> None:
        value = PartialDate.parse(text)
        with translation.override(language):
            assert value.words() == words


class TestWeekdays:
    @given(partial_dates)
    def test_are_known_for_days_only(self, value: PartialDate) -> None:
        known = value.precision == Precision.DAY
        assert value.weekday == (value.earliest.weekday() if known else None)

    @pytest.mark.parametrize(
        "printed", ["Thursday", "thursday", "Thu", "Thu.", "Thur", "Thurs.", " THURSDAY "]
    )
    def test_match_however_they_are_printed(self, printed: str) -> None:
        assert weekday_matches(PartialDate.parse("2024-08-15"), printed) is True
        assert weekday_matches(PartialDate.parse("2024-08-16"), printed) is False
        assert weekday_matches(PartialDate.parse("2024-08"), printed) is None

    @pytest.mark.parametrize("number", range(7))
    def test_match_by_their_full_names(self, number: int) -> None:
        monday = PartialDate.parse("2024-08-12")
        assert weekday_matches(monday, calendar.day_name[number]) is (number == 0)

    def test_take_weds_for_wednesday(self) -> None:
        assert weekday_matches(PartialDate.parse("2024-08-14"), "Weds.") is True

    @pytest.mark.parametrize("printed", ["", ".", "T", "Th", "Thx", "Thursdays", "ថ្ងៃ", "\x00"])
    def test_refuse_what_names_no_day(self, printed: str) -> None:
        for text in ("2024-08-15", "2024-08"):
            with pytest.raises(ValueError, match="day of the week"):
                weekday_matches(PartialDate.parse(text), printed)


class TestFormField:
    def test_is_one_text_box_that_says_how_a_date_is_written(self) -> None:
        field = Source._meta.get_field("published_on").formfield()
        assert isinstance(field, PartialDateFormField)
        assert field.widget.input_type == "text"
        assert field.help_text == "YYYY-MM-DD, YYYY-MM or YYYY"

    def test_cleans_to_a_value_and_shows_its_text(self) -> None:
        field = PartialDateFormField()
        value = field.clean(" 2014-06 ")
        assert value == PartialDate.parse("2014-06")
        assert field.prepare_value(value) == "2014-06"
        assert field.prepare_value("June") == "June"

    def test_cleans_blanks_to_none_unless_required(self) -> None:
        assert PartialDateFormField(required=False).clean("  ") is None
        with pytest.raises(ValidationError, match="required"):
            PartialDateFormField().clean("  ")

    def test_explains_what_it_refuses(self) -> None:
        with pytest.raises(ValidationError, match="YYYY-MM-DD, YYYY-MM or YYYY"):
            PartialDateFormField().clean("June 2014")

    def test_sees_what_has_changed(self) -> None:
        field, initial = PartialDateFormField(), PartialDate.parse("2014-06")
        assert not field.has_changed(initial, "2014-06 ")
        assert field.has_changed(initial, "2014")
        assert field.has_changed(initial, "June")
