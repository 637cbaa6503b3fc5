from hypothesis import given
from hypothesis import strategies as st

from statements.shortening import cut, one_line, shortened

KHMER = "យើងខ្ញុំប្តេជ្ញាប្រយុទ្ធប្រឆាំងអំពើជួញដូរមនុស្ស"


def test_a_short_text_stays() -> None:
    assert shortened("We will act.", 12) == "We will act."


def test_a_long_text_ends_between_words_with_an_ellipsis() -> None:
    assert shortened("We will act, and soon, everywhere.", 24) == "We will act, and soon…"
    assert shortened("We will act, and soon", 14) == "We will act…"


def test_a_text_without_blanks_is_cut_where_it_must_be() -> None:
    assert shortened("x" * 30, 10) == "x" * 9 + "…"


def test_no_khmer_cluster_is_torn() -> None:
    for most in range(1, len(KHMER)):
        rest = KHMER[len(cut(KHMER, most)) :]
        assert "\u1780" <= rest[0] <= "\u17b3", most  # a base letter begins what is left
        assert not cut(KHMER, most).endswith("\u17d2"), most


@given(st.text(), st.integers(1, 50))
def test_it_is_never_longer_than_asked(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= max(most, 1)


def test_blanks_and_line_ends_become_one_blank() -> None:
    assert one_line(" a\r\n\tb\u2028c ") == "a b c"
