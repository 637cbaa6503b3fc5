from datetime import date

import pytest

from statements import overview, workflow
from statements.models import Citation, Statement
from statements.postings import worker
from statements.search import index
from tests import factories
from tests.statements.charts.placing import place

pytestmark = pytest.mark.django_db


def move(*stances: str) -> None:
    """A speaker of the ranking takes these stances, one a year from 2020 on."""
    speaker, ranking = factories.speaker(), factories.ranking()
    placement = factories.placement(ranking)
    for year, stance in enumerate(stances, start=2020):
        said = factories.draft(f"In {year}.", speaker=speaker, said_on=f"{year}-06-01")
        factories.position(said, stance, placement=placement)
        workflow.publish(record=said, by=None)


class TestHoldings:
    def test_an_empty_register_holds_nothing(self) -> None:
        held = overview.holdings()
        assert (held.statements, held.sources, held.years) == (0, 0, "")
        assert held.verified_share is None

    def test_it_counts_what_is_public_and_nothing_else(self) -> None:
        speaker = factories.speaker()
        source = factories.source()
        factories.published("One.", speaker=speaker, cite=source, said_on="2002")
        factories.published("Two.", speaker=speaker, cite=source, said_on="2024-12-12")
        body = factories.organisation()
        factories.published("", kind="reported", summary="It said so.", organisation=body)
        factories.draft("A draft.", said_on="1999")
        gone = factories.published("Gone.", said_on="1990")
        workflow.withdraw(record=gone, by=None, reason="An error.")
        held = overview.holdings()
        assert (held.statements, held.speakers, held.organisations, held.sources) == (3, 1, 1, 3)
        assert (held.first, held.last) == (date(2002, 1, 1), date(2024, 12, 12))
        assert held.years == "2002 – 2024"
        assert (held.verified, held.quotations, held.verified_share) == (2, 2, 100)

    def test_a_source_that_is_published_later_counts(self) -> None:
        factories.published()
        assert overview.holdings().sources == 1
        workflow.publish(record=factories.source(), by=None)
        assert overview.holdings().sources == 2

    def test_a_register_of_one_year_names_it_once(self) -> None:
        factories.published(said_on="2022")
        assert overview.holdings().years == "2022"

    def test_the_verified_share_is_never_rounded_up(self) -> None:
        for text in ("One.", "Two.", "Three."):
            factories.published(text)
        differing = Citation.objects.order_by("pk").first()
        Citation.objects.filter(pk=differing.pk if differing else 0).update(verification="differs")
        index.put(Statement.objects.values_list("pk", flat=True))
        held = overview.holdings()
        assert (held.verified, held.quotations, held.verified_share) == (2, 3, 66)

    def test_a_quotation_checked_in_two_sources_counts_once(self) -> None:
        draft = factories.draft("We will act.")
        other = factories.source()
        held = factories.capture(other, "“We will act.” said the minister.")
        Citation.objects.create(statement=draft, source=other, capture=held)
        workflow.publish(record=draft, by=None)
        counted = overview.holdings()
        assert (counted.verified, counted.quotations, counted.statements) == (1, 1, 1)


class TestHomeCourses:
    def test_it_is_the_home_country_in_every_ranking(self) -> None:
        for name in ("B", "A"):
            ranking = factories.ranking(name)
            place(ranking, y2022="3")
            place(ranking, "TH", y2022="2")
        found = overview.home_courses()
        assert [(one.ranking.name, one.country.iso2) for one in found] == [("A", "KH"), ("B", "KH")]

    def test_a_register_without_rankings_has_none(self) -> None:
        assert overview.home_courses() == []


class TestNewestShifts:
    def test_the_newest_come_first_and_those_held_are_no_move(self) -> None:
        move("welcomes", "rejects-as-unjust", "rejects-as-unjust")
        move("disputes-as-unfair", "rejects-as-unjust")
        move("welcomes")
        found = overview.newest_shifts()
        assert {str(one.outcome) for one in found} == {"reversed", "hardened"}
        assert [str(one.until) for one in found] == ["2021-06-01", "2021-06-01"]

    def test_no_more_than_three_are_shown(self) -> None:
        move("welcomes", "rejects-as-unjust", "welcomes", "rejects-as-unjust", "welcomes")
        found = overview.newest_shifts()
        assert [str(one.until)[:4] for one in found] == ["2024", "2023", "2022"]

    def test_those_further_down_are_looked_at_where_the_first_do_not_tell(self) -> None:
        move("welcomes", "rejects-as-unjust", "welcomes", "rejects-as-unjust", "rejects-as-unjust")
        found = overview.newest_shifts()
        assert [str(one.until)[:4] for one in found] == ["2023", "2022", "2021"]

    def test_of_equals_the_same_ones_show_each_time(self) -> None:
        for _speaker in range(5):
            move("welcomes", "rejects-as-unjust")
        shown = [[one.after.positions[0].pk for one in overview.newest_shifts()] for _ in "ab"]
        worker.forget()
        shown.append([one.after.positions[0].pk for one in overview.newest_shifts()])
        assert shown[0] == shown[1] == shown[2]
        assert len(shown[0]) == 3

    def test_a_move_that_is_published_later_shows(self) -> None:
        move("welcomes", "rejects-as-unjust")
        (before,) = overview.newest_shifts()
        move("welcomes", "welcomes", "rejects-as-unjust")
        assert [one.outcome for one in overview.newest_shifts()] == ["reversed", before.outcome]
        assert len(overview.newest_shifts()) == 2

    def test_they_are_the_same_where_the_sets_cannot_be_trusted(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        move("welcomes", "rejects-as-unjust", "welcomes", "welcomes")
        known = overview.newest_shifts()
        monkeypatch.setattr(worker, "current", lambda: None)
        assert overview.newest_shifts() == known
        assert len(known) == 2


class TestNewestStatements:
    def test_the_last_said_stand_first(self) -> None:
        for year in ("2021", "2024", "2022", "2023"):
            factories.published(said_on=year)
        factories.draft(said_on="2025")
        assert [one.said_on for one in overview.newest_statements()] == ["2024", "2023", "2022"]


class TestNewestFigures:
    def test_parts_are_left_to_their_whole(self) -> None:
        said = factories.draft()
        whole = factories.figure(said, 290, period_end=date(2024, 6, 30))
        factories.figure(said, 241, part_of=whole, period_end=date(2024, 6, 30))
        factories.figure(said, 87, period_end=date(2023, 6, 30))
        workflow.publish(record=said, by=None)
        assert [int(one.figure.value) for one in overview.newest_figures()] == [290, 87]
