import pytest

from statements.corpus import vocabulary
from statements.corpus.plan import Plan
from statements.corpus.vocabulary import english, khmer
from statements.search.analyser import tokens


def test_no_two_english_words_share_a_token() -> None:
    lexicon = english()
    assert len(lexicon.words) == vocabulary.ENGLISH_WORDS
    assert len(set(lexicon.tokens)) == vocabulary.ENGLISH_WORDS


@pytest.mark.parametrize("rank", [1, 21, 29_900])
def test_real_words_stand_at_known_ranks(rank: int) -> None:
    assert english().words[rank - 1] == vocabulary.KNOWN[rank]


def test_no_two_khmer_words_are_the_same() -> None:
    assert len(set(khmer().words)) == len(khmer().words) == vocabulary.KHMER_WORDS


def test_the_tokens_of_khmer_run_together_are_those_of_its_words() -> None:
    drawn = list(range(vocabulary.KHMER_WORDS))
    assert " ".join(tokens("".join(khmer().spelt(drawn)))) == khmer().indexed(drawn)


def test_names_are_capitalised() -> None:
    assert vocabulary.name(Plan(1, 1).rng(), 2).istitle()
    assert vocabulary.khmer_name(Plan(1, 1).rng(), 2)
