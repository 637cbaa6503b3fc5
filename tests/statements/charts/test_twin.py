import pytest

from statements.charts.twin import edition_rows, positions_of
from tests import factories
from tests.statements.charts.placing import place, standing, take

pytestmark = pytest.mark.django_db


def test_each_edition_has_the_level_of_each_country_or_none() -> None:
    ranking = factories.ranking()
    ways = [place(ranking, y2020="2", y2022="3"), place(ranking, "TH", y2021="1", y2022="2")]
    rows = edition_rows(ways)
    codes = [[one and one.level.code for one in row.placements] for row in rows]
    assert [row.year for row in rows] == [2020, 2021, 2022]
    assert codes == [["2", None], [None, "1"], ["3", "2"]]
    assert str(rows[0].released) == "2020-07-01"


def test_positions_stand_by_date() -> None:
    ranking = factories.ranking()
    place(ranking, y2020="2", y2022="3")
    late, early = take(ranking, 2020, "2023"), take(ranking, 2022, "2022-08-12")
    assert positions_of(standing(ranking).years) == [early, late]
