"""Statements as plain values: the same on both engines, and as few queries as can be."""

import datetime

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.exports.statement_rows import StatementRow, all_rows, at, public_rows, side_by_side
from statements.models import Citation, Function, Statement
from tests import factories

pytestmark = pytest.mark.django_db


def row(statement: Statement) -> StatementRow:
    (found,) = public_rows([statement.pk])
    return found


def test_a_row_says_what_the_record_says() -> None:
    speaker = factories.speaker("Hun Manet", name_local="ហ៊ុន ម៉ាណែត")
    office = speaker.roles.create(title="Prime Minister")
    event = factories.event("A day", slug="day")
    statement = factories.published(
        "We will,", speaker=speaker, role=office, event=event, said_on="2014-06"
    )
    found = row(statement)
    assert (found.pk, found.speaker_id, found.organisation_id) == (statement.pk, speaker.pk, None)
    assert (found.speaker, found.claimant) == (speaker.slug, "Hun Manet")
    assert (found.claimant_local, found.country) == ("ហ៊ុន ម៉ាណែត", "KH")
    assert (found.role, found.event, found.event_name) == ("Prime Minister", "day", "A day")
    said = (found.said_on, found.said_on_earliest, found.said_on_latest)
    assert said == ("2014-06", "2014-06-01", "2014-06-30")
    assert found.path == statement.get_absolute_url()
    assert found.quoted == statement.quoted == "We will"


def test_an_organisation_speaks_for_itself() -> None:
    organisation = factories.organisation("A ministry", country=factories.country("TH", "Thailand"))
    found = row(factories.published(organisation=organisation))
    assert (found.speaker, found.organisation) == (None, organisation.slug)
    assert (found.claimant, found.country) == ("A ministry", "TH")


def test_moments_are_those_of_the_record() -> None:
    statement = factories.published()
    for microsecond in (0, 120_000, 123_456):
        moment = timezone.now().replace(microsecond=microsecond)
        Statement.objects.filter(pk=statement.pk).update(published_at=moment, updated_at=moment)
        assert row(statement).published_at == row(statement).updated_at == moment


def test_the_last_of_saving_publishing_and_correcting_is_the_last_change() -> None:
    statement = factories.published()
    noon = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)
    later = noon + datetime.timedelta(microseconds=500_000)
    stored = Statement.objects.filter(pk=statement.pk)
    stored.update(published_at=noon, updated_at=later)
    assert row(statement).updated_at == later
    stored.update(published_at=later, updated_at=noon)
    assert row(statement).updated_at == later
    statement.refresh_from_db()
    statement.context = "At noon."
    statement.save()
    workflow.edited(record=statement, by=None, note="The hour was missing.")
    statement.corrections.model.objects.filter(statement=statement).update(
        made_at=timezone.now() + datetime.timedelta(days=1)
    )
    assert row(statement).updated_at == statement.corrections.get().made_at


def test_sources_stand_side_by_side_the_primary_ones_first() -> None:
    draft = factories.draft(cite=factories.source("B", published_on="2022"))
    draft.citations.update(is_primary=False)
    first = factories.source("A", outlet=factories.outlet("Post", slug="post"))
    Citation.objects.create(statement=draft, source=first, locator="p. 6", excerpt="We act.")
    found = row(workflow.publish(record=draft, by=None))
    assert (found.source_titles, found.source_dates) == (("A", "B"), (None, "2022"))
    assert (found.outlets[0], found.outlet_names[0]) == ("post", "Post")
    assert (found.sources[0], found.outlet_ids[0]) == (first.pk, first.outlet_id)
    assert (found.locators, found.excerpts) == (("p. 6", ""), ("We act.", ""))
    assert len(found.verifications) == len(found.source_urls) == 2


def test_topics_and_functions_come_in_their_order() -> None:
    statement = factories.published(topics=[factories.topic("B"), factories.topic("A")])
    functions = list(Function.objects.order_by("-order")[:3])
    statement.functions.set(functions)
    found = row(statement)
    assert found.topic_names == ("A", "B")
    assert len(found.topics) == len(found.topic_ids) == 2
    assert found.functions == tuple(one.code for one in Function.objects.all() if one in functions)


def test_what_is_not_public_is_for_editors_alone() -> None:
    statement = factories.published(topics=[factories.topic("A")])
    statement.topics.add(factories.topic("Hidden"))
    Statement.objects.filter(pk=statement.pk).update(event=factories.event(slug="hidden"))
    Citation.objects.create(statement=statement, source=factories.source("Hidden"))
    draft = factories.draft(said_on=None)
    (public,) = public_rows([statement.pk, draft.pk])
    assert (public.event, public.event_name) == (None, None)
    assert (len(public.topics), len(public.sources)) == (1, 1)
    found = {one.pk: one for one in all_rows([statement.pk, draft.pk])}
    own = found[statement.pk]
    assert (own.event, len(own.topics), len(own.sources)) == ("hidden", 2, 2)
    assert (found[draft.pk].said_on, found[draft.pk].published_at) == (None, None)


def test_five_queries_read_any_number(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    made = [factories.published(topics=[factories.topic()]).pk for _ in range(5)]
    with django_assert_num_queries(5):
        assert {one.pk for one in public_rows(made)} == set(made)
    assert list(public_rows([])) == []


def test_texts_of_moments_are_read_as_utc() -> None:
    noon = datetime.datetime(2026, 1, 1, 12, 0, 0, 500_000, tzinfo=datetime.UTC)
    assert at("2026-01-01 12:00:00.500000") == at("2026-01-01 12:00:00.5+00") == noon


def test_columns_belong_to_the_number_in_front() -> None:
    found = side_by_side([(1, "a", "b"), (2, "c", "d"), (1, "e", "f")])
    assert found == {1: (("a", "e"), ("b", "f")), 2: (("c",), ("d",))}
