import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from sources.models import Source
from statements.models import Figure, Topic
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


def test_values_are_those_of_the_models_where_it_is_asked_for() -> None:
    figure = factories.figure(
        factories.published(), 1577, unit_disputed=True, note="Persons or cases."
    )
    columns = ("value", "unit_disputed", "period_start", "statement__published_at")
    prepared = Prepared(Figure.objects.values_list(*columns), "pk")
    (expected,) = Figure.objects.values_list(*columns)
    assert prepared.converted([figure.pk]) == [list(expected)]


def test_a_server_plans_it_once_for_all_numbers() -> None:
    a, b = factories.topic("A"), factories.topic("100%")
    prepared = Prepared(Topic.objects.exclude(name="100%").values_list("pk", "name"), "pk")
    for numbers in ([a.pk], [b.pk], [a.pk, b.pk], [b.pk, a.pk]):
        assert prepared.of(numbers) == ([(a.pk, "A")] if a.pk in numbers else [])
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT statement FROM pg_prepared_statements")
            planned = [sql for (sql,) in cursor.fetchall() if "statements_topic" in sql]
        assert len(planned) == 1
        assert "'100%'" in planned[0]


def test_the_first_rows_of_one_key_come_in_order() -> None:
    a, b = factories.outlet(), factories.outlet()
    for outlet, title in ((a, "Zu"), (b, "Xo"), (a, "Yi")):
        factories.source(title, outlet=outlet)
    titles = Source.objects.order_by("title").values_list("title")
    assert Prepared(titles, "outlet", one=True).of([a.pk]) == [("Yi",), ("Zu",)]
    assert Prepared(titles, "outlet", one=True, most=1).of([a.pk]) == [("Yi",)]
    assert Prepared(titles, most=2).of() == [("Xo",), ("Yi",)]


def test_a_key_may_be_a_text() -> None:
    a, b = factories.topic("A"), factories.topic("B")
    named = Topic.objects.order_by("pk").values_list("pk")
    assert Prepared(named, "name").of(["B", "A", "C"]) == [(a.pk,), (b.pk,)]
    assert Prepared(named, "name", one=True).of(["B"]) == [(b.pk,)]
