"""What the form of a statement carries besides the statement."""

import pytest

from statements import workflow
from statements.models import Statement
from tests import factories
from tests.statements.admin.conftest import LogIn, errors, url
from tests.statements.admin.test_statements import CHANGE, edit

pytestmark = pytest.mark.django_db


def test_it_carries_the_version_and_the_state_it_started_from(log_in: LogIn) -> None:
    statement = workflow.submit(record=factories.draft(), by=None)
    workflow.edited(record=statement, by=None)
    page = log_in("Editor").get(url(CHANGE, statement.pk)).content.decode()
    assert '<input type="hidden" name="version" value="2" id="id_version">' in page
    assert '<input type="hidden" name="state" value="in-review" id="id_state">' in page


@pytest.mark.parametrize("version", ["", "abc", "-1", "9" * 30, "1e3", "²"])
def test_a_change_without_a_version_is_refused(log_in: LogIn, version: str) -> None:
    response = edit(log_in("Editor"), factories.draft(), text="Forged.", version=version)
    assert "from which version it started" in errors(response)
    assert Statement.objects.get().text == "We will act."


@pytest.mark.parametrize("words", ["…", "—", "“”", "។"])
def test_words_without_a_word_are_refused_beside_their_field(log_in: LogIn, words: str) -> None:
    response = edit(log_in("Editor"), factories.draft(), text=words)
    assert response.context["adminform"].form.errors["text"] == ["There is no word in this."]
    assert Statement.objects.get().text == "We will act."
