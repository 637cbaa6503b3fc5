import re
from xml.etree import ElementTree as ET

import pytest

from sources.publication import Status
from statements.charts.figures import FigureChart, figure_chart
from statements.templatetags.figure_marks import figure_cards, figure_frame, figure_marks
from statements.views.figures import Drawn
from tests.statements.claims import claim, indicator, only_series, statement_of

pytestmark = pytest.mark.django_db
SVG = "<svg>{}</svg>"


def chart() -> FigureChart:
    return figure_chart(only_series())


def drawn(*, linked: bool = True) -> ET.Element:
    return ET.fromstring(SVG.format(figure_marks(chart(), linked=linked).html))  # noqa: S314


def test_it_is_well_formed_whatever_is_printed() -> None:
    claim(1577, "2021", value_as_printed='"<1,577>" & more')
    (title,) = drawn().iter("title")
    assert '“"<1,577>" & more”' in (title.text or "")


def test_a_bar_leads_to_where_the_figure_stands() -> None:
    figure = claim(3, "2021")
    (link,) = drawn().iter("a")
    assert link.get("href") == statement_of(figure).get_absolute_url()
    assert not list(drawn(linked=False).iter("a"))
    assert statement_of(figure).status == Status.PUBLISHED


def test_years_values_and_the_grid_are_written() -> None:
    claim(100, "2021")
    written = [text.text for text in drawn().iter("text")]
    assert written == ["0", "20", "40", "60", "80", "100", "2021", "100"]


def test_a_figure_without_a_period_has_a_lane_that_says_so() -> None:
    claim(100, "2021")
    claim(12, "")
    assert "no period" in [text.text for text in drawn().iter("text")]


def test_bars_tell_the_sure_from_the_unsure() -> None:
    claim(100, "2020")
    assert drawn().findall(".//rect[@class='fc-bar'][@height='6']")
    claim(100, "2021", qualifier="about")
    assert drawn().findall(".//rect[@class='fc-open'][@stroke-dasharray='4 2']")
    claim(100, "2022", unit_disputed=True, note="Persons?")
    assert len(drawn().findall(".//rect[@class='fc-open']")) == 2
    assert not drawn().findall(".//polygon")
    claim(100, "2023", qualifier="at-least")
    assert drawn().findall(".//polygon[@class='fc-bar']")


def test_a_part_is_thin_and_its_number_is_not_bold() -> None:
    whole = claim(290, "2024")
    claim(241, "2024", part_of=whole)
    assert drawn().findall(".//rect[@class='fc-bar'][@height='2']")
    weights = {text.text: text.get("font-weight") for text in drawn().iter("text")}
    assert (weights["290"], weights["241"]) == ("600", None)


def test_values_in_conflict_are_red_and_bound_together() -> None:
    claim(538, "2021")
    claim(359, "2021")
    assert len(drawn().findall(".//rect[@class='fc-bar fc-odd-fill'][@fill='#8f1d14']")) == 2
    assert len(drawn().findall(".//line[@class='fc-odd']")) == 1
    assert not drawn().findall(".//line[@class='fc-join']")


def test_neighbours_of_one_length_are_joined() -> None:
    claim(100, "2021")
    claim(120, "2022")
    assert len(drawn().findall(".//line[@class='fc-join']")) == 1
    assert not re.search(r'"\s*None\s*"', figure_marks(chart(), linked=True).html)


def test_a_chart_stands_in_a_frame_that_says_what_it_shows() -> None:
    claim(3, "2021", indicator=indicator("cases", "cases", "Cases & raids"))
    html = figure_frame(chart()).html
    assert html.startswith('<div class="scroll figure-chart" tabindex="0" role="region"')
    assert 'aria-label="Chart: Cases &amp; raids"' in html
    assert "Cases &amp; raids (cases): every value over the period that it counts." in html
    assert '<a class="fc-mark"' in html


def test_a_card_names_what_is_counted_and_where_values_conflict() -> None:
    claim(3, "2021")
    claim(4, "2021")
    (one,) = [Drawn(only_series(), chart())]
    html = figure_cards([one]).html
    assert '<h2><a href="/figures/cases/">Cases</a></h2>' in html
    assert '<p class="meta">cases · Cambodia · 2 figures · <strong class="odd">values in' in html
    assert '<div class="scroll figure-chart small"' in html
