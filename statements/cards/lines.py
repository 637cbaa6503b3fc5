"""Text set in lines of a width; Khmer breaks at zero-width spaces, else between clusters."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from statements.shortening import DOTS, UNIT

Measure = Callable[[str], float]
PIECES = re.compile(r"[^\s\u200b]+|[\s\u200b]+")
INVISIBLE = "\u200b"


@dataclass(frozen=True)
class Block:
    """Lines that fit, and the size they are set in, in pixels."""

    lines: list[str]
    size: int


def wrapped(text: str, measure: Measure, width: float) -> list[str]:
    """The lines of a text, none wider than `width`, unless a single character is."""
    lines, line = [], ""
    for piece in _fitting(text, measure, width):
        if line and not piece.isspace() and measure((line + piece).rstrip()) > width:
            lines.append(line.strip())
            line = ""
        line += piece if line or not piece.isspace() else ""
    return [*lines, line.strip()] if line.strip() else lines


def _fitting(text: str, measure: Measure, width: float) -> Iterator[str]:
    """Words and the blanks between them; of a word that is too wide, its clusters."""
    for piece in PIECES.findall(text):
        if not piece.strip(INVISIBLE + " \t\n"):
            yield " " if piece.strip(INVISIBLE) else INVISIBLE
        elif measure(piece) > width:
            yield from UNIT.findall(piece)
        else:
            yield piece


def fitted(text: str, measure: Measure, width: float) -> str:
    """One line of a text, cut with an ellipsis where it is too wide."""
    line = " ".join(text.split())
    return line if measure(line) <= width else _ended([line], measure, width)[0]


def _ended(lines: list[str], measure: Measure, width: float) -> list[str]:
    """The lines, the last of them cut at a word so that an ellipsis fits behind it."""
    *kept, last = lines
    units = [*PIECES.findall(last)] if " " in last or INVISIBLE in last else UNIT.findall(last)
    while units and measure("".join(units).rstrip() + DOTS) > width:
        units.pop()
    return [*kept, "".join(units).rstrip(" \u200b,;:–—-") + DOTS]


def block(
    text: str, measure: Callable[[str, int], float], *, width: float, height: float,
    sizes: tuple[int, ...], leading: float, closing: str = "",
) -> Block:  # fmt: skip
    """The text in the largest of the sizes, which fall, in which it fits.

    Where it fits in none, its beginning in the smallest. `closing` is what stands behind the text,
    such as a quotation mark, however much of it is cut.
    """
    for size in sizes:
        lines = wrapped(text + closing, _at(measure, size), width)
        if len(lines) * size * leading <= height:
            return Block(lines, size)
    most = int(height // (size * leading))
    at = _at(measure, size)
    shown = _ended(wrapped(text, at, width)[:most], at, width - at(closing))
    return Block([*shown[:-1], shown[-1] + closing], size)


def _at(measure: Callable[[str, int], float], size: int) -> Measure:
    return lambda text: measure(text, size)
