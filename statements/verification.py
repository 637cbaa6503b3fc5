"""Checking the words of a citation against the stored text of its source.

`sources.quotes` says how far two texts agree; here its answer is kept with the citation, together
with the capture and the version of the rules it was given by.
"""

from django.utils import timezone

from sources.models import Capture
from sources.quotes import RULE_VERSION, Verdict, Verification, verify
from statements.models import Citation

Rung = Citation.Verification
RUNGS = {
    Verdict.EXACT: Rung.EXACT,
    Verdict.TYPOGRAPHIC: Rung.TYPOGRAPHIC,
    Verdict.ELIDED: Rung.ELIDED,
    Verdict.DIFFERS: Rung.DIFFERS,
    Verdict.NOT_FOUND: Rung.NOT_FOUND,
    Verdict.NOT_CHECKABLE: Rung.NOT_CHECKABLE,
}
VERIFIED = (Rung.EXACT, Rung.TYPOGRAPHIC)  # the rungs that let a quotation be published
BEST_FIRST = [*RUNGS.values(), Rung.NOT_CHECKED]


def words_of(citation: Citation) -> str:
    """The words that must stand in the source: the excerpt, else the words of the statement."""
    return citation.excerpt or citation.statement.text


def against(citation: Citation, capture: Capture | None) -> Verification | None:
    """How the words of a citation stand in a capture; None where no words are quoted."""
    words = words_of(citation)
    if not words.strip():
        return None
    text = capture.text if capture else ""
    try:
        return verify(words, text, prefix=citation.prefix, suffix=citation.suffix)
    except ValueError:  # signs without a word, such as "…", stand nowhere
        return Verification(Verdict.NOT_FOUND)


def check(citation: Citation) -> Citation:
    """Check a citation anew and keep the result, unsaved where nothing changed.

    A citation without a capture is checked against the newest one of its source.
    """
    capture = citation.capture or citation.source.captures.first()
    result = against(citation, capture)
    before = _kept(citation)
    _keep(citation, capture, result)
    if _kept(citation) != before:
        citation.verified_at = timezone.now()
        citation.save()
    return citation


def recheck(citation: Citation, capture: Capture) -> Citation:
    """Check a citation against a new capture of its source.

    It moves on to the new capture if its words stand there at least as well as before; else it
    stays with the old one, and remembers which capture broke it.
    """
    result = against(citation, capture)
    rung = RUNGS[result.verdict] if result else Rung.NOT_CHECKED
    if citation.capture is None or not worse(rung, Rung(citation.verification)):
        citation.capture, citation.broken_by = capture, None
        return check(citation)
    citation.broken_by = capture
    citation.save()
    return citation


def worse(rung: Rung, than: Rung) -> bool:
    return BEST_FIRST.index(rung) > BEST_FIRST.index(than)


def _kept(citation: Citation) -> tuple[object, ...]:
    return (
        citation.capture_id, citation.broken_by_id, citation.verification, citation.start_offset,
        citation.end_offset, citation.prefix, citation.suffix, citation.checked_sha256,
        citation.rule_version,
    )  # fmt: skip


def _keep(citation: Citation, capture: Capture | None, result: Verification | None) -> None:
    citation.capture = capture
    citation.checked_sha256 = capture.sha256 if capture and result else ""
    citation.rule_version = RULE_VERSION if result else None
    citation.verification = RUNGS[result.verdict] if result else Rung.NOT_CHECKED
    citation.start_offset = result.start if result else None
    citation.end_offset = result.end if result else None
    citation.prefix = result.prefix if result else ""
    citation.suffix = result.suffix if result else ""
