import pytest
from django.test import Client

from statements import workflow
from statements.passages import passages
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_verified_passage_is_shown_with_a_few_words_around_it() -> None:
    source = factories.source(url="https://news.example/1")
    text = "The minister spoke on Friday. “We will act,” she said, and then she left the room."
    statement = factories.draft("We will act,", cite=source)
    held = statement.citations.get()
    held.capture = factories.capture(source, text)
    held.save()
    workflow.publish(record=statement, by=None)
    (passage,) = passages(statement)
    assert passage.words == "We will act,"
    assert passage.before.endswith("spoke on Friday. “")
    assert passage.after.startswith("” she said")
    assert passage.address.startswith("https://news.example/1#:~:text=")


def test_excerpts_are_not_shown_as_if_they_stood_side_by_side() -> None:
    source = factories.source()
    text = "“The other passage.”\n“We will act,” she said.\n“A third.”"
    statement = factories.draft("We will act,", cite=source)
    held = statement.citations.get()
    held.capture = factories.capture(source, text, extent="excerpts")
    held.save()
    workflow.publish(record=statement, by=None)
    (passage,) = passages(statement)
    assert (passage.before, passage.words, passage.after) == ("“", "We will act,", "” she said.")


def test_what_was_not_found_shows_no_passage_and_the_plain_address() -> None:
    statement = factories.draft("We will act.", cite=False)
    source = factories.source(url="https://news.example/1")
    factories.capture(source, "“We will not act,” she said.")
    statement.citations.create(source=source)
    workflow.override(record=statement, by=None, reason="The video has it so.")
    workflow.publish(record=statement, by=None)
    (passage,) = passages(statement)
    assert (passage.words, passage.address) == ("", "https://news.example/1")


def test_the_page_names_the_rung_the_reason_and_the_corrections(client: Client) -> None:
    statement = factories.draft("We will act.", cite=False)
    statement.citations.create(source=factories.source())
    workflow.override(record=statement, by=None, reason="Heard on video.")
    workflow.publish(record=statement, by=None)
    statement.venue = "Phnom Penh"
    statement.save()
    workflow.edited(record=statement, by=None, note="The place was missing.", kind="addition")
    text = client.get(statement.get_absolute_url()).content.decode()
    for words in ("No stored text to check against", "Heard on video.", "The place was missing."):
        assert words in text, words


def test_the_timeline_filters_by_rung(client: Client) -> None:
    factories.published("We will act.")
    factories.published("", kind="reported", summary="Promises to act.")
    text = client.get("/statements/?verification=exact").content.decode()
    assert "We will act." in text
    assert "Promises to act." not in text
