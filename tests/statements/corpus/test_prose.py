from collections import Counter

import pytest

from statements.corpus.plan import Plan
from statements.corpus.prose import (
    IN_A_RUN,
    LENGTHS,
    RUNS,
    SENTENCES,
    drawn_terms,
    in_khmer,
    passage,
    runs,
    sentences,
)
from statements.corpus.vocabulary import english
from statements.postings.terms import terms
from statements.search.analyser import tokens


def test_the_tokens_of_a_passage_are_those_of_its_words() -> None:
    drawn = passage(Plan(1, 1).rng(), 200)
    assert " ".join(tokens(drawn.text)) == drawn.tokens == english().indexed(drawn.drawn)


def test_a_passage_has_whole_sentences_until_it_is_long_enough() -> None:
    rng = Plan(1, 1).rng()
    for least in (1, 20, 100):
        drawn = passage(rng, least)
        assert least <= len(drawn.drawn) < least + LENGTHS[-1]
        parts = drawn.text.removesuffix(".").split(". ")
        assert all(part[0].isupper() and len(part.split()) in LENGTHS for part in parts)


def test_the_same_chance_draws_the_same_passage() -> None:
    assert passage(Plan(1, 1).rng("a"), 50) == passage(Plan(1, 1).rng("a"), 50)
    assert passage(Plan(1, 1).rng("a"), 50) != passage(Plan(1, 1).rng("b"), 50)


def test_words_of_sentences_follow_zipfs_law() -> None:
    held = Counter(word for _text, _tokens, words in sentences() for word in words)
    assert len(sentences()) == SENTENCES
    assert 1.8 < held[0] / held[1] < 2.2
    assert 90 < held[0] / held[99] < 110


@pytest.mark.parametrize("count", [1, 2, 12])
def test_khmer_is_found_by_the_terms_of_its_tokens(count: int) -> None:
    drawn = in_khmer(Plan(1, 1).rng(), count)
    assert " ".join(tokens(drawn.text)) == drawn.tokens
    within = {term for number in drawn.drawn for term in drawn_terms()[number]}
    assert within | drawn.terms == set(terms(drawn.tokens))
    assert count == 1 or not drawn.terms <= within


def test_khmer_is_run_together_and_has_a_blank_between_runs() -> None:
    drawn = in_khmer(Plan(1, 1).rng(), 3)
    printed = [runs()[number - len(english().words)].text for number in drawn.drawn]
    assert drawn.text == f"{' '.join(printed)}។"


def test_what_is_drawn_has_numbers_of_its_own() -> None:
    assert len(drawn_terms()) == len(english().words) + RUNS
    assert [run.number for run in runs()] == list(range(len(english().words), len(drawn_terms())))
    assert all(len(run.clusters) >= IN_A_RUN for run in runs())
