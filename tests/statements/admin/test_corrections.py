"""Who changes what is public says what was corrected, in whichever form it is done."""

from typing import Any

import pytest

from statements import workflow
from statements.models import Statement
from tests import factories
from tests.statements.admin.conftest import LogIn, url
from tests.statements.admin.test_statements import CHANGE, edit

pytestmark = pytest.mark.django_db
QUESTION = "What did you correct, and why?"


def reported() -> Statement:
    return factories.published("", kind="reported", summary="Promises to act.")


def test_a_change_that_readers_see_needs_a_note_beside_its_field(log_in: LogIn) -> None:
    statement = reported()
    fields = {"kind": "reported", "summary": "Promises nothing."}
    response = edit(log_in("Reviewer"), statement, **fields)
    form = response.context["adminform"].form
    assert form.errors["correction_note"] == [
        "Say what you corrected and why: readers will see it."
    ]
    assert "Promises nothing." in response.content.decode()
    statement.refresh_from_db()
    assert (statement.summary, statement.version) == ("Promises to act.", 1)


def test_with_a_note_it_is_saved_and_told_in_public(log_in: LogIn) -> None:
    statement = reported()
    fields = {"kind": "reported", "summary": "Promises nothing."}
    account = {"correction_note": "The promise was misread.", "correction_kind": "clarification"}
    assert edit(log_in("Reviewer"), statement, **fields, **account).status_code == 302
    correction = statement.corrections.get()
    assert (correction.note, correction.kind) == ("The promise was misread.", "clarification")
    assert [row.version for row in statement.revisions.all()] == [1, 2]


def test_what_readers_do_not_see_needs_none(log_in: LogIn) -> None:
    statement = reported()
    fields = {"kind": "reported", "summary": statement.summary, "notes": "Ask again."}
    assert edit(log_in("Reviewer"), statement, **fields).status_code == 302
    assert not statement.corrections.exists()


def test_another_refusal_is_not_taken_for_a_missing_note(log_in: LogIn) -> None:
    statement = factories.published()
    response = edit(log_in("Reviewer"), statement, text="Elephants never forget.")
    form = response.context["adminform"].form
    assert "correction_note" not in form.errors
    assert "not found, word for word" in str(form.non_field_errors())


@pytest.mark.parametrize("published", [True, False])
def test_the_question_is_asked_for_what_is_published_only(log_in: LogIn, published: bool) -> None:
    statement = factories.published() if published else factories.draft()
    page = log_in("Reviewer").get(url(CHANGE, statement.pk)).content.decode()
    assert (QUESTION in page) is published


def test_a_citation_of_what_is_public_asks_it_too(log_in: LogIn) -> None:
    citation, client = factories.published().citations.get(), log_in("Reviewer")
    path = url("statements_citation_change", citation.pk)
    assert QUESTION in client.get(path).content.decode()
    form: dict[str, Any] = {
        "statement": citation.statement_id, "source": citation.source_id, "is_primary": "on",
        "capture": citation.capture_id, "locator": "paragraph 3",
    }  # fmt: skip
    assert QUESTION in client.post(path, form).content.decode()
    assert client.post(path, form | {"correction_note": "The place."}).status_code == 302
    assert citation.statement.corrections.get().note == "The place."


def test_a_part_that_moves_to_a_public_statement_is_asked_for_it(log_in: LogIn) -> None:
    figure, statement = factories.figure(factories.draft()), factories.published()
    form: dict[str, Any] = {
        "indicator": figure.indicator_id, "value": 359, "value_as_printed": "359 cases",
        "qualifier": "exact", "period_basis": "stated", "speaker": figure.speaker_id,
        "statement": statement.pk,
    }  # fmt: skip
    response = log_in("Reviewer").post(url("statements_figure_change", figure.pk), form)
    assert QUESTION in response.content.decode()
    figure.refresh_from_db()
    assert figure.statement != statement


def test_those_who_only_read_are_not_asked(log_in: LogIn) -> None:
    statement = workflow.withdraw(record=factories.published(), by=None, reason="Not said.")
    page = log_in("Reviewer").get(url(CHANGE, statement.pk)).content.decode()
    assert QUESTION not in page
