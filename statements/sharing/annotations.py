"""The quotations of a statement as annotations of their sources, in the W3C's form.

Of each passage that was found word for word: the words, some of those around them, the source they
stand in, and the state of it that was read: when, with which SHA-256, and where a copy is kept.
"""

from typing import Any

from statements.citing.works import newest_revision, permanent
from statements.exports.kinds import moment
from statements.models import Citation, Statement
from statements.verification import VERIFIED

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"}]
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'


def page(statement: Statement, base: str, address: str) -> dict[str, Any]:
    """The annotations of a statement, as the page at `address` of a site at `base`."""
    cited = statement.citations.published().select_related("source", "capture")
    found = cited.filter(
        verification__in=VERIFIED, capture__isnull=False, start_offset__isnull=False
    )
    record = f"{base}{permanent(statement)}?revision={newest_revision(statement)}"
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [annotation(one, record, address) for one in found if one.source.url],
    }


def annotation(citation: Citation, record: str, page: str) -> dict[str, Any]:
    """The passage of one citation; its body is the `record` of the statement."""
    made = {
        "id": f"{page}#citation-{citation.pk}",
        "type": "Annotation",
        "motivation": "linking",
        "created": moment(citation.verified_at),
        "body": {"id": record, "type": "Text", "format": "text/html"},
        "target": {
            "source": citation.source.url,
            "selector": selector(citation),
            "state": state(citation),
        },
    }
    return {name: value for name, value in made.items() if value}


def selector(citation: Citation) -> dict[str, str]:
    """The words as the source has them, and what stands right before and behind."""
    capture = citation.capture
    assert capture is not None  # noqa: S101  # `page` asks for those with one
    return {
        "type": "TextQuoteSelector",
        "exact": capture.text[citation.start_offset : citation.end_offset],
        "prefix": citation.prefix,
        "suffix": citation.suffix,
    }


def state(citation: Citation) -> dict[str, str]:
    """The source as it was read."""
    capture = citation.capture
    assert capture is not None  # noqa: S101  # `page` asks for those with one
    read = {
        "type": "TimeState",
        "sourceDate": moment(capture.captured_at) or "",
        "sha256": capture.sha256,
        "cached": citation.source.archive_url,
    }
    return {name: value for name, value in read.items() if value}
