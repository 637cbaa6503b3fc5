import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.matching.folding import fold, initial_lowered, initial_swapped

WORDS = [
    "We", "don’t", "don't", "Covid-19", "1,577", "2.5", "…", "...", ". . .", "--", "—", "''",
    "“", '"', "co\u00adoperate", "a\u200bb", "ﬁne", "e\u0301", "½", "ស្ត្រី", "ស្រ្តី",
    "ឨ", "\u200b", "ไทย", "汉字", "5%",
]  # fmt: skip
texts = st.text(max_size=60) | st.lists(
    st.sampled_from(WORDS) | st.sampled_from(" \n\t\u00a0,.'"), max_size=20
).map("".join)


def tokens(text: str) -> list[str]:
    return fold(text).tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“so”", '"so"'),
        ("«so»", "''so''"),
        ("‘so’", '"so"'),
        ("don’t", "don't"),
        ("a — b", "a - b"),
        ("a--b", "a–b"),
        ("a\u00a0\u2009 b", "a\nb"),
        ("traf\u00adfick", "traffick"),
        ("ma\u200bny", "many"),
        ("so …", "so ..."),
        ("so. . .", "so…"),
        ("e\u0301", "é"),
        ("ﬁne", "fine"),
        ("ｆｕｌｌ", "full"),
        ("ｶﾞ", "ガ"),
        ("ស្រ្តី", "ស្ត្រី"),
        ("ក\u200bខ", "ក ខ"),
        ("ឨ", "ឧក"),
        ("ក\u17c1\u17b6", "កោ"),
    ],
)
def test_what_differs_in_typography_alone_has_the_same_tokens(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cannot", "can not"),
        ("co-operate", "cooperate"),
        ("president", "President"),
        ("a, b", "a b"),
        ("a. b", "a, b"),
        ("resume", "résumé"),
        ("1,577", "1.577"),
        ("10²", "102"),
        ("we're", "were"),
        ("a..", "a…"),
        ("ស្តី", "ស្រី"),
    ],
)
def test_what_differs_otherwise_has_other_tokens(one: str, other: str) -> None:
    assert tokens(one) != tokens(other)


def test_words_keep_their_apostrophes_and_numbers_their_separators() -> None:
    assert tokens("It’s 1,577 or 2.5, on 12,2022.") == [
        "It's", "1,577", "or", "2.5", ",", "on", "12", ",", "2022", ".",
    ]  # fmt: skip


def test_khmer_is_cut_into_clusters() -> None:
    assert fold("ជួញដូរ").kinds == "kkkk"


def test_both_tokens_of_one_letter_stand_where_it_stands() -> None:
    folded = fold("កឨ")
    assert list(zip(folded.starts, folded.ends, strict=True)) == [(0, 1), (1, 2), (1, 2)]


def test_only_the_first_letter_changes_its_case() -> None:
    assert initial_swapped("weNT") == "WeNT"
    assert initial_lowered("WeNT") == "weNT"


@settings(deadline=None)
@given(texts)
def test_tokens_stand_in_order_within_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.tokens) == len(folded.kinds) == len(folded.starts) == len(folded.ends)
    assert folded.starts == sorted(folded.starts)
    assert folded.ends == sorted(folded.ends)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)


@settings(deadline=None)
@given(texts)
def test_between_tokens_nothing_is_visible(text: str) -> None:
    folded = fold(text)
    for end, start in zip([0, *folded.ends], [*folded.starts, len(text)], strict=True):
        assert not re.search(
            r"[^\W_]", re.sub(r"[\u115f\u1160\u3164\uffa0\u17b4\u17b5]", "", text[end:start])
        )


@settings(deadline=None)
@given(texts)
def test_the_raw_text_of_a_token_folds_to_it_again(text: str) -> None:
    folded = fold(text)
    places = dict.fromkeys(zip(folded.starts, folded.ends, strict=True))
    assert [token for start, end in places for token in tokens(text[start:end])] == folded.tokens


@settings(deadline=None)
@given(texts)
def test_canonical_forms_of_a_text_have_the_same_tokens(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert tokens(composed) == tokens(
        unicodedata.normalize("NFC", unicodedata.normalize("NFD", text))
    )


def test_a_hundred_thousand_marks_on_one_letter_are_one_token() -> None:
    assert len(tokens("a" + "\u0301\u0327" * 50_000)) == 1


def test_a_long_run_of_dots_is_one_token() -> None:
    assert tokens(". " * 50_000) == ["…"]
