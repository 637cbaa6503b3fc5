"""Notes on figures: who writes them, who publishes them."""

import pytest

from statements.models import FigureNote
from tests.statements.admin.conftest import LogIn, url
from tests.statements.claims import claim

pytestmark = pytest.mark.django_db


def test_the_way_from_a_finding_fills_in_figure_and_rule(log_in: LogIn) -> None:
    figure = claim(9, "2024-01-01/2030-12-31")
    address = f"{url('statements_figurenote_add')}?figure={figure.pk}&rule=period"
    answer = log_in("Editor").get(address)
    initial = answer.context["adminform"].form.initial
    assert (initial["figure"], initial["rule"]) == (str(figure.pk), "period")
    assert "The period ends on 31 December 2030" in answer.content.decode()


@pytest.mark.parametrize("asked", ["", "x", "0", "9" * 30])
def test_an_address_that_names_no_figure_still_opens_the_form(log_in: LogIn, asked: str) -> None:
    answer = log_in("Editor").get(f"{url('statements_figurenote_add')}?figure={asked}")
    assert answer.status_code == 200


def test_an_editor_writes_and_a_reviewer_publishes(log_in: LogIn) -> None:
    figure = claim(9, "2024")
    form = {"figure": figure.pk, "rule": "ratio", "note": "17 of 104."}
    add = url("statements_figurenote_add")
    assert log_in("Editor").post(add, {**form, "_publish": "1"}).status_code == 200  # refused
    assert not FigureNote.objects.exists()
    assert log_in("Editor").post(add, form).status_code == 302
    note = FigureNote.objects.get()
    assert note.status == "draft"
    change = url("statements_figurenote_change", note.pk)
    assert log_in("Reviewer").post(change, {**form, "_publish": "1"}).status_code == 302
    note.refresh_from_db()
    assert note.is_published


def test_a_figure_has_one_note_a_check(log_in: LogIn) -> None:
    form = {"figure": claim(9, "2024").pk, "rule": "ratio", "note": "17 of 104."}
    editor = log_in("Editor")
    editor.post(url("statements_figurenote_add"), form)
    assert b"errornote" in editor.post(url("statements_figurenote_add"), form).content


def test_a_contributor_only_reads(log_in: LogIn) -> None:
    contributor = log_in("Contributor")
    assert contributor.get(url("statements_figurenote_changelist")).status_code == 200
    assert contributor.get(url("statements_figurenote_add")).status_code == 403
