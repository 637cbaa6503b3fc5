"""Placements made of the columns that pages read."""

import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import Level, Placement
from statements.rankings.named import Named, Placements, countries, levels_of, placed
from tests import factories
from tests.statements.charts.placing import place

pytestmark = pytest.mark.django_db


def test_placements_are_made_when_they_are_asked_for() -> None:
    made: list[int] = []

    def make(row: tuple[int, ...]) -> Placement:
        made.append(row[0])
        return Placement(pk=row[0])

    placements = Placements([(1,), (2,), (3,)], make)
    assert len(placements) == 3
    assert placements[-1].pk == 3
    assert made == [3]
    assert [one.pk for one in placements[::-1]] == [3, 2, 1]
    assert [one.pk for one in placements] == [1, 2, 3]
    assert sorted(made) == [1, 2, 3]


def test_a_placement_is_the_one_of_the_register_with_what_it_names(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ranking = factories.ranking()
    place(ranking, y2021="2", y2022="3")
    record = Placement.objects.get(edition__year=2022)
    cambodia = factories.country()
    named = Named(ranking)
    rows = placed(ranking)
    with django_assert_num_queries(0):
        one = named.placement(cambodia, rows[-1])
        assert one == record
        assert (one.country.name, one.level.code, one.edition.year) == ("Cambodia", "3", 2022)
        assert str(one.edition.released_on) == "2022-07-01"
        assert one.edition.ranking == ranking


def test_in_detail_it_comes_with_its_sources(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ranking, source = factories.ranking(), factories.source("A report")
    made = factories.placement(ranking, source=source, note="A note.", evidence="A page.")
    workflow.publish(record=made, by=None)
    source.refresh_from_db()
    other = factories.placement(factories.ranking())
    workflow.publish(record=other, by=None)
    cambodia, named, title = factories.country(), Named(ranking), str(source)
    with django_assert_num_queries(2):
        (one,) = named.detailed(cambodia)
        assert (one.note, one.evidence) == ("A note.", "A page.")
        assert one.source
        assert str(one.source) == title
        assert one.source.is_published == source.is_published
        assert one.edition.source is None


def test_levels_stand_by_ranking_the_best_first() -> None:
    ranking, other = factories.ranking(), factories.ranking()
    Level.objects.create(ranking=ranking, code="SC", label="Special Case")
    expected = [*ranking.levels.all(), *other.levels.all()]
    assert levels_of([ranking.pk, other.pk]) == expected
    assert [one.label for one in levels_of([ranking.pk])][-1] == "Special Case"


def test_countries_are_told_by_number() -> None:
    cambodia = factories.country()
    assert countries({cambodia.pk}) == {cambodia.pk: cambodia}
    assert countries([]) == {}
