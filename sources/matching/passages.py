"""A passage of a text: what stands around it, and the address that leads a browser to it."""

from urllib.parse import quote

from sources.matching.folding import KHMER, SPACELESS, WORDS
from sources.matching.haystack import CLUSTERS_PER_WORD, Haystack, haystack

#: The longest prefix and suffix that `around` gives, in characters.
AROUND = 32

# A passage longer than this is given by its first and last words alone.
_LONGEST_WHOLE = 100
_WORDS_AT_END = 5
_WORDS_AROUND = 3


def around(source: Haystack, start: int, end: int) -> tuple[str, str]:
    """Return the raw text right before and right after a passage, cut between words."""
    starts, ends = source.folded.starts, source.folded.ends
    first, stop = source.tokens_in(start - AROUND, start)
    prefix = source.folded.raw[starts[first] : start] if first < stop else ""
    first, stop = source.tokens_in(end, end + AROUND)
    suffix = source.folded.raw[end : ends[stop - 1]] if first < stop else ""
    return prefix, suffix


def context(text: str, start: int, end: int, words: int = 8) -> tuple[str, str, str]:
    """Return about `words` words before a passage, the passage, and as many after it.

    All three are raw text and stand next to each other. Raises ValueError for offsets that are not
    in the text.
    """
    _check(text, start, end)
    source = haystack(text)
    before = _back(source, start, words, 0)
    after = _ahead(source, end, words, len(text))
    return text[before:start], text[start:end], text[end:after]


def text_fragment(text: str, start: int, end: int) -> str:
    """Return the directive "#:~:text=…" that makes a browser scroll to a passage.

    A browser finds a single piece only within one paragraph, so that a long passage, and one with a
    line break, is given by its first and last words. The words around it are added where it would
    not be the first of its kind. Raises ValueError for offsets that are not in the text or empty.
    """
    _check(text, start, end)
    if not text[start:end].strip():
        raise ValueError("The passage is empty.")
    parts = _ends(text, start, end)
    if text.find(parts[0]) == start and len(text[start:end].split()) > 2:
        return _directive("", parts, "")
    source = haystack(text)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = (text.find("\n", end) + 1 or len(text) + 1) - 1
    before = text[_back(source, start, _WORDS_AROUND, line_start) : start]
    after = text[end : _ahead(source, end, _WORDS_AROUND, line_end)]
    return _directive(before, parts, after)


def _check(text: str, start: int, end: int) -> None:
    if not 0 <= start <= end <= len(text):
        raise ValueError("The passage is not in the text.")


def _directive(before: str, parts: list[str], after: str) -> str:
    written = [_escaped(part) for part in parts]
    if before.strip():
        written.insert(0, _escaped(before) + "-")
    if after.strip():
        written.append("-" + _escaped(after))
    return "#:~:text=" + ",".join(written)


def _escaped(part: str) -> str:
    """Escape all but letters and digits: dash, comma and ampersand have a meaning here."""
    return quote(" ".join(part.split()), safe="").replace("-", "%2D")


def _ends(text: str, start: int, end: int) -> list[str]:
    """Return the whole passage if it is short and in one line, else its two ends, raw."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    if end - start <= _LONGEST_WHOLE and "\n" not in text[start:end]:
        return [text[start:end]]
    first_line = text.find("\n", start, end)
    first_end = _ahead(haystack(text), start, _WORDS_AT_END, end if first_line < 0 else first_line)
    last_line = text.rfind("\n", start, end) + 1
    last_start = _back(haystack(text), end, _WORDS_AT_END, max(last_line, first_end))
    found = [text[start:first_end], text[last_start:end].lstrip()]
    # A line of control characters alone has no words, and a part must not be empty.
    return [part for part in found if part] or [text[start:end]]


def _back(source: Haystack, start: int, words: int, limit: int) -> int:
    """Return where the n-th word before `start` begins, not before `limit`."""
    first, place = source.tokens_in(limit, start)
    left = words * CLUSTERS_PER_WORD
    begin = start
    while place > first and left > 0:
        place -= 1
        left -= _weight(source.folded.kinds[place])
        begin = source.folded.starts[place]
    return begin


def _ahead(source: Haystack, end: int, words: int, limit: int) -> int:
    """Return where the n-th word after `end` ends, not after `limit`; punctuation goes with it."""
    place, last = source.tokens_in(end, limit)
    left = words * CLUSTERS_PER_WORD
    stop = end
    while place < last and (left > 0 or source.folded.kinds[place] not in WORDS):
        if left <= 0 and not source.touching(place):
            break
        left -= _weight(source.folded.kinds[place])
        stop = source.folded.ends[place]
        place += 1
    return stop


def _weight(kind: str) -> int:
    """Return how much of a word a token is, in clusters."""
    if kind in {KHMER, SPACELESS}:
        return 1
    return CLUSTERS_PER_WORD if kind in WORDS else 0
