"""The fonts of the cards, and how wide they set a text.

Each file holds the Latin and extended Latin of Noto Serif and the Khmer of Noto Sans Khmer, merged
into one font. What draws the cards looks for a missing letter in other fonts, but takes Khmer,
whose letters are put in another order first, apart at it, and may even break down. So no letter
may be missing: what no font has is never drawn. Licences (SIL OFL 1.1) are beside the files.
"""

import functools
import re
import struct
import unicodedata
from pathlib import Path

from sources.khmer import CLUSTER

FAMILY = "Noto Serif"
FOLDER = Path(__file__).with_name("fonts")
FILES = (FOLDER / "card-regular.ttf", FOLDER / "card-bold.ttf")

# Of a Khmer cluster the font knows only the parts; these are the widths that come of shaping them.
COENG = "\u17d2"
VOWELS = {"\u17be": 0.29, "\u17bf": 0.75, "\u17c0": 0.65, "\u17c4": 0.58, "\u17c5": 0.62}
WIDE_SUBSCRIPTS = frozenset("ឃឈញណថបយរសឞឡ")
SUBSCRIPT = 0.3
KHMER = re.compile(CLUSTER)
INVISIBLE = "\u200b"  # where Khmer may break; nothing of it is drawn


@functools.cache
def advances(*, bold: bool = False) -> dict[int, float]:
    """The width of each character of a font, in ems."""
    data = FILES[bold].read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    places = {
        data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    em = struct.unpack_from(">H", data, places[b"head"] + 18)[0]
    measured = struct.unpack_from(">H", data, places[b"hhea"] + 34)[0]
    widths = [
        struct.unpack_from(">H", data, places[b"hmtx"] + 4 * glyph)[0] / em
        for glyph in range(measured)
    ]
    glyphs = _glyphs(data, places[b"cmap"])
    return {char: widths[min(glyph, measured - 1)] for char, glyph in glyphs.items()}


def _glyphs(data: bytes, at: int) -> dict[int, int]:
    """Glyph by character, of the first table, which both fonts have in format 4."""
    at += struct.unpack_from(">I", data, at + 8)[0]
    size = struct.unpack_from(">H", data, at + 6)[0]
    ends, starts, deltas, offsets = (at + 14 + n * size + (2 if n else 0) for n in range(4))
    found: dict[int, int] = {}
    for step in range(0, size, 2):
        start, end, delta, offset = (
            struct.unpack_from(">H", data, part + step)[0]
            for part in (starts, ends, deltas, offsets)
        )
        for char in range(start, min(end, 0xFFFE) + 1):
            glyph = char
            if offset:
                place = offsets + step + offset + 2 * (char - start)
                glyph = struct.unpack_from(">H", data, place)[0]
            if glyph or not offset:
                found[char] = (glyph + delta) & 0xFFFF
    return {char: glyph for char, glyph in found.items() if glyph}


def has_khmer(text: str) -> bool:
    return KHMER.search(text) is not None


def drawable(text: str) -> str:
    """The text as it can be drawn: without signs, such as emoji, that the fonts lack.

    Empty where letters would be missing.
    """
    known = "".join(char for char in text if char == INVISIBLE or _known(char))
    lost = (unicodedata.category(char)[0] for char in text if not _known(char))
    return "" if set(lost) & set("LMN") else known


def _known(char: str) -> bool:
    drawn = unicodedata.category(char)[0] != "C"  # a font may have a glyph for NUL; XML has none
    return drawn and ord(char) in advances() and ord(char) in advances(bold=True)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is set, in pixels; rather too much than too little."""
    ems, below, known = 0.0, False, advances(bold=bold)
    for char in text:
        if below:
            ems += SUBSCRIPT if char in WIDE_SUBSCRIPTS else 0
        else:
            ems += VOWELS.get(char) or known.get(ord(char), 0)
        below = char == COENG
    return ems * size
