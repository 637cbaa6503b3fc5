import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from statements.models import Citation
from tests import factories

pytestmark = pytest.mark.django_db


def test_its_capture_is_of_its_source() -> None:
    draft = factories.draft()
    capture = factories.capture(factories.source(), "text")
    wrong = Citation(statement=draft, source=factories.source(), capture=capture)
    with pytest.raises(ValidationError, match="another source"):
        wrong.full_clean()


def test_a_place_in_a_source_is_cited_once() -> None:
    draft, source = factories.draft(cite=False), factories.source()
    draft.citations.create(source=source, locator="paragraph 7")
    draft.citations.create(source=source, locator="paragraph 9")
    again = Citation(statement=draft, source=source, locator="paragraph 7")
    with pytest.raises(ValidationError, match="cited already"):
        again.full_clean()


def test_its_passage_cannot_end_before_it_starts() -> None:
    citation = factories.draft().citations.get()
    citation.start_offset, citation.end_offset = 9, 3
    with pytest.raises(IntegrityError):
        citation.save()


def test_only_citations_of_public_sources_are_public() -> None:
    statement = factories.published()
    shown = statement.citations.get()
    statement.citations.create(source=factories.source())
    assert list(statement.citations.published()) == [shown]
