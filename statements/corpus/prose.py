"""English texts of the corpus: sentences that are made once, put together by chance.

To draw every word of every text by itself took a third of the time that a corpus took.
"""

from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from statements.corpus.vocabulary import Lexicon, english

SENTENCES = 1 << 16  # at a million statements, each stands in some ninety
LENGTHS = range(8, 21)  # words of a sentence


class Passage(NamedTuple):
    """A text, its search tokens parted by blanks, and the numbers of its words."""

    text: str
    tokens: str
    words: "array[int]"


NOTHING = Passage("", "", array("H"))


@cache
def sentences() -> list[Passage]:
    """The sentences of the corpus, the same for every seed; their words follow Zipf's law."""
    rng = Random("Sentences")  # noqa: S311  # no secret
    lengths = rng.choices(LENGTHS, k=SENTENCES)
    drawn = array("H", english().draw(rng, sum(lengths)))
    return list(_cut(english(), drawn, lengths))


def passage(rng: Random, least: int) -> Passage:
    """Draw sentences until there are at least so many words."""
    known, words, chosen = sentences(), array("H"), []
    while len(words) < least:
        one = known[int(rng.random() * SENTENCES)]
        chosen.append(one)
        words += one.words
    text, tokens = " ".join([one.text for one in chosen]), " ".join([one.tokens for one in chosen])
    return Passage(text, tokens, words)


def _cut(lexicon: Lexicon, drawn: "array[int]", lengths: Sequence[int]) -> Iterator[Passage]:
    start = 0
    for length in lengths:
        words = drawn[start : start + length]
        text = " ".join(lexicon.spelt(words))
        yield Passage(f"{text[0].upper()}{text[1:]}.", lexicon.indexed(words), words)
        start += length
