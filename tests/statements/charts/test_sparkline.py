import pytest

from statements.charts.sparkline import Sparkline, rows_of, sparkline
from statements.models import Level, Ranking
from tests import factories
from tests.statements.charts.placing import place

pytestmark = pytest.mark.django_db


@pytest.fixture
def ranking() -> Ranking:
    made = factories.ranking()
    Level.objects.create(ranking=made, code="SC", label="Special Case")
    return made


def spark(ranking: Ranking, first: int = 2001, last: int = 2025, **years: str) -> Sparkline:
    return sparkline(place(ranking, **years), list(ranking.levels.all()), first, last)


def test_levels_in_order_lie_above_those_apart(ranking: Ranking) -> None:
    rows = rows_of(list(ranking.levels.all())[::-1])
    heights = [rows[ranking.levels.get(code=code).pk] for code in ("1", "2", "2WL", "3", "SC")]
    assert heights == sorted(set(heights))
    assert rows_of([Level(pk=1)]) == {1: 5}


def test_it_steps_and_leaves_gaps(ranking: Ranking) -> None:
    drawn = spark(ranking, y2001="2", y2002="3", y2005="1")
    assert drawn.path == "M5,10h6V18H17M29,5h6"
    assert (drawn.newest.x, drawn.newest.y) == (35, 5)


def test_no_step_leads_to_a_level_apart(ranking: Ranking) -> None:
    drawn = spark(ranking, y2001="2", y2002="SC")
    assert "V" not in drawn.path
    assert len(drawn.apart) == 1


def test_it_says_where_the_country_came_from_and_where_it_stands(ranking: Ranking) -> None:
    assert spark(ranking, y2001="2", y2025="3").title == "Cambodia: Tier 2 in 2001, Tier 3 in 2025"


def test_a_long_time_keeps_to_its_width(ranking: Ranking) -> None:
    assert spark(ranking, 1000, 9999, y2001="2").width <= 180
