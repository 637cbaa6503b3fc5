from xml.etree import ElementTree

from tests.benchmark import sample
from tests.benchmark.drawing import LEFT, WIDTH, Scale, drawing

SVG = "{http://www.w3.org/2000/svg}"


def test_a_scale_gives_every_power_of_ten_as_much_room() -> None:
    scale = Scale(0, 2)
    one, ten, hundred = (scale.place(time) for time in (1, 10, 100))
    assert one == LEFT
    assert ten - one == hundred - ten
    assert hundred < WIDTH


def test_there_is_a_bar_for_each_number_of_the_largest_size() -> None:
    root = ElementTree.fromstring(drawing(sample.run()))  # noqa: S314  # our own drawing
    texts = [text.text for text in root.iter(f"{SVG}text")]
    for number in ("5.00", "600", "1,800", "6.00", "9.00"):
        assert number in texts
    assert "4.00" not in texts


def test_it_is_drawn_for_light_and_dark() -> None:
    assert "prefers-color-scheme: dark" in drawing(sample.run())


def test_it_has_a_name_for_those_who_do_not_see_it() -> None:
    root = ElementTree.fromstring(drawing(sample.run()))  # noqa: S314  # our own drawing
    title = root.find(f"{SVG}title")
    assert title is not None
    assert "1,000,000 statements" in (title.text or "")
