from datetime import date
from itertools import pairwise

import pytest

from statements.charts.levels import bands, begins, lines
from statements.charts.scales import TimeScale
from statements.models import Level, Ranking
from statements.rankings.placements import Way
from tests import factories
from tests.statements.charts.placing import place

pytestmark = pytest.mark.django_db

SCALE = TimeScale.of_years(2001, 2010, 0, 3650)


@pytest.fixture
def ranking() -> Ranking:
    made = factories.ranking()
    Level.objects.create(ranking=made, code="SC", label="Special Case")
    return made


def path_of(ranking: Ranking, *ways: Way) -> str:
    rows = bands(list(ranking.levels.all()), 0)
    return lines(ways, rows, SCALE)[0].path


def test_the_best_level_stands_at_the_top_and_a_special_case_apart(ranking: Ranking) -> None:
    rows = bands(list(ranking.levels.all())[::-1], 10)
    assert [row.level.code for row in rows] == ["1", "2", "2WL", "3", "SC"]
    assert [row.apart for row in rows] == [False] * 4 + [True]
    gaps = [b.y - a.y - a.height for a, b in pairwise(rows)]
    assert gaps[:3] == [0, 0, 0]
    assert gaps[3] > 0


def test_levels_without_any_order_are_bands_as_well() -> None:
    rows = bands([Level(pk=n, code=code, label=code) for n, code in enumerate("ba")], 0)
    assert [row.level.code for row in rows] == ["a", "b"]
    assert rows[0].y == 0


def test_many_levels_are_drawn_thinner() -> None:
    rows = bands([Level(pk=n, code=str(n), label=str(n), order=n) for n in range(1, 101)], 0)
    assert rows[0].height < bands([rows[0].level], 0)[0].height
    assert all(row.label for row in rows)


@pytest.mark.parametrize(
    ("released", "expected"),
    [
        ("{}-06-14", (date(2005, 6, 14), True)),
        ("{}-06", (date(2005, 6, 15), False)),
        ("{}", (date(2005, 7, 2), False)),
        ("", (date(2005, 7, 1), False)),
        ("1990-01-01", (date(2005, 7, 1), False)),
    ],
)
def test_a_placement_begins_with_the_release_of_its_edition(
    ranking: Ranking, released: str, expected: tuple[date, bool]
) -> None:
    way = place(ranking, released=released, y2005="2")
    assert begins(way.placements[0]) == expected


def test_a_step_joins_one_edition_to_the_next(ranking: Ranking) -> None:
    way = place(ranking, y2002="2", y2003="3")
    assert path_of(ranking, way) == "M546,66H911V154H1275"


def test_a_year_without_a_placement_is_a_gap(ranking: Ranking) -> None:
    way = place(ranking, y2002="2", y2005="3")
    assert path_of(ranking, way) == "M546,66H911M1641,154H2006"


def test_no_step_leads_to_a_level_apart(ranking: Ranking) -> None:
    way = place(ranking, y2002="2", y2003="SC", y2004="SC", y2005="2")
    path = path_of(ranking, way)
    assert path.count("M") == 3
    assert path.count("V") == 1  # of one length: from Special Case to Special Case


def test_one_placement_is_a_line_of_a_year(ranking: Ranking) -> None:
    assert path_of(ranking, place(ranking, y2002="1")) == "M546,22H911"


def test_countries_on_one_level_lie_side_by_side(ranking: Ranking) -> None:
    ways = [place(ranking, iso2, y2002="2") for iso2 in ("KH", "TH", "VN", "LA", "MY")]
    drawn = lines(ways, bands(list(ranking.levels.all()), 0), SCALE)
    assert len({line.knots[0].y for line in drawn}) == 5
    assert all(44 <= line.knots[0].y < 88 for line in drawn)
    labels = sorted(line.label_y for line in drawn)
    assert all(b - a >= 15 for a, b in pairwise(labels))
    assert drawn[1].knots[0].title == "Thailand, 2002: Tier 2"


def test_a_country_without_placements_has_no_line(ranking: Ranking) -> None:
    way = Way(factories.country(), [])
    assert lines([way], bands(list(ranking.levels.all()), 0), SCALE) == []
