"""Citations in a form of their own."""

import pytest

from statements import workflow
from tests import factories
from tests.statements.admin.conftest import LogIn, url

pytestmark = pytest.mark.django_db


def test_the_form_tells_what_checking_gave(log_in: LogIn) -> None:
    statement = workflow.verify(record=factories.draft(), by=None)
    path = url("statements_citation_change", statement.citations.get().pk)
    assert "Word for word" in log_in("Contributor").get(path).content.decode()


def test_a_change_of_a_part_counts_as_a_save_of_the_whole(log_in: LogIn) -> None:
    citation = factories.draft().citations.get()
    form = {
        "statement": citation.statement_id, "source": citation.source_id,
        "capture": citation.capture_id, "is_primary": "on", "locator": "page 3",
    }  # fmt: skip
    path = url("statements_citation_change", citation.pk)
    assert log_in("Contributor").post(path, form).status_code == 302
    citation.refresh_from_db()
    assert (citation.locator, citation.statement.version) == ("page 3", 2)
    assert citation.verification == "exact"


def test_an_excerpt_without_a_word_is_refused(log_in: LogIn) -> None:
    citation = factories.draft().citations.get()
    form = {"statement": citation.statement_id, "source": citation.source_id, "excerpt": "“…”"}
    path = url("statements_citation_change", citation.pk)
    assert "There is no word in this." in log_in("Editor").post(path, form).content.decode()
