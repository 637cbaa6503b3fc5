import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.publication import Status
from statements import workflow
from statements.models import Function, Statement
from statements.postings.values import parted, values_of
from tests import factories

pytestmark = pytest.mark.django_db


def values(statement: Statement) -> dict[str, list[str]]:
    return parted(sorted(values_of([statement.pk])[statement.pk]))


def test_a_statement_has_the_values_that_readers_can_ask_for() -> None:
    topics, event = [factories.topic(), factories.topic()], factories.event()
    source = factories.source()
    statement = factories.published(topics=topics, event=event, cite=source, said_on="2022-08")
    statement.functions.set(Function.objects.filter(code="claim"))
    speaker = statement.speaker
    assert speaker
    assert values(statement) == {
        "speaker": [str(speaker.pk)],
        "country": [str(speaker.country_id)],
        "topic": sorted(str(topic.pk) for topic in topics),
        "function": [str(Function.objects.get(code="claim").pk)],
        "event": [str(event.pk)],
        "outlet": [str(source.outlet_id)],
        "verification": ["exact"],
        "kind": ["quotation"],
        "language": ["en"],
        "place": ["2022-08-31:2022-08-01"],
    }


def test_an_organisation_lends_its_country() -> None:
    country = factories.country("TH", "Thailand")
    committee = factories.organisation(country=country)
    found = values(factories.published(organisation=committee))
    assert (found["organisation"], found["country"]) == ([str(committee.pk)], [str(country.pk)])
    assert "speaker" not in found


def test_what_has_no_topic_says_so() -> None:
    assert values(factories.published())["topic"] == ["none"]


def test_a_published_position_that_rests_on_it_is_a_value_and_a_draft_is_not() -> None:
    statement = factories.draft()
    position = factories.position(statement)
    workflow.publish(record=statement, by=None)
    factories.position(statement)
    found, ranking = values(statement), position.placement.edition.ranking
    assert found["position"] == [f"{ranking.pk}:2022:{position.stance_id}"]
    assert found["evidence"] == [str(position.pk)]


def test_a_source_that_is_not_published_lends_nothing() -> None:
    statement, source = factories.published(), factories.source()
    statement.citations.create(source=source)
    assert source.status == Status.DRAFT
    assert str(source.outlet_id) not in values(statement)["outlet"]


def test_what_is_not_published_has_no_values() -> None:
    draft, withdrawn = factories.draft(), factories.published()
    workflow.withdraw(record=withdrawn, by=None, reason="Not said.")
    assert values_of([draft.pk, withdrawn.pk, 999_999]) == {}


def test_many_statements_cost_the_queries_of_one() -> None:
    made = [factories.published(topics=[factories.topic()]).pk for _ in range(3)]
    with CaptureQueriesContext(connection) as one:
        values_of(made[:1])
    with CaptureQueriesContext(connection) as all_:
        assert values_of(made).keys() == set(made)
    assert len(all_) == len(one)
