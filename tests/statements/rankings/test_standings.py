import pytest

from statements.rankings.standings import sparklines
from tests import factories
from tests.statements.charts.placing import place, standing, take

pytestmark = pytest.mark.django_db


def test_chart_and_table_are_made_of_the_same_placements_and_positions() -> None:
    ranking = factories.ranking()
    place(ranking, y2020="2", y2022="3")
    place(ranking, "TH", y2021="1", y2022="2")
    for day in ("2022-08-12", "2023", "2022-08"):
        take(ranking, 2022, day)
    shown = standing(ranking, "thailand")
    assert shown.chart
    drawn = [knot.placement for line in shown.chart.lines for knot in line.knots]
    tabled = [one for row in shown.rows for one in row.placements if one]
    assert len(drawn) == 4
    assert {(one.pk, one.level) for one in drawn} == {(one.pk, one.level) for one in tabled}
    marked = {mark.position.pk: mark.address for mark in shown.chart.marks}
    rows = {one.pk: to.get_absolute_url() for one, to in shown.positions_with_statements}
    assert marked == rows
    assert len(rows) == 3


def test_neighbours_are_carried_in_the_address() -> None:
    ranking = factories.ranking()
    place(ranking, y2022="3")
    place(ranking, "TH", y2022="2")
    place(ranking, "VN", y2022="2")
    assert standing(ranking).query == ""
    assert standing(ranking, "vietnam", "thailand").query == "?with=vietnam&with=thailand"
    assert [str(one.country) for one in standing(ranking).others] == ["Thailand", "Vietnam"]


def test_neighbours_are_drawn_where_the_country_itself_has_no_placement() -> None:
    ranking = factories.ranking()
    place(ranking, "TH", y2022="2")
    shown = standing(ranking, "thailand")
    assert shown.chart
    assert [line.name for line in shown.chart.lines] == ["Thailand"]


def test_every_country_has_its_newest_level_and_its_line() -> None:
    ranking = factories.ranking()
    place(ranking, y2020="2", y2022="3")
    place(ranking, "TH", y2001="1")
    lines = sparklines(ranking, list(ranking.levels.all()))
    assert [(str(one.country), one.edition.year) for one, _line in lines] == [
        ("Cambodia", 2022),
        ("Thailand", 2001),
    ]
    assert len({line.width for _one, line in lines}) == 1
    assert sparklines(factories.ranking(), []) == []
