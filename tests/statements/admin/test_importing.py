"""The page on which editors bring statements in: looked at first, then imported."""

from typing import Any

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from statements.admin import importing
from statements.models import Statement
from tests import factories
from tests.statements.admin.conftest import LogIn, url
from tests.statements.importing.brought import file

pytestmark = pytest.mark.django_db
PAGE = "statements_statement_import"


def sent(client: Client, text: str, name: str = "a.csv", **fields: Any) -> Any:
    upload = SimpleUploadedFile(name, text.encode(), "text/csv")
    return client.post(url(PAGE), {"file": upload, **fields})


def pressed(client: Client, page: Any) -> Any:
    return client.post(url(PAGE), {"carried": page.context["carried"]}, follow=True)


def said(page: Any) -> str:
    return " ".join(str(message) for message in page.context["messages"])


def test_who_may_add_and_change_may_import(log_in: LogIn) -> None:
    assert log_in("Editor").get(url(PAGE)).status_code == 200
    assert log_in().get(url(PAGE)).status_code == 403
    assert Client().get(url(PAGE)).status_code == 302
    assert url(PAGE) in log_in("Editor").get(url("index")).content.decode()


def test_first_it_shows_what_would_change_then_it_does_it(log_in: LogIn) -> None:
    made, speaker = factories.draft("We will act today."), factories.speaker()
    editor = log_in("Editor")
    row = {"id": made.pk, "text": "We will act <b>soon</b>.", "speaker": made.speaker.slug}  # type: ignore[union-attr]
    page = sent(editor, file(row, {"id": "", "text": "New words.", "speaker": speaker.slug}))
    body = page.content.decode()
    assert "<del>today.</del>" in body
    assert "<ins>&lt;b&gt;soon&lt;/b&gt;.</ins>" in body
    assert "Import these 2 rows" in body
    made.refresh_from_db()
    assert made.text == "We will act today."
    assert "2 rows were imported" in said(pressed(editor, page))
    made.refresh_from_db()
    assert made.text == "We will act <b>soon</b>."
    new = Statement.objects.exclude(pk=made.pk).get()
    assert (new.text, new.status) == ("New words.", "draft")
    assert "Nothing in this file differs" in sent(editor, file(row)).content.decode()


def test_what_is_wrong_is_a_table_and_there_is_no_button(log_in: LogIn) -> None:
    page = sent(log_in("Editor"), file({"id": "7", "text": "x"}, {"id": "x", "text": "y"}))
    assert [str(one) for one in page.context["report"].faults] == [
        "row 2, id: There is no statement 7. Leave the cell empty for a new one.",
        "row 3, id: This is not the number of a statement.",
    ]
    assert "carried" not in page.content.decode()


def test_files_that_cannot_be_read_are_errors_of_the_field(
    log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = log_in("Editor")
    assert "no column" in str(sent(editor, "ids\n1").context["form"].errors["file"])
    broken = SimpleUploadedFile("a.csv", b"id\xff")
    page = editor.post(url(PAGE), {"file": broken})
    assert "UTF-8" in str(page.context["form"].errors["file"])
    assert editor.post(url(PAGE)).context["form"].errors
    monkeypatch.setattr(importing, "MOST_ROWS", 1)
    assert "in parts" in str(sent(editor, "id\nx\ny\n").context["form"].errors["file"])
    monkeypatch.setattr(importing, "LARGEST", 3)
    assert "2 MB" in str(sent(editor, "id\nx\n").context["form"].errors["file"])


def test_published_statements_need_a_reviewer_and_a_note(log_in: LogIn) -> None:
    made = factories.published()
    text = file({"id": made.pk, "venue": "Kep"})
    assert sent(log_in("Editor"), text, note="Missing.").context["report"].faults
    reviewer = log_in("Reviewer")
    assert sent(reviewer, text).context["report"].faults
    assert pressed(reviewer, sent(reviewer, text, note="Missing.")).status_code == 200
    assert made.corrections.get().note == "Missing."


def test_what_changed_meanwhile_is_shown_again(log_in: LogIn) -> None:
    made, editor = factories.draft(), log_in("Editor")
    page = sent(editor, file({"id": made.pk, "venue": "Kep"}))
    Statement.objects.filter(pk=made.pk).update(venue="Siem Reap")
    again = pressed(editor, page)
    assert "changed meanwhile" in said(again)
    assert "<del>Siem Reap</del>" in again.content.decode()
    assert "imported" in said(pressed(editor, again))


def test_nobody_presses_the_button_of_another(log_in: LogIn) -> None:
    made = factories.draft()
    page = sent(log_in("Editor"), file({"id": made.pk, "venue": "Kep"}))
    other = log_in("Editor")
    for carried in (page.context["carried"], "forged", signing.dumps("{}", salt="other")):
        answer = other.post(url(PAGE), {"carried": carried}, follow=True)
        assert "Choose the file again" in said(answer)
    made.refresh_from_db()
    assert made.venue == ""


def test_only_the_first_rows_are_shown(log_in: LogIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "MOST_SHOWN", 1)
    rows = [{"id": factories.draft().pk, "venue": "Kep"} for _ in range(3)]
    assert "and 2 more rows" in sent(log_in("Editor"), file(*rows)).content.decode()
