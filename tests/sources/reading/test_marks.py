import pytest

from sources.reading.marks import marked


def pieces(text: str) -> list[str]:
    spans, at = [], 0
    for paragraph in text.split("\n\n"):
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [text[piece.start : piece.end] for piece in marked(text, spans)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “a b” and “c”.", ["a b", "c"]),
        ('He said "a b" and "c".', ["a b", "c"]),
        ("He said ''a b''.", ["a b"]),
        ("He said ”a b“ twice.", ["a b"]),
        ("He said ”a b” twice.", ["a b"]),
        ("He said « a b » twice.", ["a b"]),
        ("He said „a b“ twice.", ["a b"]),
        ("He said:“a b”.", ["a b"]),
    ],
)
def test_marks_are_paired_by_their_place(text: str, found: list[str]) -> None:
    assert pieces(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It’s the officers’ duty.",
        "In the ’90s they didn't.",
        "rock 'n' roll’s end",
        "6″ by 8″ tall",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert pieces(text) == []


def test_a_plural_owner_does_not_close_a_single_mark() -> None:
    assert pieces("‘The officers’ pay is low,’ she said.") == ["The officers’ pay is low,"]


def test_what_is_nested_belongs_to_the_outer_piece() -> None:
    assert pieces("“She said ‘no’ twice.”") == ["She said ‘no’ twice."]
    assert pieces("“She said “no” twice.”") == ["She said “no” twice."]
    assert pieces("‘She said “no” twice.’") == ["She said “no” twice."]


def test_a_reopened_mark_makes_a_piece_of_each_paragraph() -> None:
    assert pieces("“One.\n\n“Two.\n\n“Three,” she said.") == ["One.", "Two.", "Three,"]


def test_one_pair_may_span_two_paragraphs() -> None:
    assert pieces("She said: “One.\n\nTwo.” Then she left.") == ["One.\n\nTwo."]


def test_a_title_never_closed_is_left_out() -> None:
    assert pieces("In their “Report for 2021.\n\nShe left.\n\n“No,” she said.") == ["No,"]


def test_a_forgotten_closing_mark_ends_before_the_attribution() -> None:
    assert pieces("“We go, she said.\n\n“We stay,” she added.") == ["We go,", "We stay,"]
