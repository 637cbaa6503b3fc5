import pytest
from pytest_django import DjangoAssertNumQueries

from sources.models import Source
from statements import workflow
from statements.models import Citation, Statement, Topic
from statements.postings import worker
from statements.shown import Shown, in_order
from tests import factories

pytestmark = pytest.mark.django_db


def made() -> list[Statement]:
    speaker = factories.speaker("Hun Manet", slug="hun-manet")
    office = speaker.roles.create(title="Prime Minister")
    body = factories.organisation("NCCT", slug="ncct")
    event = factories.event("A forum", city="Bali", slug="forum")
    topics = [factories.topic("Law", slug="law"), factories.topic('"Aid"', slug="aid")]
    return [
        factories.published("We will,", speaker=speaker, role=office, event=event, topics=topics),
        factories.published(
            "Two.", speaker=None, organisation=body, said_on="2014-06", venue="X", topics=topics[:1]
        ),
        factories.published("", kind="reported", summary="He denied it.", said_on="2005"),
    ]


def told(one: Statement) -> Shown:
    """The same by way of the models."""
    speaker, body, event = one.speaker, one.organisation, one.event
    return Shown(
        one.pk, str(one.said_on), one.date_basis,
        speaker.slug if speaker else None, speaker.name if speaker else None,
        body.slug if body else None, body.name if body else None,
        one.role.title if one.role else None, one.role_as_printed,
        one.kind, one.text, one.summary, one.language, one.venue,
        event.name if event else None, event.city if event else None,
        [(topic.slug, topic.name) for topic in one.topics.order_by("name")],
        [
            [str(source.pk), source.title, source.outlet.slug, source.outlet.name]
            for source in Source.objects.filter(citations__statement=one)
        ],
    )  # fmt: skip


def test_what_is_read_is_what_the_record_shows(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    expected = [told(one) for one in made()]
    worker.names()["topic"]
    with django_assert_num_queries(2):  # what has changed as well, outside of a request
        assert in_order([one.pk for one in expected]) == expected


def test_it_says_who_spoke_and_where_that_stands() -> None:
    one, other, _third = in_order([one.pk for one in made()])
    assert (one.claimant, one.slug) == ("Hun Manet", "hun-manet-2022-08-12")
    assert (other.claimant, other.slug) == ("NCCT", "ncct-2014-06")
    assert (one.quoted, one.role, one.event, one.city) == (
        "We will", "Prime Minister", "A forum", "Bali",
    )  # fmt: skip


def test_they_stand_in_the_order_asked_for_and_drafts_nowhere() -> None:
    numbers = [one.pk for one in made()][::-1]
    draft = factories.draft()
    assert [one.pk for one in in_order([draft.pk, *numbers])] == numbers
    assert in_order([]) == []


def test_an_event_is_told_once_it_is_public() -> None:
    statement = made()[0]
    Statement.objects.filter(pk=statement.pk).update(event=factories.event("Secret", city="Bali"))
    (read,) = in_order([statement.pk])
    assert (read.event, read.city) == (None, None)


def test_topics_stand_in_their_order_and_sources_under_their_outlets() -> None:
    one, other, third = in_order([one.pk for one in made()])
    assert one.topics == [("aid", '"Aid"'), ("law", "Law")]
    assert (other.topics, third.topics) == ([("law", "Law")], [])
    source = Source.objects.get(citations__statement=one.pk)
    outlet = source.outlet
    assert one.sources == [[str(source.pk), source.title, outlet.slug, outlet.name]]


def test_a_topic_is_called_as_it_was_last_named() -> None:
    numbers = [one.pk for one in made()]
    in_order(numbers)
    law = Topic.objects.get(slug="law")
    law.name = "Laws"
    law.save()
    workflow.edited(record=law, by=None)
    assert in_order(numbers)[1].topics == [("law", "Laws")]


def test_the_primary_source_comes_first() -> None:
    statement = factories.published()
    second = factories.source()
    Citation.objects.update(is_primary=False)
    Citation.objects.create(statement=statement, source=second, is_primary=True)
    workflow.publish(record=second, by=None)
    (read,) = in_order([statement.pk])
    first, _other = read.sources
    assert first[0] == str(second.pk)


def test_topics_and_sources_that_are_not_public_are_left_out() -> None:
    statement = factories.published()
    Citation.objects.create(statement=statement, source=factories.source("Secret"))
    statement.topics.add(factories.topic("Secret"))
    (read,) = in_order([statement.pk])
    assert read.topics == []
    assert len(read.sources) == 1
