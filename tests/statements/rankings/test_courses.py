import pytest
from pytest_django import DjangoAssertNumQueries

from statements.models import Placement
from statements.rankings.courses import courses
from statements.rankings.placements import Change
from tests import factories
from tests.statements.charts.placing import place

pytestmark = pytest.mark.django_db


def test_a_course_tells_the_level_since_when_and_the_one_before() -> None:
    place(factories.ranking(), y2018="1", y2020="2WL", y2021="3", y2022="3", y2023="3")
    (course,) = courses(Placement.objects.published())
    assert (course.newest.level.code, course.since) == ("3", 2021)
    assert course.before is not None
    assert (course.before.level.code, course.before.edition.year) == ("2WL", 2020)
    assert (course.first_year, str(course.country)) == (2018, "Cambodia")


def test_a_year_without_an_edition_ends_what_is_known_of_a_level() -> None:
    place(factories.ranking(), y2019="3", y2021="3", y2022="3")
    (course,) = courses(Placement.objects.published())
    assert course.since == 2021
    assert course.before is not None
    assert course.before.edition.year == 2019


def test_a_single_placement_is_a_course() -> None:
    place(factories.ranking(), y2022="3")
    (course,) = courses(Placement.objects.published())
    assert (course.since, course.before, course.first_year) == (2022, None, 2022)
    assert course.spark.path.startswith("M")
    assert [change for _placement, change in course.rows] == [None]


def test_the_rows_are_the_placements_of_the_line_with_their_changes() -> None:
    place(factories.ranking(), y2020="2", y2021="2WL", y2022="2WL")
    (course,) = courses(Placement.objects.published())
    assert [(one.edition.year, change) for one, change in course.rows] == [
        (2022, Change.SAME),
        (2021, Change.LOWERED),
        (2020, None),
    ]


def test_only_public_rankings_have_courses() -> None:
    place(factories.ranking(), y2022="3")
    hidden = factories.placement()
    assert len(courses(Placement.objects.filter(edition__ranking=hidden.edition.ranking))) == 0
    assert len(courses(Placement.objects.all())) == 1


def test_many_rankings_and_countries_take_two_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for name in ("A", "B", "C"):
        ranking = factories.ranking(name)
        place(ranking, y2021="2", y2022="3")
        place(ranking, "TH", y2022="1")
    with django_assert_num_queries(2):
        found = courses(Placement.objects.published())
        assert all(one.spark.path for one in found)
    names = [(one.ranking.name, one.country.name) for one in found]
    assert names == [(name, place) for name in "ABC" for place in ("Cambodia", "Thailand")]
