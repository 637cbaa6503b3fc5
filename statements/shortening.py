"""A text cut to a length, between words; a Khmer one, written without blanks, between clusters."""

import re

from sources.khmer import CLUSTER

DOTS = "…"
AT_LEAST = 0.6  # of the length is kept; where no blank stands behind that, the cut is in a word
BLANK = re.compile(r"[\s\u200b]")
UNIT = re.compile(f"{CLUSTER}|.", re.DOTALL)


def one_line(text: str) -> str:
    """The text with every run of blanks and line ends as one blank."""
    return " ".join(text.split())


def printable_line(text: str) -> str:
    """The same without control characters and the like."""
    line = one_line(text)
    return line if line.isprintable() else "".join(filter(str.isprintable, line))


def shortened(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis, in no more than `most` characters."""
    if len(text) <= most:
        return text
    return cut(text, most - len(DOTS)) + DOTS


def cut(text: str, most: int) -> str:
    """The beginning of a text in no more than `most` characters, with no word or cluster torn."""
    if len(text) <= most:
        return text
    blanks = [one.start() for one in BLANK.finditer(text, int(most * AT_LEAST), most + 1)]
    end = blanks[-1] if blanks else _between_clusters(text, most)
    return text[:end].rstrip(" \u200b\n,;:–—-")


def _between_clusters(text: str, most: int) -> int:
    ends = (unit.end() for unit in UNIT.finditer(text))
    return max((end for end in ends if end <= most), default=0)
