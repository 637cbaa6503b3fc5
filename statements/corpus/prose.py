"""Texts of the corpus: sentences and runs of words that are made once, put together by chance.

To draw every word of every text by itself took a third of the time that a corpus took.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from random import Random
from typing import NamedTuple

from statements.corpus.vocabulary import ENGLISH_WORDS, Lexicon, english, khmer
from statements.postings.terms import LONGEST_RUN, terms

SENTENCES = 1 << 16  # of English; at a million statements, each stands in some ninety
LENGTHS = range(8, 21)  # words of a sentence
RUNS = 1 << 12  # of Khmer, each in some hundred
IN_A_RUN = 9  # words that are run together, as Khmer is written


class Passage(NamedTuple):
    """A text, its search tokens parted by blanks, and what it was drawn from.

    That is told by the numbers of English words, and of runs of Khmer behind them; `terms` are
    those that none of these has by itself.
    """

    text: str
    tokens: str
    drawn: "array[int]"
    terms: frozenset[str] = frozenset()


class Run(NamedTuple):
    """Khmer words run together, with their clusters, and the terms within them."""

    number: int
    text: str
    tokens: str
    clusters: list[str]
    terms: set[str]


Sentence = tuple[str, str, "array[int]"]  # text, tokens and the numbers of its words
NOTHING = Passage("", "", array("H"))


@cache
def sentences() -> list[Sentence]:
    """The English sentences, the same for every seed; their words follow Zipf's law."""
    rng = Random("Sentences")  # noqa: S311  # no secret
    lengths = rng.choices(LENGTHS, k=SENTENCES)
    return list(_sentences(english(), array("H", english().draw(rng, sum(lengths))), lengths))


@cache
def runs() -> list[Run]:
    """The runs of Khmer, the same for every seed."""
    rng = Random("Runs")  # noqa: S311  # no secret
    return list(_runs(khmer(), rng))


def passage(rng: Random, least: int) -> Passage:
    """Draw English sentences until there are at least so many words."""
    known, words, texts, tokens = sentences(), array("H"), [], []
    while len(words) < least:
        text, found, numbers = known[int(rng.random() * SENTENCES)]
        texts.append(text)
        tokens.append(found)
        words += numbers
    return Passage(" ".join(texts), " ".join(tokens), words)


def in_khmer(rng: Random, count: int) -> Passage:
    """Draw so many runs of Khmer."""
    known = runs()
    chosen = [known[int(rng.random() * RUNS)] for _ in range(count)]
    text, tokens = " ".join([one.text for one in chosen]), " ".join([one.tokens for one in chosen])
    drawn = array("H", [one.number for one in chosen])
    return Passage(f"{text}។", tokens, drawn, frozenset(_across(chosen)))


@cache
def drawn_terms() -> list[Iterable[str]]:
    """The terms of all that is drawn, by its number."""
    return [*((token,) for token in english().tokens), *(run.terms for run in runs())]


def _sentences(lexicon: Lexicon, drawn: "array[int]", lengths: Sequence[int]) -> Iterator[Sentence]:
    start = 0
    for length in lengths:
        words = drawn[start : start + length]
        text = " ".join(lexicon.spelt(words))
        yield f"{text[0].upper()}{text[1:]}.", lexicon.indexed(words), words
        start += length


def _runs(lexicon: Lexicon, rng: Random) -> Iterator[Run]:
    for number in range(ENGLISH_WORDS, ENGLISH_WORDS + RUNS):
        drawn = lexicon.draw(rng, IN_A_RUN)
        tokens = lexicon.indexed(drawn)
        yield Run(number, "".join(lexicon.spelt(drawn)), tokens, tokens.split(), terms(tokens))


def _across(chosen: Sequence[Run]) -> Iterator[str]:
    """The terms that begin in one run and end in the next; none is as long as a run."""
    for one, other in pairwise(chosen):
        before = one.clusters[1 - LONGEST_RUN :]
        both = before + other.clusters[: LONGEST_RUN - 1]
        for length in range(2, LONGEST_RUN + 1):
            for start in range(len(before) - length + 1, len(before)):
                yield "_".join(both[start : start + length])
