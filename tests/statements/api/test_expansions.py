from types import SimpleNamespace

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.api.expansions import (
    Citations,
    Expansion,
    asked_for,
    one,
    pointing,
    several,
    unknown,
    with_expanded,
)
from statements.exports.people import SPEAKERS
from statements.exports.statements import STATEMENTS
from statements.exports.topics import TOPICS
from statements.models import Figure
from tests import factories

SPEAKER = Expansion("speaker", SPEAKERS, one("speaker_id"), "Who.")
TOPIC = Expansion("topics", TOPICS, several(lambda s: s.topic_ids), "On.", many=True)


def test_names_are_parted_by_commas_and_count_once() -> None:
    assert asked_for(QueryDict("expand=a,b,a&expand=c&expand=")) == ["a", "b", "c"]
    assert asked_for(QueryDict("expand=")) == asked_for(QueryDict("")) == []


def test_what_is_unknown_is_named_with_what_is_known() -> None:
    assert unknown(QueryDict("expand=speaker"), [SPEAKER]) == {}
    (text,) = unknown(QueryDict("expand=speaker,x"), [SPEAKER, TOPIC])["expand"]
    assert text == "“x” cannot be expanded here. Give any of: speaker, topics."
    assert list(unknown(QueryDict("expand=a,,b"), [SPEAKER])) == ["expand"]
    assert unknown(QueryDict("expand=x"), [])["expand"] == ["These records refer to no others."]


def test_one_reads_a_path_and_passes_over_what_is_not_there() -> None:
    rows = [SimpleNamespace(pk=n, at=SimpleNamespace(id=of)) for n, of in ((1, 7), (2, None))]
    assert one("at.id")(rows) == {1: [7], 2: []}


@pytest.mark.django_db
class TestInTheRegister:
    def test_a_page_takes_one_load(self, django_assert_num_queries: DjangoAssertNumQueries) -> None:
        made = [factories.published().pk for _ in range(3)]
        records = list(STATEMENTS.load(made).values())
        with django_assert_num_queries(3):  # speakers, their aliases, their offices
            found = SPEAKER.of(records, "https://site.example")
        assert {pk: told["id"] for pk, told in found.items()} == {
            record.pk: record.speaker_id for record in records
        }
        told = found[made[0]]
        assert told["url"].startswith("https://site.example/speakers/")

    def test_what_is_not_public_is_left_out(self) -> None:
        statement = factories.published(topics=[factories.topic()])
        statement.topics.add(factories.topic())
        (record,) = STATEMENTS.load([statement.pk]).values()
        assert len(TOPIC.of([record], "")[statement.pk]) == 1
        hidden = Expansion("topics", TOPICS, lambda _: {statement.pk: [10**9]}, "", many=True)
        assert hidden.of([record], "") == {statement.pk: []}

    def test_what_points_at_a_record_is_found_in_one_query(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        statements = [factories.published() for _ in range(2)]
        figures = [workflow.publish(record=factories.figure(s), by=None) for s in statements]
        factories.figure(statements[0])
        with django_assert_num_queries(1):
            found = pointing("statement", Figure.objects.published)(statements)
        assert found == {s.pk: [f.pk] for s, f in zip(statements, figures, strict=True)}

    def test_a_citation_is_told_by_the_columns_of_the_statement(self) -> None:
        source = factories.source("A title", published_on="2022")
        statement = factories.published(cite=source)
        (record,) = STATEMENTS.load([statement.pk]).values()
        (told,) = Citations().of([record], "")[statement.pk]
        assert told["source"] == source.pk
        assert (told["source_title"], told["source_date"]) == ("A title", "2022")
        assert told["verification"] == "exact"

    def test_rows_stay_as_they_are_where_nothing_is_wanted(self) -> None:
        rows: list[dict[str, object]] = [{"id": 1}]
        assert with_expanded(rows, [SimpleNamespace(pk=1)], [], "") == rows
