import pytest

from statements import workflow
from statements.models import Level, Ranking
from statements.rankings.placements import Change, history, ways
from tests import factories

pytestmark = pytest.mark.django_db


def placed(ranking: Ranking, **years: str) -> None:
    for year, code in years.items():
        record = factories.placement(ranking, year=int(year[1:]), code=code)
        workflow.publish(record=record, by=None)


def changes(ranking: Ranking) -> list[str | None]:
    years = history(ranking, factories.country())
    return [year.change and year.change.value for year in years[::-1]]


def test_the_change_is_derived_from_the_placement_before() -> None:
    ranking = factories.ranking()
    placed(ranking, y2018="2", y2019="2WL", y2021="2WL", y2022="3", y2023="1")
    assert changes(ranking) == [None, "lowered", "same", "lowered", "raised"]


def test_a_level_that_stands_apart_compares_with_no_other() -> None:
    ranking = factories.ranking()
    Level.objects.create(ranking=ranking, code="SC", label="Special Case")
    placed(ranking, y2020="3", y2021="SC", y2022="SC", y2023="2")
    assert changes(ranking) == [None, Change.OTHER, Change.SAME, Change.OTHER]


def test_drafts_are_no_part_of_the_history() -> None:
    ranking = factories.ranking()
    placed(ranking, y2021="2")
    factories.placement(ranking, year=2022, code="3")
    assert len(history(ranking, factories.country())) == 1


def test_each_year_brings_the_positions_taken_on_it() -> None:
    placement = factories.placement()
    statement = factories.draft("The downgrade is unjust.")
    position = factories.position(statement, placement=placement)
    workflow.publish(record=statement, by=None)
    (year,) = history(placement.edition.ranking, placement.country)
    assert list(year.positions) == [position]


def test_every_country_has_its_way_by_its_name() -> None:
    ranking = factories.ranking()
    placed(ranking, y2021="2", y2022="3")
    laos = factories.placement(
        ranking, year=2020, code="1", country=factories.country("LA", "Laos")
    )
    workflow.publish(record=laos, by=None)
    newest = [(str(way.country), way.placements[-1].edition.year) for way in ways(ranking)]
    assert newest == [("Cambodia", 2022), ("Laos", 2020)]
