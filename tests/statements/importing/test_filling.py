"""Cells become the fields of a statement, and what goes with it."""

import pytest

from statements.importing.filling import Cells, Filled, date_fault, fill
from statements.importing.naming import Names
from statements.models import Statement
from tests import factories

pytestmark = pytest.mark.django_db


def filled(statement: Statement, cells: Cells) -> Filled:
    return fill(statement, cells, Names())


def test_texts_dates_and_records() -> None:
    speaker, topic = factories.speaker(), factories.topic()
    office = speaker.roles.create(title="Minister")
    made = Statement()
    found = filled(
        made,
        {
            "role": "Minister", "speaker": speaker.slug, "said_on": " 2014-06 ",
            "text": " One.\r\nTwo. ", "topics": topic.slug, "functions": "",
        },
    )  # fmt: skip
    assert (made.speaker, made.role, str(made.said_on)) == (speaker, office, "2014-06")
    assert made.text == "One.\nTwo."
    assert (found.topics, found.functions, found.places) == ([topic], [], None)
    assert not found.faults


def test_everything_wrong_is_found() -> None:
    found = filled(
        Statement(),
        {"said_on": "x", "speaker": "y", "topics": "z", "sources": "0", "summary": ["a"]},
    )
    assert {name for name, _text in found.faults} == {
        "said_on", "speaker", "topics", "sources", "summary",
    }  # fmt: skip


def test_an_emptied_cell_empties_the_field() -> None:
    made = factories.draft(event=factories.event())
    filled(made, {"event": "", "said_on": "", "speaker": ""})
    assert (made.event, made.said_on, made.speaker) == (None, None, None)


def test_citations_keep_what_is_not_given() -> None:
    made = factories.draft()
    citation = made.citations.get()
    citation.locator, citation.excerpt = "p. 2", "We do."
    citation.save()
    other = factories.source()
    places = filled(made, {"sources": f"{other.pk} | {citation.source_id}"}).places or []
    assert [(one.source, one.locator, one.excerpt) for one in places] == [
        (other, "", ""), (citation.source, "p. 2", "We do."),
    ]  # fmt: skip
    places = filled(made, {"locators": ""}).places or []
    assert [(one.locator, one.excerpt) for one in places] == [("", "We do.")]


def test_why_a_date_cannot_be_read() -> None:
    for text in ("12/08/2022", "12.8.2022", "8-12-22"):
        assert "several ways" in date_fault(text, "other")
    for text in ("2022-13-45", "yesterday", "Jun-14"):
        assert date_fault(text, "other") == "other"
