"""The passage of a text that is closest to a quotation, and the words in which they differ.

Only for showing: what is found here is never accepted as the quotation.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from sources.matching.folding import WORDS, Folded
from sources.matching.haystack import NOWHERE, Haystack, count_words

EQUAL, INSERT, DELETE = "equal", "insert", "delete"
#: The least share of words that passage and quotation have in common, in the same order: twice the
#: common words, divided by the words of both. Below it the quotation counts as not found.
SHARED_ENOUGH = 0.5

# With more tokens that the text does not have at all, they cannot share enough.
_MOST_UNKNOWN = 0.9
# The passage is sought by runs of so many tokens, spread over the quotation.
_RUNS = (12, 6, 3, 1)
_MOST_RUNS, _MOST_PLACES = 100, 24
_WIDEST_BUCKET = 64  # tokens by which votes may differ
_LONGEST_COMPOUND = 12  # tokens
# What is compared around the likeliest place, in tokens, and in all (8 MB): of a
# quotation of more than 7,000 tokens that differs early and late, not all of the diff is found.
_WIDEST_SLACK = 300
_MOST_BITS = 60_000_000

Pair = tuple[int, int]  # a token of the text, and the token of the quotation that is equal


@dataclass(frozen=True, slots=True)
class Difference:
    """The closest passage in raw offsets, and how it becomes the quotation.

    `diff` holds (operation, text): "equal" and "delete" together are the passage as printed,
    "equal" and "insert" together the quotation; so "delete" is what the quotation leaves out.
    """

    start: int
    end: int
    diff: tuple[tuple[str, str], ...]


def closest(haystack: Haystack, wanted: Folded) -> Difference | None:
    """Return the closest passage, or None if no passage shares enough words."""
    spelled = haystack.spell(wanted.tokens)
    if spelled.count(NOWHERE) > len(spelled) * _MOST_UNKNOWN:
        return None
    middle = _likeliest(haystack, spelled)
    if middle is None:
        return None
    slack = 10 + min(len(spelled) // 2, _WIDEST_SLACK)
    pairs = _aligned(haystack, spelled, middle - slack, middle + len(spelled) + slack)
    if not pairs:
        return None
    start, end = _whole_words(haystack, pairs[0][0], pairs[-1][0] + 1)
    if _shared(haystack, wanted, pairs, start, end) <= SHARED_ENOUGH:
        return None
    start, end = _widened(haystack, start, end, *_unmatched(pairs, len(spelled)))
    return Difference(*haystack.span(start, end), tuple(_diff(haystack, wanted, pairs, start, end)))


def _aligned(haystack: Haystack, spelled: str, first: int, last: int) -> list[Pair]:
    """Match the quotation within tokens `first` to `last`, then again within a fitting part."""
    pairs = _without_strays(_common(haystack, spelled, first, last))
    if not pairs:
        return []
    before, after = _unmatched(pairs, len(spelled))
    if not before and not after:
        return pairs
    first, last = pairs[0][0] - 2 * before, pairs[-1][0] + 1 + 2 * after
    return _without_strays(_common(haystack, spelled, first, last))


def _unmatched(pairs: list[Pair], size: int) -> tuple[int, int]:
    """Return how many tokens of the quotation are before the first pair and after the last."""
    return pairs[0][1], size - pairs[-1][1] - 1


def _likeliest(haystack: Haystack, spelled: str) -> int | None:
    """Return about where the quotation would begin, by the vote of runs that both have.

    A run at place p of the text and i of the quotation votes for p - i; near votes add up.
    """
    width = min(_WIDEST_BUCKET, max(4, len(spelled) // 8))
    votes: dict[int, float] = defaultdict(float)
    for size in _RUNS:
        for difference, weight in _votes(haystack.string, spelled, size):
            votes[difference // width] += weight
    if not votes:
        return None
    best = max(votes, key=lambda bucket: (votes[bucket] + votes.get(bucket + 1, 0), -bucket))
    return best * width + width // 2


def _votes(string: str, spelled: str, size: int) -> Iterator[tuple[int, float]]:
    """Yield votes of runs of this size, with their weights: long and rare ones weigh more."""
    for number in range(0, len(spelled) - size + 1, len(spelled) // _MOST_RUNS + 1):
        places = list(islice(_found(string, spelled[number : number + size]), _MOST_PLACES))
        common = len(places) == _MOST_PLACES  # and too many to tell anything
        weight = size / (_MOST_PLACES**2 if common else len(places) or 1)
        yield from ((place - number, weight) for place in places)


def _found(string: str, run: str) -> Iterator[int]:
    place = string.find(run)
    while place >= 0:
        yield place
        place = string.find(run, place + 1)


# --- The longest common subsequence, a row of bits for each token of the window ---


def _common(haystack: Haystack, spelled: str, first: int, last: int) -> list[Pair]:
    """Return the pairs of a longest common subsequence with tokens `first` to `last` of the text.

    Bit i of a row is 0 where token i of the quotation lengthens the subsequence (Hyyrö 2004). Time
    and memory depend on the lengths alone, not on how the texts differ or repeat themselves.
    """
    first = max(0, first)
    window = haystack.string[first:last]
    ahead = alike(window, spelled)
    behind = alike(window[ahead:][::-1], spelled[ahead:][::-1])
    matched = _matching(
        window[ahead : len(window) - behind], spelled[ahead : len(spelled) - behind]
    )
    return [
        *((first + number, number) for number in range(ahead)),
        *((first + ahead + place, ahead + sought) for place, sought in matched),
        *((first + len(window) - n, len(spelled) - n) for n in range(behind, 0, -1)),
    ]


def alike(one: str, other: str) -> int:
    """Return how many characters two strings have in common from their beginning."""
    both = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(both) if a != b), min(len(one), len(other)))


def _matching(window: str, spelled: str) -> list[Pair]:
    """Leave out first what only one of them has."""
    both = set(window) & set(spelled)
    places = [place for place, code in enumerate(window) if code in both]
    sought = [number for number, code in enumerate(spelled) if code in both]
    places = places[: _MOST_BITS // max(1, len(sought))]
    one, other = "".join(window[n] for n in places), "".join(spelled[n] for n in sought)
    return [(places[a], sought[b]) for a, b in _matched(_rows(one, other), one, other)]


def _rows(window: str, spelled: str) -> list[int]:
    masks: dict[str, int] = {}
    for number, code in enumerate(spelled):
        masks[code] = masks.get(code, 0) | 1 << number
    full = (1 << len(spelled)) - 1
    rows = [full]
    row = full
    for code in window:
        matches = row & masks.get(code, 0)
        row = ((row + matches) | (row - matches)) & full
        rows.append(row)
    return rows


def _matched(rows: list[int], window: str, spelled: str) -> list[Pair]:
    pairs = []
    place, sought = len(window), len(spelled)
    while place and sought:
        if window[place - 1] == spelled[sought - 1]:
            place, sought = place - 1, sought - 1
            pairs.append((place, sought))
        elif rows[place] & 1 << (sought - 1):
            sought -= 1
        else:
            place -= 1
    return pairs[::-1]


def _without_strays(pairs: list[Pair]) -> list[Pair]:
    """Leave out tokens at either end that match by chance, far from the others."""
    kept = _without_first_strays(pairs)
    mirrored = [(-place, -sought) for place, sought in reversed(kept)]
    return [(-place, -sought) for place, sought in reversed(_without_first_strays(mirrored))]


def _without_first_strays(pairs: list[Pair]) -> list[Pair]:
    first = 0
    for number in range(1, len(pairs)):
        gap = pairs[number][0] - pairs[number - 1][0] - 1
        if gap > 2 * (number - first) + 2:
            first = number
        elif number - first > len(pairs) // 2:
            break
    return pairs[first:]


def _whole_words(haystack: Haystack, start: int, end: int) -> Pair:
    """Widen a passage that begins or ends inside a compound."""
    for _ in range(_LONGEST_COMPOUND):
        start -= haystack.within_word(start)
        end += haystack.within_word(end)
    return start, end


def _widened(haystack: Haystack, start: int, end: int, before: int, after: int) -> Pair:
    """Take in the words that stand where the quotation has others at its beginning or end."""
    kinds = haystack.folded.kinds
    while before and start and kinds[start - 1] in WORDS:
        before, start = before - 1, start - 1
    while after and end < len(kinds) and kinds[end] in WORDS:
        after, end = after - 1, end + 1
    return _whole_words(haystack, start, end)


def _shared(haystack: Haystack, wanted: Folded, pairs: list[Pair], start: int, end: int) -> float:
    common = count_words([wanted.kinds[sought] for _, sought in pairs])
    both = count_words(wanted.kinds) + count_words(haystack.folded.kinds[start:end])
    return 2 * common / both if both else 0.0


# --- The diff ---


def _diff(
    haystack: Haystack, wanted: Folded, pairs: list[Pair], start: int, end: int
) -> Iterator[tuple[str, str]]:
    """Yield the operations, neighbouring ones of a kind as one; each piece ends with its blanks."""
    for operation, group in groupby(_operations(pairs, start, end, len(wanted.tokens)), _first):
        numbers = [number for _, number in group]
        source = wanted if operation == INSERT else haystack.folded
        limit = len(wanted.tokens) if operation == INSERT else end
        yield operation, _piece(source, numbers[0], numbers[-1] + 1, limit)


def _first(operation: tuple[str, int]) -> str:
    return operation[0]


def _operations(pairs: list[Pair], start: int, end: int, size: int) -> Iterator[tuple[str, int]]:
    sought = 0
    for place, number in [*pairs, (end, size)]:
        yield from ((DELETE, deleted) for deleted in range(start, place))
        yield from ((INSERT, inserted) for inserted in range(sought, number))
        if place < end:
            yield EQUAL, place
        start, sought = place + 1, number + 1


def _piece(source: Folded, first: int, last: int, limit: int) -> str:
    end = source.starts[last] if last < limit else source.ends[last - 1]
    return source.raw[source.starts[first] : end]
