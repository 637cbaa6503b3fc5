import datetime

import pytest

from statements.figures.spans import Span


def span(text: str) -> Span:
    start, _, end = text.partition("/")
    day = datetime.date.fromisoformat
    return Span(day(start) if start else None, day(end) if end else None)


@pytest.mark.parametrize(
    ("text", "words", "length"),
    [
        ("2021-01-01/2021-12-31", "2021", "a year"),
        ("2021-07-01/2022-06-30", "July 2021 – June 2022", "a year"),
        ("2024-01-01/2024-06-30", "January – June 2024", "half a year"),
        ("2018-01-01/2018-10-31", "January – October 2018", "10 months"),
        ("2024-02-01/2024-02-29", "February 2024", "1 month"),
        ("2019-01-01/2020-12-31", "2019 – 2020", "24 months"),
        ("2024-03-03/2024-03-12", "3 March 2024 – 12 March 2024", "10 days"),
        ("2024-03-03/", "from 3 March 2024", ""),
        ("/2024-03-03", "until 3 March 2024", ""),
        ("/", "not stated", ""),
        ("9999-01-01/9999-12-31", "9999", "a year"),
    ],
)
def test_a_span_and_its_length_in_words(text: str, words: str, length: str) -> None:
    assert (span(text).words(), span(text).length_in_words()) == (words, length)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2020-01-01/2020-12-31", "2021-01-01/2021-12-31"),
        ("2024-01-01/2024-06-30", "2024-07-01/2024-12-31"),
        ("2019-01-01/2019-06-30", "2020-01-01/2020-06-30"),
    ],
)
def test_what_follows(first: str, second: str) -> None:
    assert span(first).is_followed_by(span(second))
    assert not span(second).is_followed_by(span(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2020-01-01/2020-12-31", "2021-01-01/2021-06-30"),
        ("2017-01-01/2017-12-31", "2020-01-01/2020-12-31"),
        ("2019-01-01/2019-06-30", "2021-01-01/2021-06-30"),
        ("2018-01-01/2019-12-31", "2019-01-01/2020-12-31"),
        ("/", "/"),
        ("2024-01-01/", "2025-01-01/"),
        ("2024-02-29/2024-02-29", "2025-02-28/2025-02-28"),
        ("9999-01-01/9999-12-31", "9999-01-01/9999-12-31"),
    ],
)
def test_what_does_not_follow(first: str, second: str) -> None:
    assert not span(first).is_followed_by(span(second))


def test_spans_without_a_beginning_come_last() -> None:
    spans = [span("/"), span("2021-01-01/2021-12-31"), span("2021-01-01/2021-06-30")]
    assert sorted(spans, key=lambda one: one.order) == [spans[2], spans[1], spans[0]]
