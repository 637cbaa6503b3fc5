from collections import Counter

from statements.corpus.plan import Plan
from statements.corpus.prose import LENGTHS, SENTENCES, passage, sentences
from statements.corpus.vocabulary import english
from statements.search.analyser import tokens


def test_the_tokens_of_a_passage_are_those_of_its_words() -> None:
    drawn = passage(Plan(1, 1).rng(), 200)
    assert " ".join(tokens(drawn.text)) == drawn.tokens == english().indexed(drawn.words)


def test_a_passage_has_whole_sentences_until_it_is_long_enough() -> None:
    rng = Plan(1, 1).rng()
    for least in (1, 20, 100):
        drawn = passage(rng, least)
        assert least <= len(drawn.words) < least + LENGTHS[-1]
        parts = drawn.text.removesuffix(".").split(". ")
        assert all(part[0].isupper() and len(part.split()) in LENGTHS for part in parts)


def test_the_same_chance_draws_the_same_passage() -> None:
    assert passage(Plan(1, 1).rng("a"), 50) == passage(Plan(1, 1).rng("a"), 50)
    assert passage(Plan(1, 1).rng("a"), 50) != passage(Plan(1, 1).rng("b"), 50)


def test_words_of_sentences_follow_zipfs_law() -> None:
    held = Counter(word for one in sentences() for word in one.words)
    assert len(sentences()) == SENTENCES
    assert 1.8 < held[0] / held[1] < 2.2
    assert 90 < held[0] / held[99] < 110
