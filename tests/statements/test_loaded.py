import threading

import pytest
from django.db import connections
from django.db.models import Count
from pytest_django import DjangoAssertNumQueries

from statements.loaded import Loaded
from statements.models import Statement, Topic
from tests import factories

pytestmark = pytest.mark.django_db


def test_records_come_with_what_they_name(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    made = [factories.published(said_on=day) for day in ("2014-06", "2022-08-12")]
    loaded = Loaded(Statement.objects.select_related("speaker", "event").order_by("-pk"), "pk")
    for _again in range(2):
        with django_assert_num_queries(1):
            later, earlier = loaded.records([one.pk for one in made])
            names = [str(later.speaker), str(earlier.speaker)]
            assert later.event is None
        assert (later, earlier) == (made[1], made[0])
        assert names == [str(made[1].speaker), str(made[0].speaker)]
    assert (later.said_on, earlier.said_on) == (made[1].said_on, made[0].said_on)
    assert later.published_at == made[1].published_at


def test_what_is_left_out_is_asked_for_when_it_is_used(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    made = factories.published("We will act.")
    (one,) = Loaded(Statement.objects.only("language"), "pk").records([made.pk])
    with django_assert_num_queries(1):
        assert one.text == "We will act."


def test_what_is_told_besides_stands_on_each() -> None:
    topic = factories.topic()
    factories.published(topics=[topic])
    counted = Topic.objects.annotate(n=Count("statements"))
    (one,) = Loaded(counted, "pk").records([topic.pk])
    assert one.n == 1  # type: ignore[attr-defined]


def test_without_numbers_nothing_is_asked(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        assert Loaded(Topic.objects.all(), "pk").records([]) == []


def test_each_connection_has_a_plan_of_its_own() -> None:
    topic = factories.topic()
    loaded = Loaded(Topic.objects.all(), "pk")
    loaded.records([topic.pk])
    assert loaded.plans.default[0] is connections["default"]
    seen = []
    other = threading.Thread(target=lambda: seen.append(hasattr(loaded.plans, "default")))
    other.start()
    other.join()
    assert seen == [False]


def test_without_a_column_all_records_are_given() -> None:
    a, b = factories.topic("A"), factories.topic("B")
    assert Loaded(Topic.objects.order_by("-name")).records() == [b, a]
