import re
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.khmer import CLUSTER, cluster_key

E, AE, OE, OO, AA, II, U = "\u17c1", "\u17c2", "\u17be", "\u17c4", "\u17b6", "\u17b8", "\u17bb"
NIKAHIT, REAHMUK, TRIISAP, MUUSIKATOAN, ROBAT = "\u17c6", "\u17c7", "\u17ca", "\u17c9", "\u17cc"
COENG = "\u17d2"

khmer_text = st.text(st.characters(min_codepoint=0x1780, max_codepoint=0x17DD), max_size=12)


def clusters(text: str) -> list[str]:
    return re.findall(CLUSTER, text)


def test_a_word_is_cut_into_letters_with_everything_that_belongs_to_them() -> None:
    assert clusters("អំពើជួញដូរមនុស្ស") == ["អំ", "ពើ", "ជួ", "ញ", "ដូ", "រ", "ម", "នុ", "ស្ស"]


def test_a_stack_of_subscripts_is_one_cluster() -> None:
    assert clusters("រដ្ឋមន្ត្រី") == ["រ", "ដ្ឋ", "ម", "ន្ត្រី"]


def test_a_fragment_that_begins_with_a_mark_is_a_cluster() -> None:
    assert clusters("្ត្រីក") == ["្ត្រី", "ក"]


def test_the_repetition_sign_stands_alone() -> None:
    assert clusters("ផ្សេងៗ") == ["ផ្សេ", "ង", "ៗ"]


def test_all_orders_of_subscripts_and_vowel_are_one_spelling() -> None:
    orders = {"".join(parts) for parts in permutations([COENG + "ត", COENG + "រ", II])}
    assert len({cluster_key("ស" + order) for order in orders}) == 1


def test_different_subscripts_stay_different() -> None:
    assert cluster_key("ស" + COENG + "ត") != cluster_key("ស" + COENG + "រ")


def test_the_order_of_subscripts_other_than_ro_is_kept() -> None:
    first, second = COENG + "ក", COENG + "ម"
    assert cluster_key("ស" + first + second) != cluster_key("ស" + second + first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("កើ", "ក" + E + II),
        ("កើ", "ក" + II + E),
        ("កោ", "ក" + E + AA),
        ("កោ", "ក" + AA + E),
        ("កែ", "ក" + E + E),
        ("កុំ", "ក" + NIKAHIT + U),
        ("កាំ", "ក" + NIKAHIT + AA),
        ("កុះ", "ក" + REAHMUK + U),
        ("ប៊ុ", "ប" + U + TRIISAP),
        ("ប៉ា", "ប" + AA + MUUSIKATOAN),
        ("ធម៌", "ធម" + ROBAT),
        ("ម" + ROBAT + COENG + "ម", "ម" + COENG + "ម" + ROBAT),
        ("ស្ត", "ស្ដ"),
        ("ស៊ី", "ស" + U + II),
        ("ញ៉ាំ", "ញ" + U + AA + NIKAHIT),
        ("ប៉ី", "ប" + U + II),
        ("កីី", "កី"),
        ("ក" + COENG, "ក"),
    ],
)
def test_what_looks_the_same_has_the_same_key(one: str, other: str) -> None:
    assert "".join(map(cluster_key, clusters(one))) == "".join(map(cluster_key, clusters(other)))


@pytest.mark.parametrize(
    ("one", "other"), [("កា", "ក"), ("កិ", "កី"), ("កុ", "កូ"), ("កំ", "ក"), ("ដ", "ត"), ("កើ", "កេ")]
)
def test_what_looks_different_has_different_keys(one: str, other: str) -> None:
    assert cluster_key(one) != cluster_key(other)


def test_a_u_without_a_vowel_above_is_no_shifter() -> None:
    assert cluster_key("ស" + U) != cluster_key("ស" + TRIISAP)


def test_a_coeng_without_letter_has_an_empty_key() -> None:
    assert cluster_key(COENG) == ""


@settings(deadline=None)
@given(khmer_text)
def test_the_key_of_a_key_is_itself(text: str) -> None:
    for key in filter(None, map(cluster_key, clusters(text))):
        assert cluster_key(key) == key


@settings(deadline=None)
@given(
    st.permutations([E, AA, U, NIKAHIT, TRIISAP, ROBAT, COENG + "ត", COENG + "រ"]),
    st.sampled_from("កបមស"),
)
def test_the_order_of_marks_never_matters(marks: list[str], letter: str) -> None:
    unordered = cluster_key(letter + "".join(marks))
    assert unordered == cluster_key(letter + "".join(sorted(marks)))
