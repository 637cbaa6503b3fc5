"""How stances and countries look in a drawing: never by colour alone.

Colours stand here as they are on white, for drawings that travel alone; on the pages site.css sets
them by the class, in light and dark. All of them keep 3:1 against the paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from statements.models import Stance

REACH = 9  # no shape goes further from its middle

# Outlines about the point 0,0. A scale longer than this begins anew.
SHAPES = (
    "M-7,0a7,7 0 1,0 14,0a7,7 0 1,0 -14,0z",  # disc
    "M0,-8L8,6H-8z",  # triangle
    "M-6,-6H6V6H-6z",  # square
    "M0,-9L8,0L0,9L-8,0z",  # diamond
    "M0,8L8,-6H-8z",  # triangle on its point
    "M-8,-5L-5,-8L0,-3L5,-8L8,-5L3,0L8,5L5,8L0,3L-5,8L-8,5L-3,0z",  # cross
    "M0,-9L2.4,-3.2L8.6,-2.8L3.8,1.2L5.3,7.3L0,4L-5.3,7.3L-3.8,1.2L-8.6,-2.8L-2.4,-3.2z",  # star
    "M-3,-8H3V-3H8V3H3V8H-3V3H-8V-3H-3z",  # plus
    "M-9,-4H9V4H-9z",  # bar
    "M-7,-7H7L-7,7H7z",  # bow
    "M-8,4a8,8 0 0,1 16,0z",  # half disc
    "M-8,0L-4,-7H4L8,0L4,7H-4z",  # hexagon
)
TONES = {
    Stance.Side.FOR.value: ("#1f6f5c", "#2f6fa8", "#5b5ea6"),
    Stance.Side.AGAINST.value: ("#a3690f", "#c2501a", "#a8201a", "#86215f", "#4a2545"),
    "": ("#5a564c", "#77736a", "#6b6f7a", "#86695a"),
}
LINES = (  # colour and dash; the first is the country itself
    ("#1b1a17", "none"),
    ("#2f6fa8", "9 4"),
    ("#1f6f5c", "3 3"),
    ("#9a5b00", "12 4 3 4"),
    ("#7a3f9d", "18 5"),
)
KNOTS = (  # small outlines on a line
    "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z",
    "M-3.5,-3.5H3.5V3.5H-3.5z",
    "M0,-5L5,0L0,5L-5,0z",
    "M0,-5L5,4H-5z",
    "M0,5L5,-4H-5z",
)


@dataclass(frozen=True)
class Look:
    """Shape, colour and the class by which site.css sets the colour."""

    shape: str
    colour: str
    name: str
    dash: str = "none"


def stance_looks(stances: Iterable[Stance]) -> dict[int, Look]:
    """The look of each stance by its key, when given all stances in their order."""
    turns = {side: count() for side in TONES}
    looks = {}
    for number, stance in enumerate(stances):
        tones = TONES[stance.side]
        turn = next(turns[stance.side]) % len(tones)
        name = f"tone-{stance.side or 'apart'}-{turn + 1}"
        looks[stance.pk] = Look(SHAPES[number % len(SHAPES)], tones[turn], name)
    return looks


def line_looks() -> list[Look]:
    """The looks of the lines of several countries, the first for the country of the page."""
    return [
        Look(knot, colour, f"line-{number}", dash)
        for number, (knot, (colour, dash)) in enumerate(zip(KNOTS, LINES, strict=True))
    ]
