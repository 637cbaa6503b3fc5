"""The card of a statement: a picture that stands for it where its address is shared."""

import functools
import re
from dataclasses import dataclass, replace

import resvg_py
from django.conf import settings
from django.template.loader import render_to_string

from statements.cards import faces
from statements.cards.lines import block, fitted
from statements.models import Statement
from statements.shortening import one_line, shortened

SIZE = (1200, 630)
MARGIN = 72
WIDTH = SIZE[0] - 2 * MARGIN
TOP, HEIGHT = 118, 330  # of the words
SIZES = (64, 56, 50, 44, 39, 35)
LEADING = 1.32
STACKED = 1.6  # of Khmer, whose letters stand above each other
MOST = 700  # characters that are looked at; fewer fit
INK, SOFT = "#1b1a17", "#5a564c"
KEPT = 64  # pictures in memory, some 40 kB each


@dataclass(frozen=True)
class Line:
    """A line of text or a part of one, where it begins, and how it is set."""

    text: str
    x: float
    y: float
    size: int
    bold: bool = False
    ink: str = INK


def picture(statement: Statement) -> str:
    """The card as SVG."""
    said_on = statement.said_on
    office = statement.role.title if statement.role else statement.role_as_printed
    when = said_on.words() if said_on else ""
    cited = statement.citations.published().select_related("source__outlet")
    outlets = dict.fromkeys(one.source.outlet.name for one in cited)
    lines = [
        *_set(settings.SITE_NAME, 78, 30, bold=True),
        *_words(statement),
        *_set(str(statement.claimant), 520, 34, bold=True),
        *_set(", ".join(part for part in (office, when) if part), 558, 25, ink=SOFT),
        *_set(", ".join(outlets), 592, 22, ink=SOFT),
    ]
    context = {"size": SIZE, "margin": MARGIN, "inner": WIDTH, "family": faces.FAMILY}
    return render_to_string("cards/statement.svg", {"lines": lines, **context})


def _words(statement: Statement) -> list[Line]:
    """The words, or the summary where the fonts lack their script, or nothing."""
    if statement.text and (quoted := _readable(statement.quoted)):
        return _block(f"“{quoted}", closing="”")
    return _block(summary) if (summary := _readable(statement.summary)) else []


def _readable(text: str) -> str:
    return faces.drawable(shortened(one_line(text), MOST))


def _block(text: str, closing: str = "") -> list[Line]:
    leading = STACKED if faces.has_khmer(text) else LEADING
    found = block(
        text, faces.width, width=WIDTH, height=HEIGHT, sizes=SIZES, leading=leading,
        closing=closing,
    )  # fmt: skip
    step = found.size * leading
    first = TOP + (HEIGHT - step * len(found.lines)) / 2 + found.size
    placed = ((text, first + n * step) for n, text in enumerate(found.lines))
    return [part for text, y in placed for part in _parts(Line(text, MARGIN, y, found.size))]


def _set(text: str, y: float, size: int, *, bold: bool = False, ink: str = INK) -> list[Line]:
    """One line of a text."""

    def measure(part: str) -> float:
        return faces.width(part, size, bold=bold)

    line = fitted(faces.drawable(one_line(text)), measure, WIDTH)
    return _parts(Line(line, MARGIN, y, size, bold, ink))


def _parts(line: Line) -> list[Line]:
    """The line; in two where Khmer follows on Latin, which shapes all that comes after it."""
    text = line.text.replace(faces.INVISIBLE, "")
    first = faces.KHMER.search(text)
    cut = first.start() if first and re.search(r"[^\W\d_]", text[: first.start()]) else 0
    ahead = replace(line, text=text[:cut])
    x = line.x + faces.width(ahead.text, line.size, bold=line.bold)
    behind = replace(line, text=text[cut:], x=round(x, 1))
    return [ahead, behind] if cut else [behind]


@functools.lru_cache(KEPT)
def png(svg: str) -> bytes:
    """A picture as PNG, in the fonts of the cards alone. The newest stay in memory."""
    files = [str(path) for path in faces.FILES]
    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=files)
