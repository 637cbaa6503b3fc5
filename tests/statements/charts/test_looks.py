import re
from pathlib import Path

import pytest

from statements.charts.looks import KNOTS, LINES, SHAPES, TONES, line_looks, stance_looks
from statements.models import Stance

CSS = Path(__file__).parents[3] / "static/site.css"
COLOUR = re.compile(r"\.((?:tone|line)-[a-z0-9-]+) \{ color: (#[0-9a-f]{6}); \}")
PAPER = re.compile(r"--paper: (#[0-9a-f]{6});")
SHEET = re.compile(r"--sheet: (#[0-9a-f]{6});")


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def schemes() -> list[tuple[str, dict[str, str]]]:
    """Of light and dark each: the text of its grounds and the colours by class."""
    text = CSS.read_text("utf-8")
    found = COLOUR.findall(text)
    half = len(found) // 2
    return [("light", dict(found[:half])), ("dark", dict(found[half:]))]


def test_every_colour_stands_out_from_the_paper_and_the_bands_in_light_and_dark() -> None:
    text = CSS.read_text("utf-8")
    grounds = list(zip(PAPER.findall(text), SHEET.findall(text), strict=False))
    for (scheme, colours), pair in zip(schemes(), grounds, strict=False):
        assert len(colours) == sum(map(len, TONES.values())) + len(LINES)
        for name, colour in colours.items():
            assert min(contrast(colour, ground) for ground in pair) >= 3, (scheme, name)


def test_a_drawing_that_travels_alone_has_the_colours_of_the_light_page() -> None:
    colours = schemes()[0][1]
    assert [colours[f"line-{n}"] for n in range(len(LINES))] == [colour for colour, _dash in LINES]
    for side, tones in TONES.items():
        for number, tone in enumerate(tones, start=1):
            assert colours[f"tone-{side or 'apart'}-{number}"] == tone


def test_lines_differ_by_dash_and_by_knot_as_well_as_by_colour() -> None:
    looks = line_looks()
    for marks in ([look.shape for look in looks], [look.dash for look in looks], KNOTS):
        assert len(set(marks)) == len(looks) == 5


@pytest.mark.django_db
def test_stances_differ_by_shape_and_by_colour() -> None:
    stances = list(Stance.objects.all())
    looks = stance_looks(stances)
    assert len({look.shape for look in looks.values()}) == len(stances)
    assert len({look.colour for look in looks.values()}) == len(stances)
    assert list(looks) == [stance.pk for stance in stances]


def test_a_scale_longer_than_the_shapes_begins_anew() -> None:
    stances = [Stance(pk=n, side="against") for n in range(30)]
    looks = stance_looks(stances)
    assert looks[0].shape == looks[len(SHAPES)].shape
    assert looks[0].name == looks[5].name == "tone-against-1"
