"""A statement's words in their sources, as its public page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sources.matching.passages import context, text_fragment
from sources.models import Capture
from statements.models import Citation, Statement

Rung = Citation.Verification
LOCATED = {Rung.EXACT, Rung.TYPOGRAPHIC, Rung.ELIDED}


@dataclass(frozen=True)
class Passage:
    """A citation, the words around the passage it rests on, and the address that leads to it.

    `before`, `words` and `after` are empty where no passage was found.
    """

    citation: Citation
    address: str
    before: str = ""
    words: str = ""
    after: str = ""

    @property
    def is_checked(self) -> bool:
        return self.citation.verification != Rung.NOT_CHECKED


def passages(statement: Statement) -> list[Passage]:
    """The public citations of a statement, in one query or, where they were loaded, in none."""
    return list(_passages(statement))


def _passages(statement: Statement) -> Iterator[Passage]:
    for citation in statement.public_citations():
        start, end, capture = citation.start_offset, citation.end_offset, citation.capture
        address = citation.source.url
        if capture is None or start is None or end is None or citation.verification not in LOCATED:
            yield Passage(citation, address)
        else:
            live = address + text_fragment(capture.text, start, end) if address else ""
            yield Passage(citation, live, *_context(capture, start, end))


def _context(capture: Capture, start: int, end: int) -> tuple[str, str, str]:
    """The words around a passage. Excerpts do not stand side by side in the source: of these, only
    what stands on the passage's own lines."""
    if capture.extent == Capture.Extent.FULL:
        return context(capture.text, start, end)
    first = capture.text.rfind("\n", 0, start) + 1
    last = capture.text.find("\n", end)
    lines = capture.text[first : last if last >= 0 else None]
    return context(lines, start - first, end - first)
