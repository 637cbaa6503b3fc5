"""The answer to a save that came too late."""

import re
from html import unescape
from typing import Any

import pytest

from statements import workflow
from statements.models import Citation, Statement
from tests import factories
from tests.statements.admin.conftest import LogIn, url
from tests.statements.admin.test_statements import CHANGE, edit

pytestmark = pytest.mark.django_db
FIELD = re.compile(
    r'<input type="(hidden|radio|submit)" name="([^"]+)"[^>]*? value="([^"]*)"( checked)?'
)


def saved_by_another(statement: Statement, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(statement, name, value)
    statement.save()
    workflow.edited(record=statement, by=None)


def as_sent_by_a_browser(page: str) -> dict[str, list[str]]:
    """The fields of the form on the page: hidden ones, and the chosen of each pair."""
    data: dict[str, list[str]] = {}
    for kind, name, value, checked in FIELD.findall(page):
        if kind == "hidden" or checked:
            data.setdefault(name, []).append(unescape(value))
    return data


def test_both_texts_stand_side_by_side_and_nothing_is_saved(log_in: LogIn) -> None:
    statement = factories.draft("We will act.")
    saved_by_another(statement, text="We shall act.")
    answer = edit(log_in("Editor"), statement, text="We will <not> act.", version=1)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert '<div class="text">We shall act.</div>' in page
    assert '<div class="text">We will &lt;not&gt; act.</div>' in page
    assert "<ins>will &lt;not&gt;</ins>" in page
    assert Statement.objects.get().text == "We shall act."
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert " style=" not in page
    assert "<script>" not in page


def test_the_page_sends_mine_again_with_the_new_version(log_in: LogIn) -> None:
    statement, client = factories.draft("We will act.", venue="Hall"), log_in("Editor")
    saved_by_another(statement, text="We shall act.")
    page = edit(client, statement, text="We will not act.", venue="Square", version=1)
    data = as_sent_by_a_browser(page.content.decode())
    assert data["version"] == ["2"]
    assert client.post(url(CHANGE, statement.pk), data).status_code == 302
    statement.refresh_from_db()
    assert (statement.text, statement.venue) == ("We will not act.", "Square")
    assert statement.version == 3


def test_theirs_may_be_kept_field_by_field(log_in: LogIn) -> None:
    statement, client = factories.draft("We will act."), log_in("Editor")
    saved_by_another(statement, text="We shall act.")
    page = edit(client, statement, text="We will not act.", venue="Square", version=1)
    data = as_sent_by_a_browser(page.content.decode()) | {"text": ["We shall act."]}
    client.post(url(CHANGE, statement.pk), data)
    statement.refresh_from_db()
    assert (statement.text, statement.venue) == ("We shall act.", "Square")


def test_what_only_they_changed_is_kept_unless_chosen_otherwise(log_in: LogIn) -> None:
    statement, client = factories.draft("We will act."), log_in("Editor")
    seen = statement.history.values_list("history_id", flat=True).first()
    statement.topics.set([factories.topic()])
    saved_by_another(statement, text="We shall act.", venue="Hall")
    page = edit(client, statement, text="We will not act.", version=1, seen=seen)
    data = as_sent_by_a_browser(page.content.decode())
    assert (data["text"], data["venue"]) == (["We will not act."], ["Hall"])
    client.post(url(CHANGE, statement.pk), data)
    statement.refresh_from_db()
    assert (statement.text, statement.venue) == ("We will not act.", "Hall")
    assert statement.topics.count() == 1


def test_it_can_be_looked_through_in_the_form_first(log_in: LogIn) -> None:
    statement, client = factories.draft("We will act."), log_in("Editor")
    saved_by_another(statement, text="We shall act.")
    page = edit(client, statement, text="We will not act.", version=1).content.decode()
    data = as_sent_by_a_browser(page) | {"_look_again": ["1"]}
    form = client.post(url(CHANGE, statement.pk), data)
    assert "Nothing is saved yet." in form.content.decode()
    assert form.context["adminform"].form["text"].value() == "We will not act."
    assert form.context["adminform"].form["version"].value() == "2"
    assert Statement.objects.get().text == "We shall act."


def test_a_row_that_was_removed_meanwhile_stays_so(log_in: LogIn) -> None:
    statement, client = factories.draft(), log_in("Editor")
    other = Citation.objects.create(statement=statement, source=factories.source())
    rows = [
        {"id": one.pk, "statement": statement.pk, "source": one.source_id, "is_primary": "on"}
        for one in statement.citations.all()
    ]
    other.delete()
    saved_by_another(statement)
    answer = edit(client, statement, citations=rows, version=1, **{"citations-INITIAL_FORMS": 2})
    page = answer.content.decode()
    assert "This row was removed meanwhile" in page
    assert client.post(url(CHANGE, statement.pk), as_sent_by_a_browser(page)).status_code == 302
    assert statement.citations.count() == 1


def test_what_was_published_meanwhile_is_shown_but_not_theirs_to_change(log_in: LogIn) -> None:
    statement = workflow.submit(record=factories.draft(), by=None)
    workflow.publish(record=statement, by=None)
    answer = edit(log_in("Editor"), statement, text="My words.", state="in-review")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "My words." in page
    assert "Copy what you want to keep." in page
    assert 'name="_save"' not in page
    assert Statement.objects.get().text == "We will act."


def test_whoever_may_not_change_statements_sees_none(log_in: LogIn) -> None:
    statement = factories.draft()
    assert edit(log_in(), statement, version=99).status_code == 403
