"""Keeping what a row says, through the workflow."""

import pytest
from django.core.exceptions import ValidationError

from statements import workflow
from statements.importing.filling import Filled, Place
from statements.importing.keeping import cite, hindrance, keep
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_save_counts_a_version_and_has_an_author() -> None:
    draft, editor = factories.draft(), factories.staff("Editor")
    draft.venue = "Kep"
    saved = keep(draft, Filled(), by=editor, note="", version=draft.version)
    assert saved.version == draft.version + 1
    assert saved.history.latest().history_user == editor
    with pytest.raises(workflow.StaleError):
        keep(draft, Filled(), by=editor, note="", version=draft.version)


def test_who_is_hindered() -> None:
    editor, contributor = factories.staff("Editor"), factories.staff("Contributor")
    draft, published = factories.draft(), factories.published()
    waiting = workflow.submit(record=factories.draft(), by=None)
    gone = workflow.withdraw(record=factories.published(), by=None, reason="Retracted.")
    assert [bool(hindrance(one, editor)) for one in (draft, waiting, published, gone)] == [
        False, False, True, True,
    ]  # fmt: skip
    assert hindrance(waiting, contributor)
    assert [bool(hindrance(one, None)) for one in (published, gone)] == [False, True]


def test_citations_become_the_places() -> None:
    draft = factories.draft()
    first, other = draft.citations.get(), factories.source()
    cite(draft, [Place(first.source, "p. 2", ""), Place(other, "", "We do.")], None)
    assert list(draft.citations.order_by("id").values_list("source", "locator", "excerpt")) == [
        (first.source_id, "p. 2", ""), (other.pk, "", "We do."),
    ]  # fmt: skip
    cite(draft, [Place(other, "", "We do.")], None)
    assert [one.source for one in draft.citations.all()] == [other]
    with pytest.raises(ValidationError) as refused:
        cite(draft, [Place(other, "", ""), Place(other, "", "")], None)
    assert set(refused.value.message_dict) <= {"sources", "__all__"}
    with pytest.raises(ValidationError) as refused:
        cite(draft, [Place(other, "p" * 200, "")], None)
    assert set(refused.value.message_dict) == {"locators"}
