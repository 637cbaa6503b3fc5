import pytest
from django.test import RequestFactory

from statements import dossier as module
from statements import workflow
from statements.dossier import Dossier
from statements.models import Figure, Speaker
from tests import factories
from tests.statements.charts.placing import place
from tests.statements.claims import claim
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def dossier(query: str = "") -> Dossier:
    return Dossier(RequestFactory().get(f"/dossier/?{query}"))


def of(speaker: Speaker | None) -> Dossier:
    assert speaker is not None
    return dossier(f"speaker={speaker.slug}")


class TestWhatIsAsked:
    @pytest.mark.parametrize("query", ["", "order=oldest", "q=", "after=2022-01-01_2022-01-01_1"])
    def test_without_a_filter_nothing_is(self, query: str) -> None:
        assert not dossier(query).is_asked

    def test_a_filter_is_enough(self) -> None:
        assert dossier("since=2022").is_asked

    def test_the_address_leaves_out_the_place_in_the_list_and_its_order(self) -> None:
        asked = "since=2022&order=oldest&after=2022-01-01_2022-01-01_1"
        assert dossier(asked).own_url == "/dossier/?since=2022"


class TestStatements:
    def test_they_are_the_selection_the_oldest_first(self) -> None:
        for day in ("2022-08-12", "2020", "2024-01"):
            factories.published(said_on=day)
        said = [str(one.said_on) for one in dossier("since=2021&order=newest").statements]
        assert said == ["2022-08-12", "2024-01"]

    def test_of_too_many_the_newest_are_shown_and_the_others_counted(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "MOST", 2)
        for year in range(2019, 2024):
            factories.published(said_on=str(year))
        made = dossier("since=2000")
        assert [str(one.said_on) for one in made.statements] == ["2022", "2023"]
        assert made.left_out == 3
        covered = made.coverage
        assert covered is not None
        assert covered.span == "2022 – 2023"
        assert covered.gaps == []

    def test_a_source_of_several_statements_counts_once(self) -> None:
        shared = factories.source()
        for _time in range(2):
            factories.published(cite=shared)
        factories.published()
        assert dossier("since=2000").sources == 2


class TestCoverage:
    def test_silence_within_the_period_asked_for_is_told(self) -> None:
        factories.published(said_on="2022-08-12")
        covered = dossier("since=2020&until=2023").coverage
        assert covered is not None
        assert [gap.words() for gap in covered.gaps] == [
            "before 12 August 2022",
            "after 12 August 2022",
        ]

    def test_the_future_is_not_silent(self) -> None:
        factories.published(said_on="2022-08-12")
        far, near = (dossier(f"until={year}").coverage for year in ("9999", "2100"))
        assert far is not None
        assert far == near


class TestStands:
    def test_a_shift_is_told_though_the_position_before_lies_outside(self) -> None:
        first = published("2010-06", "welcomes")
        published("2022-08-12", speaker=first.speaker, placement=first.placement)
        published("2022-08-12")
        assert first.speaker is not None
        (stand,) = dossier(f"speaker={first.speaker.slug}&since=2022").stands
        (entry,) = stand.entries
        assert entry.shift is not None
        assert entry.shift.outcome == "reversed"

    def test_a_position_that_the_filter_leaves_out_is_left_out(self) -> None:
        first = published("2010-06", "welcomes")
        published("2022-08-12", speaker=first.speaker, placement=first.placement)
        (stand,) = dossier("stance=welcomes").stands
        assert [str(entry.step.as_of) for entry in stand.entries] == ["2010-06"]

    def test_without_positions_there_are_neither_stands_nor_courses(self) -> None:
        speaker = factories.published().speaker
        place(factories.ranking(), y2022="3")
        assert (of(speaker).stands, of(speaker).courses) == ([], [])


class TestFigures:
    def test_they_are_those_of_the_statements(self) -> None:
        own = claim(359, "2021")
        claim(538, "2021")
        assert [one.figure for one in of(own.speaker).figures] == [own]

    def test_a_figure_of_a_source_alone_is_shown_where_it_fits(self) -> None:
        figure = claim(104, "2024")
        source, speaker = factories.source(), figure.speaker
        workflow.publish(record=source, by=None)
        lone = Figure.objects.create(
            indicator=figure.indicator, value=87, value_as_printed="87", speaker=speaker,
            source=source,
        )  # fmt: skip
        workflow.publish(record=lone, by=None)
        assert {int(one.figure.value) for one in of(speaker).figures} == {104, 87}
        assert speaker is not None
        only_said = dossier(f"kind=quotation&speaker={speaker.slug}")
        assert [int(one.figure.value) for one in only_said.figures] == [104]


class TestCourses:
    def test_they_are_of_the_rankings_that_positions_are_on(self) -> None:
        ranking = factories.ranking()
        place(ranking, y2021="2", y2022="3")
        place(ranking, "TH", y2022="1")
        place(factories.ranking(), y2022="1")
        (placed,) = [one for one in ranking.editions.get(year=2022).placements.all()
                     if one.country.iso2 == "KH"]  # fmt: skip
        speaker = published(placement=placed).speaker
        (course,) = of(speaker).courses
        assert (course.ranking, course.country.iso2) == (ranking, "KH")
        assert [one.edition.year for one in course.placements] == [2021, 2022]
