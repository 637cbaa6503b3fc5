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
from itertools import chain, compress
from operator import ge, gt

from sources.matching.folding import (
    KHMER,
    NUMBER,
    SPACELESS,
    WORD,
    WORDS,
    Folded,
    fold,
    initial_lowered,
    initial_swapped,
)

#: Stands for a token that the text does not have.
NOWHERE = "\U0010ffff"
#: A word in a script without spaces is about this many clusters.
CLUSTERS_PER_WORD = 3
_LETTERED = frozenset({WORD, NUMBER})
_WITHIN = "x"
_JOINS = r"[hH%$]"
_WITHIN_WORD = re.compile(
    r"(?<=[wd])1(?=h1[wd])|(?<=[wd]1h)1(?=[wd])"  # a hyphen
    r"|(?<=d)1(?=H1d)|(?<=d1H)1(?=d)"  # a dash between numbers
    r"|(?<=0h)1(?=d)|(?<=d)1(?=%)|(?<=\$)1(?=d)"  # a negative number, a share, a sum
)
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


def count_words(kinds: Sequence[str]) -> int:
    """Return how many words the tokens of these kinds make."""
    whole = sum(kind in _LETTERED for kind in kinds)
    return whole + sum(kind in {KHMER, SPACELESS} for kind in kinds) // CLUSTERS_PER_WORD


class _Codes(dict[str, str]):
    """The character for each token."""

    def __missing__(self, token: str) -> str:
        return NOWHERE


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
        return _Codes({token: chr(code) for token, code in codes.items()})

    @cached_property
    def string(self) -> str:
        """One character for each token."""
        return "".join(map(self._codes.__getitem__, self.folded.tokens))

    @cached_property
    def _uncased_codes(self) -> dict[str, str]:
        codes = _Codes()
        for token, code in self._codes.items():
            codes.setdefault(initial_lowered(token), code)
        return codes

    @cached_property
    def uncased(self) -> dict[int, str]:
        """For str.translate: makes characters alike whose tokens differ in their initial's case."""
        uncased = self._uncased_codes
        return {ord(code): uncased[initial_lowered(token)] for token, code in self._codes.items()}

    def spell(self, tokens: Sequence[str]) -> str:
        """Return the characters of tokens; those that the text lacks match nothing."""
        return "".join(map(self._codes.__getitem__, tokens))

    def spell_uncased(self, tokens: Sequence[str]) -> str:
        """The same for a string translated by `uncased`."""
        return "".join(map(self._uncased_codes.__getitem__, map(initial_lowered, tokens)))

    def spellings(self, tokens: Sequence[str]) -> list[str]:
        """The tokens as given, then with the case of the first letter changed, if it can match."""
        first = next((n for n, token in enumerate(tokens) if token[0].isalpha()), None)
        both = [list(tokens)]
        if first is not None:
            both.append([*tokens[:first], initial_swapped(tokens[first]), *tokens[first + 1 :]])
        spelled = dict.fromkeys(map(self.spell, both))
        return [spelling for spelling in spelled if spelling and NOWHERE not in spelling]

    def hits(self, spelling: str, first: int = 0, last: int | None = None) -> Iterator[int]:
        """Yield where `spelling` stands within tokens `first` to `last`, cut from no compound."""
        last = len(self.string) if last is None else last
        size, cuts = len(spelling), self._cuts
        place = self.string.find(spelling, first, last)
        while place >= 0:
            if cuts[place] != _WITHIN and cuts[place + size] != _WITHIN:
                yield place
            place = self.string.find(spelling, place + 1, last)

    def touching(self, place: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        ends, starts = self.folded.ends, self.folded.starts
        return 0 < place < len(starts) and starts[place] <= ends[place - 1]

    def within_word(self, place: int) -> bool:
        """Whether a cut before this token goes through "Covid-19", "2019–20", "-5", "$5", "5%"."""
        return self._cuts[place] == _WITHIN

    @cached_property
    def _cuts(self) -> str:
        """For each token, and the end, what a cut before it would go through."""
        starts, ends = self.folded.starts[1:], self.folded.ends
        touching = "0" + "".join(map("01".__getitem__, map(ge, ends, starts)))
        if re.search(_JOINS, self.folded.kinds):
            # Before each kind of token stands whether it touches the one before it.
            flagged = "".join(chain.from_iterable(zip(touching, self.folded.kinds, strict=False)))
            touching = _WITHIN_WORD.sub(_WITHIN, flagged)[::2]
        # Where one raw character makes two tokens, these overlap.
        overlapping = set(compress(range(1, len(ends)), map(gt, ends, starts)))
        if overlapping:
            flags = enumerate(touching)
            touching = "".join(_WITHIN if n in overlapping else flag for n, flag in flags)
        return touching + "0"

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


@lru_cache(maxsize=4)
def haystack(text: str) -> Haystack:
    """Prepare a text; the last few are kept, since an article is asked about many times."""
    return Haystack(fold(text))


def has_words(folded: Folded) -> bool:
    """Whether there is anything besides punctuation."""
    return any(kind in WORDS for kind in folded.kinds)
