import pytest
from pytest_django import DjangoAssertNumQueries

from statements.models import Topic
from statements.prepared import Among, Prepared
from tests import factories

pytestmark = pytest.mark.django_db


def test_numbers_are_found_among_many_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    made = [factories.topic() for _ in range(3)]
    wanted = [made[2].pk, made[0].pk, 2**62]
    with django_assert_num_queries(1):
        found = {topic.pk for topic in Topic.objects.filter(Among("pk", wanted))}
    assert found == {made[0].pk, made[2].pk}
    assert not Topic.objects.filter(Among("pk", [])).exists()


def test_a_query_is_made_once_and_asked_often() -> None:
    a, b = factories.topic("A"), factories.topic("B")
    prepared = Prepared(Topic.objects.filter(name__gte="A").values_list("pk", "name"), "pk")
    assert prepared.of([a.pk]) == [(a.pk, "A")]
    (made,) = prepared.made.values()
    assert sorted(prepared.of([a.pk, b.pk])) == [(a.pk, "A"), (b.pk, "B")]
    assert list(prepared.made.values()) == [made]
    assert prepared.of([]) == []


def test_what_else_the_query_asks_for_holds() -> None:
    a, b = factories.topic("A"), factories.topic("100%")
    prepared = Prepared(Topic.objects.exclude(name="100%").order_by("name").values_list("pk"), "pk")
    assert prepared.of([b.pk, a.pk]) == [(a.pk,)]
