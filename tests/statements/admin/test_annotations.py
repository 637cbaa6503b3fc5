"""A text with spans over it, cut so that each piece can be marked."""

import random

from statements.admin.annotations import Span, segments


def kinds(text: str, *spans: Span) -> list[tuple[str, str]]:
    return [(one.text, " ".join(one.kinds)) for one in segments(text, spans)]


def test_a_text_without_spans_is_one_piece() -> None:
    assert kinds("a text") == [("a text", "")]
    assert kinds("") == []


def test_a_span_in_another_carries_both_kinds() -> None:
    outer, inner = Span(0, 10, "reported"), Span(2, 4, "figure")
    assert kinds("0123456789x", outer, inner) == [
        ("01", "reported"), ("23", "figure reported"), ("456789", "reported"), ("x", ""),
    ]  # fmt: skip


def test_spans_may_overlap_and_touch() -> None:
    spans = [Span(0, 3, "date"), Span(2, 5, "figure"), Span(5, 6, "date")]
    assert kinds("abcdef", *spans) == [
        ("ab", "date"), ("c", "date figure"), ("de", "figure"), ("f", "date"),
    ]  # fmt: skip


def test_two_spans_of_a_kind_are_one_mark_where_they_overlap() -> None:
    spans = [Span(0, 3, "date"), Span(1, 2, "date")]
    assert kinds("abcd", *spans)[1:3] == [("b", "date"), ("c", "date")]


def test_a_piece_names_what_begins_with_it() -> None:
    found = list(segments("abc", [Span(1, 3, "date", "here"), Span(1, 2, "figure", "too")]))
    assert [one.anchors for one in found] == [(), ("here", "too"), ()]


def test_what_lies_outside_is_no_mark() -> None:
    found = list(segments("abc", [Span(0, 2, "outside"), Span(1, 2, "date")]))
    assert [(one.kinds, one.outside) for one in found] == [
        ((), True), (("date",), True), ((), False),
    ]  # fmt: skip


def test_whatever_lies_over_it_the_text_stays_whole() -> None:
    chance = random.Random(7)  # noqa: S311  # no secret
    text = "".join(chr(97 + n % 26) for n in range(200))
    for _ in range(50):
        places = [sorted((chance.randrange(201), chance.randrange(201))) for _ in range(12)]
        spans = [Span(a, b, chance.choice(["date", "figure", "outside"])) for a, b in places]
        found = list(segments(text, spans))
        assert "".join(one.text for one in found) == text
        assert all(one.text for one in found)
