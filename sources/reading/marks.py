"""Quotation marks: which opens, which closes, and the pieces of text that stand between them.

Outlets mix “ ”, " ", '' '', « », „ “ and ‘ ’, turn marks the wrong way and forget to close them,
so a mark's place (a space before, a letter after) counts for more than its shape.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

MARK = re.compile(r"''|’’|‘‘|``|´´|,,(?=\w)|[\"“”„‟«»‹›″＂「」『』]")
SINGLE = re.compile(r"[‘’‚'`´]")
OPENING = frozenset("“„«「『‹") | {"``", "‘‘", ",,"}
CLOSING = frozenset("”»」』›") | {"´´", "’’"}
OPENERS_AFTER = frozenset("([{—–-/:>“‘\"'") | {""}
CLOSERS_BEFORE = frozenset(")]}—–-/:;,.!?…<’”\"'") | {""}
# Words that begin with an apostrophe.
APOSTROPHES = re.compile(
    r"[’'‘](?:\d\ds?\b|(?:em|til|tis|twas|cause|n|bout|round)\b)", re.IGNORECASE
)
# An attribution at the end of a piece whose closing mark was forgotten.
FORGOTTEN = re.compile(
    r"[,.!?](?=\s+(?:(?:he|she|they|the [\w-]+|[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
    r" (?:said|says|added|told|noted|stressed|explained|continued|wrote|insisted|warned|replied)\b"
    r"|said (?:the|[A-Z])))"
)
# Where a quotation may begin whose closing mark is missing; a title stands after other words.
BEFORE_SPEECH = re.compile(
    r"(?:^|[,:.!?])\s*$|\b(?:said|says|saying|added|adding|wrote|stated|continued|noted|replied)\s*$"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of text between marks: `start`–`end` without them, `opened`–`closed` with them.

    `whole` is False where the closing mark is missing; `reopened` is True where the piece goes on
    with the quotation of the paragraph before.
    """

    start: int
    end: int
    opened: int
    closed: int
    whole: bool = True
    reopened: bool = False


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    opens: bool | None  # None: its place does not say


def marked(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Marked]:
    """Give the outermost marked pieces of the paragraphs (raw offsets), in order."""
    pieces: list[Marked] = []
    pending: _Mark | None = None
    again = False
    for number, (start, end) in enumerate(paragraphs):
        marks = _marks(text, start, end)
        if pending:
            carried = _carry(text, pending, marks, paragraphs, number)
            pieces.append(_again(carried) if again else carried)
            reopened = bool(marks) and marks[0].start == start and carried.closed <= start
            marks = [mark for mark in marks if mark.start >= carried.closed]
        else:
            reopened = False
        pairs, pending = _pairs(text, marks)
        singles = _singles(text, start, end, pairs, pending)
        doubles = [pair for pair in pairs if not _within(pair, singles)]
        found = sorted([*doubles, *singles], key=lambda pair: pair.opened)
        if reopened and found and found[0].opened == start:
            found[0] = _again(found[0])
        pieces.extend(found)
        again = bool(pending and reopened and pending.start == start)
        if pending and not again and not _speech_before(text, start, pending):
            pending = _kept(text, pending, paragraphs, number)
    if pending:
        last = _unclosed(text, pending, paragraphs[-1][1])
        pieces.append(_again(last) if again else last)
    filled = [_trimmed(text, piece) for piece in pieces if text[piece.start : piece.end].strip()]
    return sorted(filled, key=lambda piece: piece.opened)


def _trimmed(text: str, piece: Marked) -> Marked:
    """Leave out the spaces that French sets inside its marks."""
    words = text[piece.start : piece.end]
    start = piece.start + len(words) - len(words.lstrip())
    return replace(piece, start=start, end=piece.start + len(words.rstrip()))


def _speech_before(text: str, start: int, mark: _Mark) -> bool:
    return bool(BEFORE_SPEECH.search(text[max(start, mark.start - 40) : mark.start]))


def _kept(
    text: str, mark: _Mark, paragraphs: Sequence[tuple[int, int]], number: int
) -> _Mark | None:
    """Give the mark back if the next paragraph closes it."""
    if number + 1 == len(paragraphs):
        return None
    following = _marks(text, *paragraphs[number + 1])
    closes = bool(following) and following[0].opens is False
    return mark if closes else None


def _again(piece: Marked) -> Marked:
    return replace(piece, reopened=True)


def _carry(
    text: str, pending: _Mark, marks: list[_Mark], paragraphs: Sequence[tuple[int, int]], here: int
) -> Marked:
    """Close a piece left open by the paragraph before `here`.

    A closing mark that comes before any opening one closes it; else it ends with its paragraph.
    """
    if marks and not _may_open(marks[0]):
        return Marked(pending.end, marks[0].start, pending.start, marks[0].end)
    return _unclosed(text, pending, paragraphs[here - 1][1])


def _may_open(mark: _Mark) -> bool:
    return mark.opens is not False


def _unclosed(text: str, mark: _Mark, end: int) -> Marked:
    window = text[mark.end : end]
    tail = max(0, len(window) - 160)
    found = FORGOTTEN.search(window, tail)
    stop = mark.end + found.end() if found else end
    return Marked(mark.end, stop, mark.start, stop, whole=False)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    return [
        _Mark(found.start(), found.end(), _direction(text, found, start, end))
        for found in MARK.finditer(text, start, end)
        if not _measure(text, found, start)
    ]


def _measure(text: str, found: re.Match[str], start: int) -> bool:
    """Whether the mark means inches: 6\" or 6″ between digits and a space."""
    before = text[max(start, found.start() - 2) : found.start()]
    return found.group() == "″" and before[-1:].isdigit()


def _direction(text: str, found: re.Match[str], start: int, end: int) -> bool | None:
    before = text[found.start() - 1] if found.start() > start else ""
    after = text[found.end()] if found.end() < end else ""
    if found.group() in {"„", "``", ",,"}:
        return True
    free_before = before.isspace() or before in OPENERS_AFTER
    free_after = after.isspace() or after in CLOSERS_BEFORE
    if free_before and not free_after:
        return True
    if free_after and not free_before:
        return False
    if found.group() in OPENING:
        return True
    return False if found.group() in CLOSING else None


def _pairs(text: str, marks: list[_Mark]) -> tuple[list[Marked], _Mark | None]:
    """Pair the marks of one paragraph; give the pairs and a mark that stays open at its end."""
    pairs: list[Marked] = []
    outer: _Mark | None = None
    depth = 0
    for index, mark in enumerate(marks):
        opens = mark.opens if mark.opens is not None else outer is None
        if outer is None:
            outer, depth = (mark, 1) if opens else (None, 0)
        elif not opens:
            depth -= 1
            if not depth:
                pairs.append(Marked(outer.end, mark.start, outer.start, mark.end))
                outer = None
        elif _nests(marks, index, depth):
            depth += 1
        else:  # the first was never closed
            pairs.append(_unclosed(text, outer, mark.start))
            outer, depth = mark, 1
    return [pair for pair in pairs if pair.whole or FORGOTTEN.match(text, pair.end - 1)], outer


def _nests(marks: list[_Mark], index: int, depth: int) -> bool:
    """Whether the marks from `index` on close all that is open before the next one at the top."""
    for mark in marks[index : index + 12]:
        depth += 1 if mark.opens else -1
        if not depth:
            return True
    return False


def _within(pair: Marked, others: list[Marked]) -> bool:
    place = bisect_right(others, pair.opened, key=lambda other: other.opened) - 1
    return place >= 0 and pair.closed <= others[place].closed


def _singles(
    text: str, start: int, end: int, doubles: list[Marked], pending: _Mark | None
) -> list[Marked]:
    """Pair single marks outside the double ones, telling them from apostrophes."""
    end = pending.start if pending else end
    opens, closes = [], []
    for found in SINGLE.finditer(text, start, end):
        inside = _covered(found.start(), doubles)
        if not inside and _opens_single(text, found, start):
            opens.append(found.start())
        elif not inside and _closes_single(text, found, start, end):
            closes.append(found.start())
    return list(_paired(text, opens, closes, end))


def _covered(place: int, doubles: list[Marked]) -> bool:
    index = bisect_right(doubles, place, key=lambda pair: pair.opened) - 1
    return index >= 0 and place < doubles[index].closed


def _paired(text: str, opens: list[int], closes: list[int], end: int) -> Iterator[Marked]:
    last = -1
    for number, place in enumerate(opens):
        limit = opens[number + 1] if number + 1 < len(opens) else end
        here = closes[bisect_left(closes, place + 1) : bisect_left(closes, limit)]
        if place < last or not here:
            continue
        close = next((at for at in here if not _plural_owner(text, at)), here[-1])
        last = close + 1
        yield Marked(place + 1, close, place, close + 1)


def _plural_owner(text: str, place: int) -> bool:
    """Whether the mark may be the apostrophe of "officials’ duty"."""
    return (
        text[place - 1] in "sS"
        and text[place + 1 : place + 2] == " "
        and (text[place + 2 : place + 3].islower())
    )


def _opens_single(text: str, found: re.Match[str], start: int) -> bool:
    before = text[found.start() - 1] if found.start() > start else ""
    after = text[found.end() : found.end() + 1]
    free = before.isspace() or before in OPENERS_AFTER
    if not free or not after.strip() or after in "’'‘":
        return False
    return found.group() in "‘`‚" or not APOSTROPHES.match(text, found.start())


def _closes_single(text: str, found: re.Match[str], start: int, end: int) -> bool:
    before = text[found.start() - 1] if found.start() > start else ""
    after = text[found.end()] if found.end() < end else ""
    return bool(before.strip()) and (after.isspace() or after in CLOSERS_BEFORE)
