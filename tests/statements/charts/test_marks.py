import pytest

from statements import workflow
from statements.charts.looks import stance_looks
from statements.charts.marks import MOST_STACKED, PITCH, Lane, leads_to, stance_lanes
from statements.charts.scales import TimeScale
from statements.models import Evidence, Ranking, Stance, Statement
from tests import factories
from tests.statements.charts.placing import place, standing, take

pytestmark = pytest.mark.django_db

SCALE = TimeScale.of_years(2020, 2024, 0, 340)


@pytest.fixture
def ranking() -> Ranking:
    made = factories.ranking()
    place(made, y2022="3")
    return made


def drawn(ranking: Ranking) -> list[Lane]:
    looks = stance_looks(Stance.objects.all())
    return stance_lanes(standing(ranking).positions, looks, SCALE, 100)


def test_each_stance_that_was_taken_has_a_lane_in_the_order_of_the_scale(ranking: Ranking) -> None:
    for stance in ("dismisses", "rejects", "welcomes", "dismisses"):
        take(ranking, 2022, "2022-08-12", stance)
    lanes = drawn(ranking)
    assert [lane.stance.code for lane in lanes] == ["welcomes", "dismisses", "rejects"]
    assert [len(lane.marks) for lane in lanes] == [1, 2, 1]
    assert lanes[0].y == 100
    assert lanes[1].y == lanes[0].y + lanes[0].height


def test_no_two_marks_are_too_near_to_be_hit(ranking: Ranking) -> None:
    for day in ("2022-08-12", "2022-08-12", "2022-08-13", "2022-09", "2022", "2023-08-12"):
        take(ranking, 2022, day)
    (lane,) = drawn(ranking)
    places = [(mark.x, mark.y) for mark in lane.marks]
    assert len(places) == 6
    for number, (x, y) in enumerate(places):
        for other_x, other_y in places[:number]:
            assert abs(x - other_x) >= PITCH - 1 or abs(y - other_y) >= PITCH
    assert all(lane.y < y - 11 and y + 11 < lane.y + lane.height for _x, y in places)


def test_a_date_of_which_only_the_year_is_known_is_drawn_as_a_span(ranking: Ranking) -> None:
    for as_of in ("2022", "2022-08", "2022-08-12"):
        take(ranking, 2022, as_of)
    (lane,) = drawn(ranking)
    year, month, day = sorted(lane.marks, key=lambda mark: len(str(mark.position.as_of)))
    assert year.span == (136, 204)
    assert year.x == 170
    assert (year.vague, month.vague, day.vague) == (True, True, False)
    assert month.span is None  # narrower than the mark itself


def test_a_crowd_is_told_by_its_number(ranking: Ranking) -> None:
    for _n in range(MOST_STACKED + 3):
        take(ranking, 2022, "2022-08-12")
    (lane,) = drawn(ranking)
    (crowd,) = lane.crowds
    assert len(lane.marks) == MOST_STACKED
    assert len(crowd.positions) == 3
    assert crowd.title == "3 more positions in 2022"
    assert crowd.y > max(mark.y for mark in lane.marks)


def test_a_mark_leads_to_its_evidence_and_tells_it(ranking: Ranking) -> None:
    position = take(ranking, 2022, "2022-08-12")
    mark = drawn(ranking)[0].marks[0]
    assert mark.address == leads_to(position).get_absolute_url()
    for words in ("12 August 2022", str(position.speaker), "Dismisses", "Tier 3", "No interest."):
        assert words in mark.title


def test_a_mark_tells_only_the_beginning_of_a_long_speech(ranking: Ranking) -> None:
    position = take(ranking, 2022, "2022-08-12")
    Statement.objects.filter(pk=leads_to(position).pk).update(text="No interest. " * 40)
    title = drawn(ranking)[0].marks[0].title
    assert "“No interest. No" in title
    assert title.endswith("…”")
    assert len(title) < 200


def test_explicit_evidence_goes_before_implicit(ranking: Ranking) -> None:
    position = take(ranking, 2022, "2022-08-12")
    Evidence.objects.update(weight=Evidence.Weight.IMPLICIT)
    clear = factories.published("Of no interest at all.")
    Evidence.objects.create(position=position, statement=clear)
    assert leads_to(position) == clear
    workflow.withdraw(record=clear, by=None, reason="Misheard.")
    assert leads_to(standing(ranking).positions[0]) != clear
