import pytest
from pytest_django import DjangoAssertNumQueries

from sources.dates import PartialDate
from statements.models import Statement
from statements.shown import Shown, each, in_order
from tests import factories

pytestmark = pytest.mark.django_db


def made() -> list[Statement]:
    speaker = factories.speaker("Hun Manet", slug="hun-manet")
    office = speaker.roles.create(title="Prime Minister")
    body = factories.organisation("NCCT", slug="ncct")
    event = factories.event("A forum", city="Bali", slug="forum")
    return [
        factories.published("We will,", speaker=speaker, role=office, event=event),
        factories.published("Two.", speaker=None, organisation=body, said_on="2014-06", venue="X"),
        factories.published("", kind="reported", summary="He denied it.", said_on="2005"),
    ]


def test_what_is_read_is_what_the_record_shows(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    numbers = [one.pk for one in made()]
    whole = Statement.objects.for_rows().in_bulk(numbers)
    expected = [Shown.of(whole[pk]) for pk in numbers]
    with django_assert_num_queries(1):
        assert in_order(numbers) == expected


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
    loaded = Shown.of(Statement.objects.for_rows().get(pk=statement.pk))
    assert read == loaded
    assert (read.event, read.city) == (None, None)


def test_records_and_what_was_read_are_shown_alike() -> None:
    statement = made()[0]
    read = in_order([statement.pk])
    assert each([statement, *read]) == read * 2
    assert PartialDate.parse(read[0].said_on) == statement.said_on
