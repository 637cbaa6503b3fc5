"""Is this quotation in this text, word for word? The verification ladder.

The rungs: exact; typographic (the same tokens, see `sources.matching.folding`; besides, the case
of the first letter may differ, and so may one comma or full stop and the marks at the end); elided
(the same words but for marked omissions, or for the words outside the marks with which an article
interrupts a quotation); differs (some passage has most of the words); not found; not checkable.

Never accepted is a changed, added or dropped word, or other punctuation. "cannot" and "can not" are
different words, and so are "co-operate" and "cooperate". A quotation is never found inside a word:
neither in "machines" nor in "Covid-19", "1,577", "2019–20" or "5%".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sources.matching.differences import closest
from sources.matching.elisions import Whole, elided
from sources.matching.folding import MARK, Folded, fold
from sources.matching.haystack import Haystack, has_words, haystack
from sources.matching.interruptions import joined
from sources.matching.nearness import Nearness, best_first
from sources.matching.passages import around

#: Raised whenever the same quotation and text could get another verdict than before.
RULE_VERSION = 1

_STOPS = frozenset({",", ".", "។", "。", "،", "、"})


class Verdict(StrEnum):
    """How far a quotation agrees with its source, the best first."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    ELIDED = "elided"
    DIFFERS = "differs"
    NOT_FOUND = "not found"
    NOT_CHECKABLE = "not checkable"


@dataclass(frozen=True, slots=True)
class Verification:
    """A verdict, and the passage it is about, in offsets into the raw text.

    `prefix` and `suffix` are what stands around it (W3C TextQuoteSelector). `fragments` are the
    pieces of an elided quotation. `diff` shows how the passage became a quotation that differs:
    "equal" and "delete" together are the passage, "equal" and "insert" the quotation.
    """

    verdict: Verdict
    start: int | None = None
    end: int | None = None
    prefix: str = ""
    suffix: str = ""
    fragments: tuple[tuple[int, int], ...] = ()
    diff: tuple[tuple[str, str], ...] = ()


def verify(quotation: str, text: str, *, prefix: str = "", suffix: str = "") -> Verification:
    """Look for a quotation in the raw text of its source.

    If it stands there more than once, `prefix` and `suffix` say which is meant, else it is the
    first. Raises ValueError for a quotation without a word in it.
    """
    wanted = fold(quotation)
    if not has_words(wanted):
        raise ValueError("There is no word in the quotation.")
    source = haystack(text)
    if not has_words(source.folded):
        return Verification(Verdict.NOT_CHECKABLE)
    nearness = Nearness(source, prefix, suffix)
    return (
        _in_one_piece(source, wanted, nearness)
        or _in_fragments(source, wanted, nearness)
        or _different(source, wanted)
        or Verification(Verdict.NOT_FOUND)
    )


def _in_one_piece(source: Haystack, wanted: Folded, nearness: Nearness) -> Verification | None:
    whole = Whole(source)
    for first, last in dict.fromkeys([(0, len(wanted.tokens)), _core(wanted)]):
        printed = wanted.raw[wanted.starts[first] : wanted.ends[last - 1]]
        entire = printed == wanted.raw.strip()
        found = whole.places(wanted.tokens[first:last], 0, len(source.folded.tokens))
        passages = (source.span(*run) for (run,) in best_first(found, nearness))
        chosen = _chosen(source.folded.raw, passages, printed, first_only=bool(nearness))
        if chosen:
            exact = entire and source.folded.raw[slice(*chosen)] == printed
            verdict = Verdict.EXACT if exact else Verdict.TYPOGRAPHIC
            return _located(source, verdict, *chosen)
    return None


def _chosen(
    raw: str, passages: Iterator[tuple[int, int]], printed: str, *, first_only: bool
) -> tuple[int, int] | None:
    """Return the first passage that is printed like the quotation, else the first."""
    first = next(passages, None)
    if first is None or first_only or raw[slice(*first)] == printed or printed not in raw:
        return first
    return next((span for span in passages if raw[slice(*span)] == printed), first)


def _core(wanted: Folded) -> tuple[int, int]:
    """Return the tokens without the marks at both ends and one comma or full stop."""
    tokens = wanted.tokens
    first, last = 0, len(tokens)
    while tokens[first] == MARK:
        first += 1
    while tokens[last - 1] == MARK:
        last -= 1
    if tokens[last - 1] in _STOPS:
        last -= 1
    while tokens[last - 1] == MARK:
        last -= 1
    return first, last


def _in_fragments(source: Haystack, wanted: Folded, nearness: Nearness) -> Verification | None:
    found = elided(source, joined(source), wanted)
    if not found:
        return None
    placement = next(iter(best_first(found, nearness)))
    fragments = tuple(source.span(*run) for run in placement)
    start, end = fragments[0][0], fragments[-1][1]
    return _located(source, Verdict.ELIDED, start, end, fragments=fragments)


def _different(source: Haystack, wanted: Folded) -> Verification | None:
    difference = closest(source, wanted)
    if difference is None:
        return None
    start, end = difference.start, difference.end
    return _located(source, Verdict.DIFFERS, start, end, diff=difference.diff)


def _located(
    source: Haystack,
    verdict: Verdict,
    start: int,
    end: int,
    *,
    fragments: tuple[tuple[int, int], ...] = (),
    diff: tuple[tuple[str, str], ...] = (),
) -> Verification:
    before, after = around(source, start, end)
    return Verification(verdict, start, end, before, after, fragments, diff)
