"""Selections as data: in the order of the page, each record once, whatever happens meanwhile."""

from typing import Any

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from statements import listings, workflow
from statements.exports import selections
from statements.exports.people import SPEAKERS
from statements.exports.selections import Listed, Selected, ids_of
from statements.models import Statement
from statements.timeline import Timeline
from tests import factories

pytestmark = pytest.mark.django_db


def selected(query: str = "", **fixed: str) -> Selected:
    return Selected(Timeline(RequestFactory().get(f"/statements.csv?{query}"), **fixed))


def listed(query: str = "") -> Listed:
    request = RequestFactory().get(f"/speakers.csv?{query}")
    return Listed(SPEAKERS, request, listings.speakers())


def made(count: int) -> list[Statement]:
    return [factories.published(f"Number {n}", said_on=f"20{n + 10}") for n in range(count)]


class TestRecords:
    def test_they_come_in_the_order_of_their_ids(self) -> None:
        ids = [statement.pk for statement in made(3)]
        wanted = [ids[1], ids[2], ids[0]]
        assert [record.pk for record in selected().records(wanted)] == wanted

    def test_only_a_batch_of_them_is_read_at_once(
        self,
        monkeypatch: pytest.MonkeyPatch,
        django_assert_max_num_queries: DjangoAssertNumQueries,
    ) -> None:
        monkeypatch.setattr(selections, "BATCH", 2)
        ids, asked = [statement.pk for statement in made(6)], []

        def one_by_one() -> Any:
            for pk in ids:
                asked.append(pk)
                yield pk

        records = selected().records(one_by_one())
        with django_assert_max_num_queries(10):
            next(records)
        assert len(asked) == 2

    def test_what_is_withdrawn_meanwhile_is_left_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(selections, "BATCH", 1)
        first, second = made(2)
        records = selected().records([first.pk, second.pk])
        assert next(records).pk == first.pk
        workflow.withdraw(record=second, by=None, reason="It was an error.")
        assert list(records) == []

    def test_what_is_dated_anew_meanwhile_comes_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(selections, "BATCH", 1)
        statements = made(3)
        wanted = selected()
        records = wanted.records(wanted.ids())
        found = [next(records).pk]
        newest = Statement.objects.get(pk=found[0])
        newest.said_on = "2001"
        newest.save()
        found += [record.pk for record in records]
        assert sorted(found) == sorted(statement.pk for statement in statements)

    def test_the_ids_are_small(self) -> None:
        made(2)
        assert ids_of(Statement.objects.published()).itemsize == 8


class TestSelected:
    def test_title_and_name_tell_the_filter(self) -> None:
        factories.published("We do not deny it.", topics=[factories.topic("A", slug="a")])
        wanted = selected("q=%22not+deny%22&topic=a&since=2022&order=oldest&after=")
        assert wanted.title == 'Statements; Search: "not deny"; Topic: A; Since: 2022'
        assert wanted.stem == 'statements_q-"not deny"_topic-a_since-2022'

    def test_what_the_page_stands_for_is_no_filter(self) -> None:
        statement = factories.published()
        assert statement.speaker
        wanted = selected(speaker=statement.speaker.slug)
        assert (wanted.title, wanted.stem) == ("Statements", "statements")
        assert list(wanted.ids()) == [statement.pk]

    def test_errors_are_told_by_parameter(self) -> None:
        assert list(selected("since=soon&order=best").errors) == ["since", "order"]
        assert selected().errors == {}

    def test_by_relevance_none_is_left_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("statements.timeline.MOST_RANKED", 1)
        made(3)
        wanted = selected("q=number&order=relevance")
        assert len(list(wanted.ids())) == len(wanted.page().ids) == 3


class TestListed:
    def test_it_follows_the_list_and_its_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(selections, "PAGE", 2)
        named = {name: factories.speaker(name) for name in ("Cho", "An", "Ba")}
        for speaker in named.values():
            factories.published(speaker=speaker)
        order = [named[name].pk for name in ("An", "Ba", "Cho")]
        assert list(listed().ids()) == order
        assert listed().page().ids == order[:2]
        assert listed().page().following == ("behind", str(order[1]))
        rest = listed(f"behind={order[1]}").page()
        assert (rest.ids, rest.following) == (order[2:], None)
        assert listed(f"behind={order[2]}").page().ids == []

    def test_a_place_stays_true_when_another_is_published(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(selections, "PAGE", 1)
        for name in ("Ba", "Cho"):
            workflow.publish(record=factories.speaker(name), by=None)
        first = listed().page()
        workflow.publish(record=factories.speaker("An"), by=None)
        assert first.following
        second = listed("=".join(first.following))
        assert [record.name for record in second.records(second.page().ids)] == ["Cho"]

    def test_a_feed_tells_of_those_published_last(self) -> None:
        names = ("Cho", "An", "Ba")
        speakers = [workflow.publish(record=factories.speaker(name), by=None) for name in names]
        assert listed().newest(2) == [speakers[2].pk, speakers[1].pk]

    def test_a_place_that_there_is_not_is_an_error(self) -> None:
        for query in ("behind=2", "behind=1_0", "behind=x", f"behind={'9' * 20}"):
            assert list(listed(query).errors) == ["behind"]
        assert list(listed("behind=1&behind=1").errors) == ["behind"]
        assert listed("behind=").errors == {}
