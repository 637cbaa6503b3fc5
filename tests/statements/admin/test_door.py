"""Refusals of the workflow become errors of a form."""

import pytest
from django.core.exceptions import ValidationError

from statements.admin.door import Door, NoteMissingError
from statements.models import Citation
from tests import factories

pytestmark = pytest.mark.django_db


def test_each_reason_is_a_message() -> None:
    lacking = factories.draft("", kind="reported", summary="Acts.", cite=False, said_on=None)
    with pytest.raises(ValidationError) as refused:
        Door().publish(record=lacking, by=None)
    assert refused.value.messages == ["Give the date.", "Cite at least one source."]


def test_what_is_fit_goes_through() -> None:
    assert Door().publish(record=factories.draft(), by=None).is_published


def test_an_edit_may_not_take_away_what_publication_needs() -> None:
    statement = factories.published()
    statement.citations.all().delete()
    with pytest.raises(ValidationError, match="Cite at least one source"):
        Door().edited(record=statement, by=None)


def test_only_what_is_published_is_withdrawn() -> None:
    with pytest.raises(ValidationError, match="Only what is published"):
        Door().withdraw(record=factories.draft(), by=None, reason="Wrong.")


def test_a_change_that_nobody_accounts_for_is_told_from_other_refusals() -> None:
    statement = factories.published("", kind="reported", summary="Will act.")
    statement.summary = "Will not act."
    statement.save()
    with pytest.raises(NoteMissingError, match="Say what you corrected"):
        Door().edited(record=statement, by=None)
    Door().edited(record=statement, by=None, note="A “not” was lost.", kind="clarification")
    assert statement.corrections.get().kind == "clarification"
    with pytest.raises(ValidationError) as stale:
        Door().edited(record=statement, by=None, version=1)
    assert not isinstance(stale.value, NoteMissingError)


def test_a_statement_goes_the_whole_way() -> None:
    statement = Door().submit(record=factories.draft(), by=None)
    Door().send_back(record=statement, by=None, note="Which paragraph?")
    Door().submit(record=statement, by=None)
    Door().override(record=statement, by=None, reason="Seen on video.")
    with pytest.raises(ValidationError, match="Somebody else saved"):
        Door().publish(record=statement, by=None, version=99)
    Door().publish(record=statement, by=None, version=statement.version)
    assert Door().withdraw(record=statement, by=None, reason="Not said.").status == "withdrawn"


def test_a_new_capture_checks_what_rests_on_it() -> None:
    citation = factories.draft().citations.get()
    capture = factories.capture(citation.source, "“We will act,” he said.")
    assert Door().captured(capture=capture, by=None) == capture
    citation.refresh_from_db()
    assert citation.verification == Citation.Verification.TYPOGRAPHIC


def test_what_relating_refuses_is_an_error_of_a_form_too() -> None:
    one, other = factories.published(), factories.published()
    link = {"statement": one, "target": other, "kind": "repeats", "by": None, "note": ""}
    made = Door().relate(**link)  # type: ignore[arg-type]
    for act in (
        lambda: Door().relate(**link),  # type: ignore[arg-type]
        lambda: Door().confirm(relation=made, by=None),
        lambda: Door().amend(relation=made, by=None, kind="adores", note=""),
        lambda: Door().suggest(by=factories.staff("Contributor")),
        lambda: Door().reject(relation=made, by=factories.staff("Contributor")),
    ):
        with pytest.raises(ValidationError):
            act()
