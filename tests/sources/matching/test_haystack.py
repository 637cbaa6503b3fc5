import pytest

from sources.matching.folding import fold
from sources.matching.haystack import Haystack, count_words, has_words, haystack

TEXT = "The cat sat.\n\nthe cat ran; Covid-19 cost -5% or $5 in 2019–20, — so we—they—say."


def found(quotation: str, text: str = TEXT) -> list[str]:
    source = haystack(text)
    tokens = fold(quotation).tokens
    size = len(tokens)
    return [
        text[slice(*source.span(place, place + size))]
        for spelling in source.spellings(tokens)
        for place in source.hits(spelling)
    ]


def test_a_run_of_words_is_found_with_either_case_of_its_first_letter() -> None:
    assert found("the cat") == ["the cat", "The cat"]


def test_the_case_of_other_letters_counts() -> None:
    assert found("the Cat") == []


@pytest.mark.parametrize("piece", ["he", "Covid", "19", "5", "-5", "2019", "20", "%"])
def test_a_piece_of_a_word_a_compound_or_a_number_is_not_found(piece: str) -> None:
    assert found(piece) == []


@pytest.mark.parametrize("whole", ["Covid-19", "-5%", "$5", "2019-20", "they", "we"])
def test_whole_ones_are_found(whole: str) -> None:
    assert len(found(whole)) == 1


def test_half_of_a_letter_that_is_short_for_two_is_not_found() -> None:
    assert found("ឧ", "កឨ") == []
    assert found("ឧក", "កឨ") == ["ឨ"]


def test_words_the_text_lacks_are_not_found() -> None:
    assert found("the dog") == []


def test_the_tokens_within_offsets_are_those_that_stand_whole() -> None:
    assert Haystack(fold("one two three")).tokens_in(2, 12) == (1, 2)


def test_a_blank_line_parts_paragraphs_and_a_line_break_does_not() -> None:
    assert Haystack(fold("one\n \ntwo")).parted(0, 1)
    assert not Haystack(fold("one\ntwo")).parted(0, 1)


def test_three_khmer_clusters_count_as_one_word() -> None:
    assert count_words(fold("two words, មនុស្សស្ត្រី").kinds) == 3


def test_punctuation_has_no_words() -> None:
    assert not has_words(fold("“… —”"))
    assert has_words(fold("ក"))
