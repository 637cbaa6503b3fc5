import re
from xml.etree import ElementTree as ET

import pytest

from statements.charts.ranking import RankingChart
from statements.charts.sparkline import Dot, Sparkline
from statements.models import Level, Position
from statements.templatetags.ranking_marks import ranking_strip, ranking_years, sparkline
from tests import factories
from tests.statements.charts.placing import place, standing, take

pytestmark = pytest.mark.django_db


def drawn(html: str) -> ET.Element:
    return ET.fromstring(f"<svg>{html}</svg>")  # noqa: S314


def chart(*beside: str) -> RankingChart:
    """Cambodia's way through a new ranking, with Thailand's, and three positions on it."""
    ranking = factories.ranking()
    Level.objects.create(ranking=ranking, code="SC", label="Special <case>")
    place(ranking, y2020="2", y2021="2WL", y2022="SC")
    place(ranking, "TH", released="", y2019="1")
    for day in ("2022-08-12", "2022-09", "2021"):
        take(ranking, 2022, day)
    made = standing(ranking, *beside).chart
    assert made
    return made


def test_a_small_line_has_its_levels_apart_and_its_end() -> None:
    line = Sparkline(40, 28, "M5,5h6", [Dot(5, 23)], Dot(11, 5), "A & B")
    (svg,) = drawn(sparkline(line).html)
    assert (svg.get("viewBox"), svg.get("aria-label")) == ("0 0 40 28", "A & B")
    assert [one.get("class") for one in svg.iter("circle")] == ["hollow", "newest"]
    assert [one.get("d") for one in svg.iter("path")] == ["M5,5h6"]


def test_bands_and_lanes_are_named_beside_the_years() -> None:
    html = ranking_strip(chart()).html
    written = [text.text for text in drawn(html).iter("text")]
    assert "Special <case>" in written
    assert str(Position.objects.all()[0].stance).split()[0] in " ".join(map(str, written))


def test_every_line_has_its_knots_and_its_name_the_country_itself_last() -> None:
    svg = drawn(ranking_years(chart("thailand")).html)
    names = [one.text for one in svg.iter("text") if one.get("x") == "28"]
    assert names == ["Thailand", "Cambodia"]
    widths = [one.get("stroke-width") for one in svg.iter("path") if one.get("stroke-dasharray")]
    assert widths == ["2", "2", "3.5", "3.5"]
    knots = [one.get("class") for one in svg.iter("path") if one.get("stroke-width") == "1.5"]
    assert knots == ["hollow", "filled", "filled", "filled"]


def test_marks_lead_to_the_statements_and_the_vague_ones_are_hollow() -> None:
    made = chart()
    svg = drawn(ranking_years(made, origin="https://on.example").html)
    addresses = [one.get("href") for one in svg.iter("a")]
    assert addresses == [f"https://on.example{mark.address}" for mark in made.marks]
    assert len(re.findall('class="hollow"', ranking_years(made).html)) == 2


def test_a_crowd_leads_to_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statements.charts.marks.MOST_STACKED", 1)
    ranking = factories.ranking()
    place(ranking, y2022="3")
    for _number in range(3):
        take(ranking, 2022, "2022-08-12")
    made = standing(ranking).chart
    assert made
    links = list(drawn(ranking_years(made, page="/there/").html).iter("a"))
    assert links[-1].get("href") == "/there/#positions"
    assert [text.text for text in links[-1].iter("text")] == ["+2"]
