"""Words in a drawing: SVG neither breaks a line nor takes every character."""

import re
from collections.abc import Sequence
from textwrap import wrap

LINE = 13  # height of a line of small text
WIDEST = 17  # characters of a label beside a chart
LONGEST_NAME = 20
LONGEST_TITLE = 240
# What XML cannot hold, be it escaped or not.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """The text on one line, without what XML cannot hold, cut where it is very long."""
    return cut(" ".join(UNWRITABLE.sub("", text).split()), LONGEST_TITLE)


def short(text: str) -> str:
    """A name for the end of a line."""
    return cut(plain(text), LONGEST_NAME)


def cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def lines_of(text: str, top: int, height: int) -> Sequence[tuple[int, str]]:
    """A label in as many lines as the height holds, each with its base line; set in the middle."""
    most = max(1, min(2, height // LINE))
    found = wrap(plain(text), WIDEST, max_lines=most, placeholder="…")
    first = top + (height - LINE * len(found)) // 2 + LINE - 3
    return [(first + LINE * number, line) for number, line in enumerate(found)]
