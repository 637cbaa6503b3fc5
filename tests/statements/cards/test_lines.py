from hypothesis import given
from hypothesis import strategies as st

from statements.cards.lines import block, fitted, wrapped

WORDS = "We will act, and soon."
KHMER = "ប្រទេស\u200bកម្ពុជា"


def letters(text: str) -> float:
    return len(text)


def sized(text: str, size: int) -> float:
    return len(text) * size


def test_lines_break_between_words() -> None:
    assert wrapped(WORDS, letters, 12) == ["We will act,", "and soon."]
    assert wrapped(WORDS, letters, 100) == [WORDS]
    assert wrapped("", letters, 10) == []


def test_khmer_breaks_at_zero_width_spaces_else_between_clusters() -> None:
    assert wrapped(KHMER, letters, 8) == ["ប្រទេស\u200b", "កម្ពុជា"]
    for line in wrapped(KHMER.replace("\u200b", ""), letters, 4):
        assert "\u1780" <= line[0] <= "\u17b3", line


def test_a_word_that_is_too_wide_is_broken() -> None:
    assert wrapped("abcdefgh", letters, 3) == ["abc", "def", "gh"]


def test_the_largest_size_that_fits_is_taken() -> None:
    made = block(WORDS, sized, width=60, height=100, sizes=(50, 5, 1), leading=1)
    assert (made.size, made.lines) == (5, ["We will act,", "and soon."])


def test_what_fits_in_no_size_ends_at_a_word_with_an_ellipsis_and_its_mark() -> None:
    made = block(WORDS, sized, width=12, height=1, sizes=(2, 1), leading=1, closing="”")
    assert made.lines == ["We will…”"]


def test_one_line_is_cut_where_it_is_too_wide() -> None:
    assert fitted("Secretary  of State", letters, 18) == "Secretary of State"
    assert fitted("Secretary of State", letters, 14) == "Secretary of…"


@given(st.text(), st.integers(2, 30))
def test_no_line_is_too_wide(text: str, width: int) -> None:
    for line in wrapped(text, letters, width):
        assert len(line) <= width or len(line) <= 6, line  # a single cluster may be
