"""The words in which two texts differ, such as two captures of one source. Only for showing."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

EQUAL, INSERT, DELETE = "equal", "insert", "delete"
WORDS = re.compile(r"\S+")
#: Pairs of words, or of paragraphs, that may be compared in all: about half a second for the most
#: hostile texts. What goes beyond is shown as left out and put in as a whole.
MOST_PAIRS = 2_000_000
MOST_SHOWN = 20_000  # characters
CONTEXT = 12  # words shown on each side of a change


@dataclass(frozen=True, slots=True)
class Part:
    """Some words, and whether they are in both texts, only in the newer, or only in the older."""

    operation: str
    text: str


def changes(before: str, after: str) -> list[Part]:
    """The parts of which one text becomes the other; blanks and line ends are not compared.

    Words that are in both are cut down to a few around each change. Empty if no word differs.
    """
    found = _by_paragraph(_paragraphs(before), _paragraphs(after), _Budget())
    parts = list(_merged(found))
    if all(operation == EQUAL for operation, _words in parts):
        return []
    last = len(parts) - 1
    shown = [
        Part(operation, _shown(operation, words, first=n == 0, last=n == last))
        for n, (operation, words) in enumerate(parts)
    ]
    return list(_bounded(shown))


Change = tuple[str, list[str]]
Paragraph = tuple[str, ...]
T = TypeVar("T", bound=Hashable)
Step = tuple[Sequence[T], Sequence[T], Sequence[T]]


class _Budget:
    """The pairs that may still be compared."""

    left = MOST_PAIRS

    def covers(self, one: Sequence[object], other: Sequence[object]) -> bool:
        """Whether these two may be compared; if so, that is paid."""
        cost = len(one) * len(other)
        if cost > self.left:
            return False
        self.left -= cost
        return True


def _paragraphs(text: str) -> list[Paragraph]:
    lines = (tuple(WORDS.findall(line)) for line in text.splitlines())
    return [words for words in lines if words]


def _by_paragraph(
    before: Sequence[Paragraph], after: Sequence[Paragraph], budget: _Budget
) -> Iterator[Change]:
    for alike, left_out, put_in in _steps(before, after, budget):
        yield EQUAL, _joined(alike)
        yield from _by_word(_joined(left_out), _joined(put_in), budget)


def _by_word(before: list[str], after: list[str], budget: _Budget) -> Iterator[Change]:
    for alike, left_out, put_in in _steps(before, after, budget):
        yield from ((EQUAL, list(alike)), (DELETE, list(left_out)), (INSERT, list(put_in)))


def _steps(before: Sequence[T], after: Sequence[T], budget: _Budget) -> Iterator[Step[T]]:
    """What both have, then what is left out there and put in, and so on to the end."""
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    yield before[:head], (), ()
    yield from _compared(before[head : len(before) - tail], after[head : len(after) - tail], budget)
    yield before[len(before) - tail :], (), ()


def _compared(before: Sequence[T], after: Sequence[T], budget: _Budget) -> Iterator[Step[T]]:
    if not budget.covers(before, after):
        yield (), before, after
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for operation, b1, b2, a1, a2 in matcher.get_opcodes():
        if operation == EQUAL:
            yield before[b1:b2], (), ()
        else:
            yield (), before[b1:b2], after[a1:a2]


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """How many elements two sequences have in common from their beginning."""
    both = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(both) if a != b), min(len(one), len(other)))


def _joined(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [word for words in paragraphs for word in words]


def _merged(found: Iterator[Change]) -> Iterator[Change]:
    """Neighbours of one kind as one, without the empty ones."""
    held: Change | None = None
    for operation, words in found:
        if not words:
            continue
        if held and held[0] == operation:
            held[1].extend(words)
            continue
        if held:
            yield held
        held = (operation, list(words))
    if held:
        yield held


def _shown(operation: str, words: list[str], *, first: bool, last: bool) -> str:
    """The words; of those in both texts the ones next to a change, and an ellipsis for others."""
    if operation != EQUAL:
        return " ".join(words)
    before = words[: 0 if first else CONTEXT]
    after = words[max(0, len(words) - (0 if last else CONTEXT)) :]
    if len(words) <= len(before) + len(after):
        return " ".join(words)
    return " ".join([*before, "…", *after])


def _bounded(parts: list[Part]) -> Iterator[Part]:
    left = MOST_SHOWN
    for part in parts:
        if left <= 0:
            yield Part(EQUAL, "…")
            return
        text = part.text if len(part.text) <= left else part.text[:left] + "…"
        left -= len(text)
        yield Part(part.operation, text)
