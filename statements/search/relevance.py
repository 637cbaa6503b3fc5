"""Order by relevance: Okapi BM25, counted in the texts themselves.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the
usual k1 = 1.2 and b = 0.75. A phrase counts like a word. How rare a clause is, is judged among all
that are put in order: they hold all of them, so it is how often that tells them apart.
"""

from collections.abc import Mapping, Sequence

from statements.search.query import Clause

K1 = 1.2
B = 0.75


def by_relevance(
    ids: Sequence[int], texts: Mapping[int, str], wanted: Sequence[Clause]
) -> list[int]:
    """The ids, most relevant first; equally relevant ones stay as they were.

    `texts` are the tokens of each, parted by blanks. A statement without a text comes last.
    """
    sought = [f" {' '.join(clause.tokens)} " for clause in wanted]
    mean = sum(map(len, texts.values())) / len(texts) if texts else 1.0
    scores = {pk: score(text, sought, mean) for pk, text in texts.items()}
    return sorted(ids, key=lambda pk: -scores.get(pk, -1.0))


def score(text: str, sought: Sequence[str], mean: float) -> float:
    """How much a text speaks of what is sought, for texts of this mean length."""
    length = K1 * (1 - B + B * len(text) / mean)
    counts = [_occurrences(text, one) for one in sought]
    return sum(count * (K1 + 1) / (count + length) for count in counts)


def _occurrences(text: str, sought: str) -> int:
    """How often a clause, blank at both ends, stands in a text; neighbours share a blank."""
    if sought + sought[1:] in text:
        return text.replace(" ", "  ").count(f" {sought[1:-1].replace(' ', '  ')} ")
    return text.count(sought)
