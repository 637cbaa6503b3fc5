"""What checking gave, shown to editors."""

import pytest
from django.core.exceptions import ValidationError

from statements import workflow
from statements.admin.passages import Checked, cited, in_short, with_a_word
from statements.models import Citation, Statement
from tests import factories

pytestmark = pytest.mark.django_db


def checked(text: str) -> Checked:
    draft = factories.draft(text, cite=False)
    source = factories.source()
    factories.capture(source, "On Friday she spoke. “We will <act> soon,” she said.")
    Citation.objects.create(statement=draft, source=source)
    workflow.verify(record=draft, by=None)
    return Checked(cited(Statement.objects.get())[0])


def test_a_verified_passage_stands_in_its_context() -> None:
    found = checked("We will <act> soon,")
    assert found.verdict == "Word for word"
    assert found.passage is not None
    before, passage, after = found.passage
    assert before.endswith("she spoke. “")
    assert (passage, after) == ("We will <act> soon,", "” she said.")
    assert found.difference is None
    assert in_short(found.citation) == '<span class="rung rung-exact">Word for word</span>'


def test_the_words_that_differ_are_marked_and_escaped() -> None:
    found = checked("We will never <act> soon,")
    assert found.verdict == "Differs from the source"
    assert found.difference is not None
    assert "<ins>never </ins>" in found.difference
    assert "&lt;act" in found.difference
    assert str(found.difference) in in_short(found.citation)


def test_without_a_stored_text_there_is_no_passage() -> None:
    citation = Citation(verification="not-checkable")
    assert Checked(citation).passage is None
    assert Checked(citation).difference is None
    assert in_short(None) == in_short(citation) == "–"


def test_marks_alone_are_no_words() -> None:
    assert with_a_word("We") == "We"
    assert with_a_word(" ") == " "
    with pytest.raises(ValidationError):
        with_a_word("“…”")
