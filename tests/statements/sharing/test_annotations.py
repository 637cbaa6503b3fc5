from typing import Any

import pytest
from pyld import jsonld

from statements import workflow
from statements.models import Citation, Statement
from statements.sharing.annotations import page
from tests import factories

pytestmark = pytest.mark.django_db

BASE, ADDRESS = "https://record.example", "https://record.example/s/1/annotation.json"
TEXT = "The minister spoke. “We will act,” she said, and left."
OA = "http://www.w3.org/ns/oa#"


def said(text: str = TEXT, **fields: Any) -> Statement:
    source = factories.source(url="https://news.example/1", **fields)
    draft = factories.draft("We will act,", cite=source)
    held = draft.citations.get()
    held.capture = factories.capture(source, text)
    held.save()
    return workflow.publish(record=draft, by=None)


def test_a_verified_quotation_is_found_again_in_its_source() -> None:
    statement = said(archive_url="https://archive.example/1")
    (made,) = page(statement, BASE, ADDRESS)["items"]
    target = made["target"]
    assert target["source"] == "https://news.example/1"
    exact = target["selector"]
    assert exact["type"] == "TextQuoteSelector"
    assert exact["prefix"] + exact["exact"] + exact["suffix"] in TEXT
    assert exact["exact"] == "We will act,"
    capture = statement.citations.get().capture
    assert capture
    assert target["state"]["sha256"] == capture.sha256
    assert target["state"]["sourceDate"].startswith(f"{capture.captured_at:%Y-%m-%d}")
    assert target["state"]["cached"] == "https://archive.example/1"
    assert made["body"]["id"] == f"{BASE}/s/{statement.pk}/?revision=1"


def test_a_parser_of_linked_data_reads_it() -> None:
    """With a context in the place of the W3C's, which no test may fetch."""
    terms = {"@vocab": OA, "id": "@id", "type": "@type", "source": {"@type": "@id"}}

    def loader(url: str, _options: object) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        document = {"@context": terms}
        return {"contextUrl": None, "documentUrl": url, "document": document}

    (read,) = jsonld.expand(page(said(), BASE, ADDRESS), {"documentLoader": loader})
    assert read["@type"] == [f"{OA}AnnotationPage"]
    (item,) = read[f"{OA}items"]
    state = item[f"{OA}target"][0][f"{OA}state"][0]
    assert len(state["https://schema.org/sha256"][0]["@value"]) == 64


def test_what_is_not_verified_or_not_public_is_left_out() -> None:
    statement = said()
    hidden = factories.source()
    Citation.objects.create(
        statement=statement, source=hidden, capture=factories.capture(hidden, TEXT),
        verification="exact", start_offset=0, end_offset=3,
    )  # fmt: skip
    assert len(page(statement, BASE, ADDRESS)["items"]) == 1
    statement.citations.update(verification="differs")
    assert page(statement, BASE, ADDRESS)["items"] == []


def test_a_source_without_address_cannot_be_annotated() -> None:
    source = factories.source(url="")
    statement = factories.published(cite=source)
    assert page(statement, BASE, ADDRESS)["items"] == []
