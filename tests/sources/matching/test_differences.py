import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.matching.differences import DELETE, EQUAL, INSERT, alike, closest
from sources.matching.folding import fold
from sources.matching.haystack import haystack

TEXT = (
    "The council met on Monday to hear the figures of the year. “We do not deny the finding, but"
    " we do not accept it,” the chair said. “It cannot be denied.” Nobody else took the floor."
)


def diff(quotation: str, text: str = TEXT) -> tuple[tuple[str, str], ...] | None:
    found = closest(haystack(text), fold(quotation))
    return found.diff if found else None


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        (
            "We do deny the finding",
            ((EQUAL, "We do "), (DELETE, "not "), (EQUAL, "deny the finding")),
        ),
        (
            "We do not deny that finding",
            ((EQUAL, "We do not deny "), (DELETE, "the "), (INSERT, "that "), (EQUAL, "finding")),
        ),
        (
            "They do not deny the finding",
            ((DELETE, "We "), (INSERT, "They "), (EQUAL, "do not deny the finding")),
        ),
        (
            "It cannot be quite denied",
            ((EQUAL, "It cannot be "), (INSERT, "quite "), (EQUAL, "denied")),
        ),
    ],
)  # fmt: skip
def test_the_words_that_differ(quotation: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert diff(quotation) == expected


@pytest.mark.parametrize("quotation", ["Quite another thing", "the of to on", "We", "???"])
def test_too_little_in_common_is_nothing(quotation: str) -> None:
    found = closest(haystack("Nothing of it here, or on it."), fold(quotation))
    assert found is None


def test_khmer_is_compared_by_clusters() -> None:
    assert diff("ជួញឌូរមនុស្ស", "ថា ជួញដូរមនុស្ស") == (
        (EQUAL, "ជួញ"),
        (DELETE, "ដូ"),
        (INSERT, "ឌូ"),
        (EQUAL, "រមនុស្ស"),
    )


def test_a_sentence_left_out_without_a_mark_is_shown() -> None:
    text = "We came to the hall early. Nobody was there to meet us. We left it late at night."
    assert diff("We came to the hall early. We left it late at night.", text) == (
        (EQUAL, "We came to the hall early. "),
        (DELETE, "Nobody was there to meet us. "),
        (EQUAL, "We left it late at night."),
    )


words = st.lists(
    st.sampled_from(["one", "two", "three", "four", "five,", "six.", "“seven”"]), max_size=30
)


@settings(deadline=None)
@given(words, words)
def test_the_diff_gives_back_the_passage_and_the_words_of_the_quotation(
    one: list[str], other: list[str]
) -> None:
    text, wanted = " ".join(one), fold(" ".join(other))
    found = closest(haystack(text), wanted)
    if found is None:
        return
    passage = "".join(piece for operation, piece in found.diff if operation != INSERT)
    quotation = " ".join(piece for operation, piece in found.diff if operation != DELETE)
    assert passage == text[found.start : found.end]
    assert fold(quotation).tokens == wanted.tokens


def test_a_changed_word_in_twenty_thousand_characters() -> None:
    text = " ".join(f"w{number % 997} v{number}" for number in range(5000))
    quotation = text[10_000:30_000].split(" ", 1)[1].rsplit(" ", 1)[0]
    middle = quotation.split()[900]
    found = diff(quotation.replace(middle, "changed", 1), text)
    assert found is not None
    assert [piece for piece in found if piece[0] != EQUAL] == [
        (DELETE, f"{middle} "),
        (INSERT, "changed "),
    ]


def test_a_text_that_repeats_itself() -> None:
    assert diff("a a a b", "a " * 50_000) is not None


def test_what_two_strings_begin_with() -> None:
    assert (alike("abc", "abd"), alike("ab", "abc"), alike("", "a")) == (2, 2, 0)
