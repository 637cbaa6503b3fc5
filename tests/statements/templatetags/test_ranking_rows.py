import re

import pytest

from statements.rankings.standings import sparklines
from statements.templatetags.ranking_rows import (
    countries_beside,
    newest_placements,
    other_countries,
    twin_editions,
    twin_positions,
)
from tests import factories
from tests.statements.charts.placing import place, standing, take

pytestmark = pytest.mark.django_db


def test_a_ranking_shows_the_newest_placement_and_the_way_of_each_country() -> None:
    ranking = factories.ranking(slug="tip")
    place(ranking, y2020="2", y2022="3")
    place(ranking, "TH", y2021="1")
    html = newest_placements(ranking, sparklines(ranking, list(ranking.levels.all()))).html
    first, second = html.removesuffix("</tr>").split("</tr>")
    assert first.startswith(
        '<tr><th scope="row"><a href="/rankings/tip/cambodia/">Cambodia</a></th>'
        '<td>Tier 3</td><td>2022</td><td><svg class="sparkline"'
    )
    assert "<td>Tier 1</td><td>2021</td>" in second


def test_other_countries_can_be_drawn_and_gone_to() -> None:
    ranking = factories.ranking(slug="tip")
    for iso2, level in (("KH", "3"), ("TH", "2"), ("VN", "1")):
        place(ranking, iso2, y2022=level)
    shown = standing(ranking, "vietnam")
    assert re.findall(r'value="(.*?)"( checked)?> (\w+)<', countries_beside(shown).html) == [
        ("thailand", "", "Thailand"),
        ("vietnam", " checked", "Vietnam"),
    ]
    assert other_countries(shown).html.startswith(
        '<li><a href="/rankings/tip/thailand/">Thailand</a> <span class="soft">Tier 2, 2022</span>'
    )


def test_the_tables_tell_what_the_chart_shows() -> None:
    ranking = factories.ranking()
    place(ranking, y2021="2", y2022="3")
    place(ranking, "TH", y2022="1")
    take(ranking, 2022, "2022-08-12")
    shown = standing(ranking, "thailand")
    first, second = twin_editions(shown.rows).html.removesuffix("</tr>").split("</tr>")
    assert first.endswith('<td>Tier 2</td><td><span class="soft">none</span></td>')
    assert second.startswith('<tr><th scope="row">2022</th><td>1 July 2022</td><td>Tier 3</td>')
    ((position, statement),) = shown.positions_with_statements
    html = twin_positions(shown.positions_with_statements).html
    assert html.startswith(f"<tr><td>12 August 2022</td><td>{position.speaker}</td>")
    assert f'<td>2022</td><td lang="en"><a href="{statement.get_absolute_url()}">No int' in html


def test_an_edition_without_a_day_says_so() -> None:
    ranking = factories.ranking()
    place(ranking, released="", y2022="3")
    html = twin_editions(standing(ranking).rows).html
    assert '<th scope="row">2022</th><td><span class="soft">not known</span></td>' in html
