import pytest

from statements.models import Level, Ranking
from tests import factories
from tests.statements.charts.placing import place, standing, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def ranking() -> Ranking:
    return factories.ranking()


def test_where_nothing_is_placed_there_is_no_chart(ranking: Ranking) -> None:
    assert standing(ranking).chart is None


def test_a_single_placement_without_positions_is_drawn(ranking: Ranking) -> None:
    place(ranking, y2022="3")
    chart = standing(ranking).chart
    assert chart
    assert (chart.marks, len(chart.lines[0].knots)) == ([], 1)
    assert list(chart.scale.years) == [2022, 2023]
    assert len(chart.year_rows) == 1


def test_a_ranking_of_other_levels_needs_no_code() -> None:
    ranking = factories.ranking("Press freedom", "A", "B", "C", "D", "E")
    ways = [place(ranking, f"X{n}", y2022="ABCDE"[n % 5]) for n in range(10)]
    place(ranking, y2021="E", y2022="A")
    chart = standing(ranking, *(way.country.slug for way in ways[:4])).chart
    assert chart
    assert len(chart.bands) == len(chart.lines) == 5


def test_the_names_of_many_lines_on_the_lowest_of_many_levels_lie_within(ranking: Ranking) -> None:
    codes = [f"L{n:02}" for n in range(30)]
    ranking = factories.ranking("Fine", *codes)
    ways = [place(ranking, iso2, y2022="L29") for iso2 in ("KH", "TH", "VN", "LA", "MY")]
    chart = standing(ranking, *(way.country.slug for way in ways[1:])).chart
    assert chart
    assert max(line.label_y for line in chart.lines) < chart.height
    assert len(chart.year_rows) == 1


def test_levels_without_order_are_drawn(ranking: Ranking) -> None:
    Level.objects.update(order=None)
    place(ranking, y2021="1", y2022="3")
    chart = standing(ranking).chart
    assert chart
    assert all(band.apart for band in chart.bands)


def test_the_years_reach_as_far_as_the_positions(ranking: Ranking) -> None:
    place(ranking, y2020="2", y2022="3")
    take(ranking, 2022, "2025")
    take(ranking, 2020, "2018-05")
    chart = standing(ranking).chart
    assert chart
    assert list(chart.scale.years) == list(range(2018, 2026))


def test_the_longest_time_there_is_is_drawn_within_bounds(ranking: Ranking) -> None:
    place(ranking, y1000="1", y9999="3")
    chart = standing(ranking).chart
    assert chart
    assert chart.width < 3_000
    assert len(chart.ticks) < 100


def test_notes_say_only_what_the_chart_shows(ranking: Ranking) -> None:
    place(ranking, y2022="3")
    assert len(standing(ranking).chart.notes) == 1  # type: ignore[union-attr]
    take(ranking, 2022, "2022-08")
    notes = " ".join(standing(ranking).chart.notes)  # type: ignore[union-attr]
    assert "Hollow mark" in notes
    assert "Hollow on a line" not in notes


def test_a_chart_of_its_own_has_room_for_its_heading_and_notes(ranking: Ranking) -> None:
    place(ranking, released="", y2022="3")
    chart = standing(ranking).chart
    assert chart
    sheet = chart.sheet
    places = [y for y, _note in sheet.notes]
    assert chart.height < places[0] <= places[-1] < sheet.height
    assert sheet.width > sheet.years_at + chart.width


def test_three_hundred_positions_in_twenty_five_years_all_have_their_mark(
    ranking: Ranking,
) -> None:
    place(ranking, **{f"y{year}": "2" for year in range(2001, 2026)})
    template = take(ranking, 2025, "2025-08-12")
    positions = [
        type(template)(
            pk=n,
            speaker=template.speaker,
            placement=template.placement,
            stance=template.stance,
            as_of=f"{2001 + n // 12}-{n % 12 + 1:02}-10",
        )
        for n in range(1, 300)
    ]
    for position in positions:
        position._prefetched_objects_cache = {"evidence_rows": template.evidence_rows.all()}  # type: ignore[attr-defined]
    shown = standing(ranking)
    shown.__dict__["positions"] = positions
    chart = shown.chart
    assert chart
    assert len({(mark.x, mark.y) for mark in chart.marks}) == 299
    assert chart.height < 700
