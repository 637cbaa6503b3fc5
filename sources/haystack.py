"""A text prepared for looking up quotations: each token is one character of a searchable string.

A run of tokens is then a substring, so that Python's own search finds it in linear time, and
nothing can match inside a word.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sources.folding import (
    CURRENCY,
    HYPHEN,
    KHMER,
    LONG_DASH,
    NUMBER,
    PERCENT,
    SPACELESS,
    WORD,
    WORDS,
    Folded,
    fold,
    initial_lowered,
    initial_swapped,
)

_NOWHERE = "\U0010ffff"  # stands for a token that the text does not have
#: A word in a script without spaces is about this many clusters.
CLUSTERS_PER_WORD = 3
_LETTERED = frozenset({WORD, NUMBER})
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


def count_words(kinds: Sequence[str]) -> int:
    """Return how many words the tokens of these kinds make."""
    whole = sum(kind in _LETTERED for kind in kinds)
    return whole + sum(kind in {KHMER, SPACELESS} for kind in kinds) // CLUSTERS_PER_WORD


@dataclass(frozen=True, eq=False)
class Haystack:
    """A folded text and its searchable strings."""

    folded: Folded

    @cached_property
    def _codes(self) -> dict[str, str]:
        codes: defaultdict[str, int] = defaultdict()
        codes.default_factory = codes.__len__
        for token in self.folded.tokens:
            codes[token]
        return {token: chr(code) for token, code in codes.items()}

    @cached_property
    def string(self) -> str:
        """One character for each token."""
        return "".join(map(self._codes.__getitem__, self.folded.tokens))

    @cached_property
    def _uncased_codes(self) -> dict[str, str]:
        codes: dict[str, str] = {}
        for token, code in self._codes.items():
            codes.setdefault(initial_lowered(token), code)
        return codes

    @cached_property
    def uncased(self) -> dict[int, str]:
        """For str.translate: makes characters alike whose tokens differ in their initial's case."""
        uncased = self._uncased_codes
        return {ord(code): uncased[initial_lowered(token)] for token, code in self._codes.items()}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each character stands in the string."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, code in enumerate(self.string):
            places[code].append(place)
        return dict(places)

    def spell(self, tokens: Sequence[str]) -> str:
        """Return the characters of tokens; those that the text lacks match nothing."""
        return "".join(self._codes.get(token, _NOWHERE) for token in tokens)

    def spell_uncased(self, tokens: Sequence[str]) -> str:
        """The same for a string translated by `uncased`."""
        uncased = self._uncased_codes
        return "".join(uncased.get(initial_lowered(token), _NOWHERE) for token in tokens)

    def spellings(self, tokens: Sequence[str]) -> list[str]:
        """The tokens as given, then with the case of the first letter changed, if it can match."""
        first = next((n for n, token in enumerate(tokens) if token[0].isalpha()), None)
        both = [list(tokens)]
        if first is not None:
            both.append([*tokens[:first], initial_swapped(tokens[first]), *tokens[first + 1 :]])
        spelled = dict.fromkeys(map(self.spell, both))
        return [spelling for spelling in spelled if spelling and _NOWHERE not in spelling]

    def hits(self, spelling: str, first: int = 0, last: int | None = None) -> Iterator[int]:
        """Yield where `spelling` stands within tokens `first` to `last`, cut from no compound."""
        last = len(self.string) if last is None else last
        place = self.string.find(spelling, first, last)
        while place >= 0:
            if not (self.within_word(place) or self.within_word(place + len(spelling))):
                yield place
            place = self.string.find(spelling, place + 1, last)

    def touching(self, place: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        ends, starts = self.folded.ends, self.folded.starts
        return 0 < place < len(starts) and starts[place] <= ends[place - 1]

    def within_word(self, place: int) -> bool:
        """Whether a cut before this token goes through "Covid-19", "2019–20", "-5", "$5", "5%"."""
        if not self.touching(place):
            return False
        if self.folded.starts[place] < self.folded.ends[place - 1]:
            return True  # one raw character, two tokens
        kinds = self.folded.kinds
        before, after = kinds[place - 1], kinds[place]
        if before in _LETTERED and after in {HYPHEN, LONG_DASH}:
            beyond = kinds[place + 1] if self.touching(place + 1) else ""
            return _joined(before, after, beyond)
        if before in {HYPHEN, LONG_DASH} and after in _LETTERED:
            beyond = kinds[place - 2] if self.touching(place - 1) else ""
            negative = not beyond and before == HYPHEN and after == NUMBER
            return negative or _joined(beyond, before, after)
        return (before, after) in {(NUMBER, PERCENT), (CURRENCY, NUMBER)}

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last (exclusive) of the tokens that stand whole in raw offsets."""
        first = bisect_left(self.folded.starts, start)
        return first, max(first, bisect_right(self.folded.ends, end))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the raw offsets of the tokens from `first` up to, not including, `last`."""
        return self.folded.starts[first], self.folded.ends[last - 1]

    def parted(self, first: int, last: int) -> bool:
        """Whether a paragraph ends between the end of token `first` and the start of `last`."""
        return bool(
            _PARAGRAPH.search(self.folded.raw, self.folded.ends[first], self.folded.starts[last])
        )


def _joined(before: str, dash: str, after: str) -> bool:
    """Whether a dash with nothing around it makes one word of what it joins."""
    if dash == HYPHEN:
        return before in _LETTERED and after in _LETTERED
    return before == after == NUMBER


@lru_cache(maxsize=4)
def haystack(text: str) -> Haystack:
    """Prepare a text; the last few are kept, since an article is asked about many times."""
    return Haystack(fold(text))


def has_words(folded: Folded) -> bool:
    """Whether there is anything besides punctuation."""
    return any(kind in WORDS for kind in folded.kinds)
