"""Statements column by column: what their rows say, as a cell holds it."""

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.exports.cells import column
from statements.exports.fields import in_columns
from statements.exports.statement_columns import Reader, listed, together
from statements.exports.statement_rows import public_rows
from statements.exports.statements import STATEMENTS
from statements.models import Citation, Function, Role, Statement
from tests import factories

pytestmark = pytest.mark.django_db

BASE = "https://example.org"


def several() -> list[int]:
    """The numbers of statements of every sort, one of them cited thrice and corrected."""
    draft = factories.draft("=1, we act,", cite=factories.source("B", published_on="2022"))
    for title in ("A", "C"):
        source = factories.source(title, outlet=factories.outlet(title, slug=title.lower()))
        Citation.objects.create(statement=draft, source=source, locator="p. 6", excerpt="We act.")
    for citation in draft.citations.all():
        workflow.publish(record=citation.source, by=None)
    full = workflow.publish(record=draft, by=None)
    full.topics.set([factories.published(topics=[factories.topic(n)]).topics.get() for n in "BA"])
    full.functions.set(Function.objects.order_by("-order")[:3])
    full.context = "At noon."
    full.save()
    workflow.edited(record=full, by=None, note="The hour was missing.")
    body = factories.organisation("NCCT", country=factories.country("TH", "Thailand"))
    event = factories.event("A day", slug="day")
    other = factories.published(speaker=None, organisation=body, event=event, said_on="2014-06")
    Statement.objects.filter(pk=other.pk).update(published_at=timezone.now())
    bare = factories.published("", summary="He denied it.", kind="reported", said_on="2005")
    assert bare.speaker is not None
    role = Role.objects.create(speaker=bare.speaker, title="Spokesman")
    Statement.objects.filter(pk=bare.pk).update(role=role)
    return [bare.pk, full.pk, other.pk]


def test_the_columns_hold_what_the_rows_do() -> None:
    numbers = several()
    fields = STATEMENTS.fields(BASE)
    rows = {row.pk: row for row in public_rows(numbers)}
    right = in_columns(fields, [rows[pk] for pk in numbers])
    (table,) = STATEMENTS.tables([numbers], BASE)
    for field, values, own in zip(fields, table, right, strict=True):
        assert column(values) == column(own), field.name


def test_they_stand_in_the_order_asked_for_and_drafts_nowhere() -> None:
    numbers = several()
    draft = factories.draft()
    assert list(Reader()([draft.pk, *numbers], BASE)["id"]) == numbers


def test_nothing_has_all_columns_without_a_value() -> None:
    assert {len(values) for values in next(STATEMENTS.tables([[]], BASE))} == {0}


def test_twelve_queries_read_any_number_and_five_what_names_the_same(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    numbers = several()
    with django_assert_num_queries(12):
        read = Reader()
        read(numbers, BASE)
    with django_assert_num_queries(5):
        read(numbers, BASE)


def test_a_part_that_names_the_same_again_holds_what_the_first_did() -> None:
    numbers, read = several(), Reader()
    assert read(numbers, BASE) == read(numbers, BASE) == Reader()(numbers, BASE)


def test_an_event_that_is_not_public_is_not_told() -> None:
    event = factories.event("A day")
    said = factories.published(event=event)
    type(event).objects.filter(pk=event.pk).update(status="draft")
    assert Reader()([said.pk], BASE)["event"] == (None,)


def test_several_texts_of_a_number_stand_side_by_side() -> None:
    assert listed([(1, "a"), (2, "b"), (1, "c")]) == {1: "a | c", 2: "b"}


def test_several_rows_of_a_number_become_one() -> None:
    found = together([(1, 7, None), (2, 8, "b"), (1, 9, "c"), (1, 5, None)])
    assert found == {1: (1, "7 | 9 | 5", " | c | "), 2: (2, 8, "b")}
