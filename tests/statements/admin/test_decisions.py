"""Each button does its whole work or none of it."""

import pytest
from django.core.exceptions import ValidationError

from statements.admin import decisions
from statements.models import Citation, Statement
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_pressed_button_is_known_among_those_that_are_meant() -> None:
    assert decisions.pressed({"_submit": "x"}, decisions.BESIDE_PUBLISHING) == decisions.SUBMIT
    assert decisions.pressed({"_submit": "x"}, decisions.OF_REVIEWERS) is None
    assert decisions.pressed({}, decisions.OF_REVIEWERS) is None


def test_words_that_are_missing_are_asked_for_beside_their_field() -> None:
    statement = factories.draft()
    decisions.SUBMIT.take(statement, None, "")
    with pytest.raises(ValidationError) as refused:
        decisions.SEND_BACK.take(statement, None, " ")
    assert list(refused.value.message_dict) == ["send_back_note"]
    decisions.SEND_BACK.take(statement, None, "Which paragraph?")
    assert statement.review_note == "Which paragraph?"


def test_letting_through_gives_the_reason_and_publishes() -> None:
    statement = factories.draft("Elephants never forget.", cite=False)
    Citation.objects.create(statement=statement, source=factories.source())
    with pytest.raises(ValidationError) as refused:
        decisions.LET_THROUGH.take(statement, None, "")
    assert list(refused.value.message_dict) == ["let_through_reason"]
    decisions.LET_THROUGH.take(statement, None, "Seen on video.")
    assert Statement.objects.published().get().override_reason == "Seen on video."


def test_what_no_words_can_mend_is_said_above_the_form() -> None:
    with pytest.raises(ValidationError) as refused:
        decisions.SEND_BACK.take(factories.draft(), None, "Why?")
    assert not hasattr(refused.value, "error_dict")
