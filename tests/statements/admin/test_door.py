"""Refusals of the workflow become errors of a form."""

import pytest
from django.core.exceptions import ValidationError

from statements.admin.door import Door
from tests import factories

pytestmark = pytest.mark.django_db


def test_each_reason_is_a_message() -> None:
    with pytest.raises(ValidationError) as refused:
        Door().publish(record=factories.draft(cite=False, said_on=None), by=None)
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
