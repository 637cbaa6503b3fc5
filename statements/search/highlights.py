"""Where a query stands in a text: spans to mark, and the piece of the text worth showing."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from statements.search.analyser import Places, is_cluster, located
from statements.search.query import Query

_ELLIPSIS = "…"
# A word in a script without spaces is about this many clusters.
_CLUSTERS_PER_WORD = 3


class _Occurrence(NamedTuple):
    """A clause of the query found in a text: tokens from `first` up to, not including, `last`."""

    first: int
    last: int
    clause: int


def highlight(text: str, query: Query) -> list[tuple[int, int]]:
    """Return the spans of `text` that `query` asks for, as raw offsets: in order, apart.

    A clause of several tokens counts only where it stands whole. Excluded clauses are not marked.
    """
    texts, places = located(text)
    return _spans(places, _occurrences(texts, query))


def snippet(text: str, query: Query, words: int = 40) -> list[tuple[str, bool]]:
    """Return about `words` words of `text` around the best match, as (piece, is a match).

    The best place shows the most different clauses, and is the first of its kind; without a match
    it is the beginning. Pieces are raw text, to be escaped by the caller; "…" stands where text was
    cut off. Cuts fall between words, in scripts without spaces between clusters.
    """
    texts, places = located(text)
    occurrences = _occurrences(texts, query)
    first, last = _window(texts, places, occurrences, _budget(texts, words))
    start = places.start(first) if first else 0
    end = places.end(last - 1) if last < len(texts) else len(text)
    pieces = list(_pieces(text, _spans(places, occurrences), start, end))
    before = [(_ELLIPSIS, False)] if first else []
    after = [(_ELLIPSIS, False)] if last < len(texts) else []
    return before + pieces + after


def _occurrences(texts: list[str], query: Query) -> list[_Occurrence]:
    """Return every place of every wanted clause, in the order of the text."""
    phrases = dict.fromkeys(clause.tokens for clause in query.wanted)
    occurrences = [
        _Occurrence(first, first + len(phrase), number)
        for number, phrase in enumerate(phrases)
        for first in _places(texts, phrase[0])
        if len(phrase) == 1 or texts[first : first + len(phrase)] == [*phrase]
    ]
    return sorted(occurrences)


def _places(texts: list[str], sought: str) -> Iterator[int]:
    """Return where a token text stands, counted in tokens."""
    place = -1
    for _time in range(texts.count(sought)):
        place = texts.index(sought, place + 1)
        yield place


def _spans(places: Places, occurrences: list[_Occurrence]) -> list[tuple[int, int]]:
    """Return the raw spans of the occurrences; those that overlap or touch become one."""
    spans: list[tuple[int, int]] = []
    for occurrence in occurrences:
        start, end = places.start(occurrence.first), places.end(occurrence.last - 1)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _budget(texts: list[str], words: int) -> int:
    """Return how many tokens make `words` words in this text."""
    clusters = sum(map(is_cluster, texts))
    return max(1, words) * (_CLUSTERS_PER_WORD if 2 * clusters > len(texts) else 1)


def _window(
    texts: list[str], places: Places, occurrences: list[_Occurrence], budget: int
) -> tuple[int, int]:
    """Return the first and last token (exclusive) to show."""
    if len(texts) <= budget:
        return 0, len(texts)
    best_first, best_last = _best(occurrences, budget)
    lead = max(0, budget - (best_last - best_first)) // 2
    first = min(max(0, best_first - lead), len(texts) - budget)
    last = first + budget
    while first and _inside_word(texts, places, first):
        first -= 1
    while last < len(texts) and _inside_word(texts, places, last):
        last += 1
    return first, last


def _best(occurrences: list[_Occurrence], budget: int) -> tuple[int, int]:
    """Return the extent of the occurrences that together show the most clauses in the budget."""
    best, most, right = (0, 0), 0, 0
    shown: Counter[int] = Counter()
    for left, opening in enumerate(occurrences):
        right = max(right, left)
        while right < len(occurrences) and (
            right == left or occurrences[right].last - opening.first <= budget
        ):
            shown[occurrences[right].clause] += 1
            right += 1
        if len(shown) > most:
            most = len(shown)
            best = (opening.first, max(seen.last for seen in occurrences[left:right]))
        shown[opening.clause] -= 1
        shown += Counter()  # forget clauses that are no longer shown
    return best


def _inside_word(texts: list[str], places: Places, token: int) -> bool:
    """Whether a cut before this token would go through a word, as through "G20"."""
    touching = places.start(token) <= places.end(token - 1)
    return touching and not (is_cluster(texts[token]) or is_cluster(texts[token - 1]))


def _pieces(
    text: str, spans: list[tuple[int, int]], start: int, end: int
) -> Iterator[tuple[str, bool]]:
    """Cut text[start:end] at the borders of the spans; no piece is empty."""
    place = start
    for span_start, span_end in spans:
        first, last = max(span_start, place), min(span_end, end)
        if first >= last:
            continue
        if place < first:
            yield text[place:first], False
        yield text[first:last], True
        place = last
    if place < end:
        yield text[place:end], False
