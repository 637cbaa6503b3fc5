"""Which words a benchmark searches for, from a sample of the texts. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sources.khmer import CLUSTER

MOST = 0.6  # of the texts: what stands in more of them is no word that anybody searches for
WORD = re.compile(r"[a-z]{4,}")
RUN = re.compile(rf"(?:{CLUSTER})+")


class Sample:
    """The words of English texts, with the share of the texts in which each stands."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = [WORD.findall(text.lower()) for text in texts]
        held = Counter(word for words in self.texts for word in set(words))
        shares = {word: number / len(self.texts) for word, number in held.items()}
        self.shares = {word: share for word, share in shares.items() if share <= MOST}

    def common(self, number: int = 1) -> list[str]:
        """The words that stand in most texts."""
        return sorted(self.shares, key=lambda word: (-self.shares[word], word))[:number]

    def near(self, share: float, number: int = 1) -> list[str]:
        """The words that stand in about this share of the texts, the nearest first."""
        words = sorted(self.shares, key=lambda word: (abs(self.shares[word] - share), word))
        return words[:number]

    def phrase(self, least: float, most: float) -> str:
        """The most frequent pair of neighbours, each of them in this share of the texts."""
        fit = {word for word, share in self.shares.items() if least <= share <= most}
        pairs: Counter[tuple[str, str]] = Counter()
        for words in self.texts:
            pairs.update(pairwise(words))
        fitting = {pair: n for pair, n in pairs.items() if fit.issuperset(pair)} or pairs
        return " ".join(min(fitting.items(), key=lambda item: (-item[1], item[0]))[0])


def khmer(texts: Sequence[str], length: int) -> str:
    """The run of so many clusters that stands in most of these Khmer texts."""
    held: Counter[str] = Counter()
    for text in texts:
        runs = (re.findall(CLUSTER, run) for run in RUN.findall(text))
        held.update({found for run in runs for found in _windows(run, length)})
    return min(held, key=lambda run: (-held[run], run)) if held else ""


def _windows(clusters: Sequence[str], length: int) -> Iterator[str]:
    for start in range(len(clusters) - length + 1):
        yield "".join(clusters[start : start + length])
