"""Words of the corpus, each with the search tokens that the analyser makes of it.

Words are drawn as a list of their numbers, and both print and tokens are put together from that.
Words stand apart, and every Khmer word begins with a letter that begins a cluster, so the
tokens of a text are those of its words in a row.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from random import Random

from statements.corpus.zipf import Ranks, taken
from statements.search.analyser import tokens

ENGLISH_WORDS = 30_000
KHMER_WORDS = 3_000
KHMER_ROOTS = 243
#: Real words by rank, so that a search can ask for a word of known frequency: "government" stands
#: in a third of the statements, "ceasefire" in a tenth, "hydrofoil" and "zeppelin" in 0.03 %.
KNOWN = {
    1: "the", 2: "of", 3: "and", 4: "to", 5: "in", 6: "that", 7: "for", 8: "is", 9: "on",
    10: "with", 11: "as", 12: "by", 13: "we", 14: "it", 15: "have", 16: "this", 17: "not",
    18: "will", 19: "our", 20: "people", 21: "government", 31: "minister", 37: "country",
    45: "peace", 52: "law", 60: "national", 75: "economy", 92: "ceasefire", 120: "border",
    150: "election", 200: "police", 300: "reform", 400: "budget", 560: "sanctions",
    900: "harbour", 1_500: "vaccine", 3_000: "tariff", 6_000: "glacier", 12_000: "lighthouse",
    29_000: "hydrofoil", 29_900: "zeppelin",
}  # fmt: skip
ONSETS = (
    "b", "br", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "pl",
    "r", "s", "sk", "st", "t", "tr", "v", "w", "z",
)  # fmt: skip
VOWELS = (
    "a", "e", "i", "o", "u", "ai", "au", "ei", "oa", "ou",
)  # fmt: skip
#: No ending that the stemmer takes off.
CODAS = (
    "b", "d", "g", "k", "m", "n", "p", "t", "x", "ck", "ft", "lb", "lk", "lm", "lp", "mp", "nd",
    "nk", "nt", "rb", "rk", "rm", "rp", "sk", "sp",
)  # fmt: skip
KHMER_LETTERS = "កខគឃងចឆជញដថទធនបផពភមយរលវសហអ"
KHMER_SUBSCRIPTS = (
    "្ក", "្ខ", "្គ", "្ង", "្ច", "្ត", "្ន", "្ព", "្ម", "្យ", "្រ", "្ល", "្វ",
)  # fmt: skip
KHMER_VOWELS = ["", "ា", "ិ", "ី", "ឹ", "ុ", "ូ", "ួ", "ើ", "េ", "ែ", "ៃ", "ោ", "ៅ", "ំ", "ះ"]


class Lexicon:
    """Words from the most common to the rarest, and their tokens."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        """Take words with their tokens, parted by blanks."""
        made = list(words)
        self.words = [word for word, _found in made]
        # Most words are their own tokens: one text for both takes half the room in the cache.
        self.tokens = [word if word == found else found for word, found in made]
        self.draw = Ranks(len(made)).draw

    def spelt(self, numbers: Sequence[int]) -> Sequence[str]:
        """Give the words with these numbers."""
        return taken(self.words, numbers)

    def indexed(self, numbers: Sequence[int]) -> str:
        """Give the tokens of the words with these numbers, parted by blanks."""
        return " ".join(taken(self.tokens, numbers))


@cache
def english() -> Lexicon:
    """The English of the corpus, the same for every seed."""
    return Lexicon(_english(Random("English")))  # noqa: S311  # no secret


@cache
def khmer() -> Lexicon:
    """The Khmer of the corpus: roots of one or two syllables, then compounds of them."""
    found = _khmer(Random("Khmer"))  # noqa: S311  # no secret
    return Lexicon((word, " ".join(tokens(word))) for word in found)


def name(rng: Random, syllables: int) -> str:
    """Make up a proper name."""
    return _word(rng, syllables).capitalize()


def khmer_name(rng: Random, roots: int) -> str:
    """Make up a proper name in Khmer."""
    return "".join(rng.choices(khmer().words[:KHMER_ROOTS], k=roots))


def _word(rng: Random, syllables: int) -> str:
    open_ones = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(syllables))
    return open_ones + rng.choice(CODAS)


def _english(rng: Random) -> Iterator[tuple[str, str]]:
    """Make words of which no two share a stem, with that; the more common, the shorter."""
    seen = {token for word in KNOWN.values() for token in tokens(word)}
    for rank in range(1, ENGLISH_WORDS + 1):
        word = KNOWN.get(rank, "")
        stem = tokens(word)[0] if word else ""
        while not word:
            made = _word(rng, 1 if rank < 800 else rng.choice((1, 2, 2, 3)))
            stem = tokens(made)[0]
            word = "" if stem in seen else made
            seen.add(stem)
        yield word, stem


def _khmer(rng: Random) -> Iterator[str]:
    seen: dict[str, None] = {}
    while len(seen) < KHMER_ROOTS:
        seen[_syllables(rng, rng.choice((1, 1, 2)))] = None
    roots = list(seen)
    while len(seen) < KHMER_WORDS:
        seen["".join(rng.choices(roots, k=rng.choice((2, 2, 3))))] = None
    yield from seen


def _syllables(rng: Random, count: int) -> str:
    return "".join(
        rng.choice(KHMER_LETTERS)
        + (rng.choice(KHMER_SUBSCRIPTS) if rng.random() < 0.25 else "")
        + rng.choice(KHMER_VOWELS)
        for _ in range(count)
    )
