"""What checking a citation gave, as editors see it: in words, word by word, and in its context."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from sources.admin.words import marked
from sources.matching.folding import fold
from sources.matching.haystack import has_words
from sources.matching.passages import context
from statements import verification
from statements.models import Citation, Statement

AROUND = 60  # words shown on each side of a passage


@dataclass(frozen=True)
class Checked:
    """A citation, and the passage of the stored text that its words were checked against."""

    citation: Citation

    @property
    def verdict(self) -> str:
        return self.citation.get_verification_display()

    @cached_property
    def difference(self) -> SafeString | None:
        """How the passage became the words of the citation, where they differ."""
        citation = self.citation
        if citation.verification != Citation.Verification.DIFFERS or not citation.capture:
            return None
        result = verification.against(citation, citation.capture)
        return marked(result.diff) if result and result.diff else None

    @cached_property
    def passage(self) -> tuple[str, str, str] | None:
        """What stands before the passage, the passage, and what stands after it."""
        citation = self.citation
        if citation.capture is None or citation.start_offset is None:
            return None
        end = citation.end_offset or citation.start_offset
        return context(citation.capture.text, citation.start_offset, end, AROUND)


def with_a_word(text: str) -> str:
    """The text as it is. Raises ValidationError where it holds marks only, and no word."""
    if text.strip() and not has_words(fold(text)):
        raise ValidationError(_("There is no word in this."))
    return text


def cited(statement: Statement) -> list[Citation]:
    """The citations of a statement, with all that is shown of them."""
    citations = statement.citations.select_related("source__outlet", "capture", "broken_by")
    for citation in citations:
        citation.statement = statement
    return list(citations)


def in_short(citation: Citation | None) -> SafeString | str:
    """The verdict, with the differing words beside it."""
    if citation is None or citation.pk is None:
        return "–"
    checked = Checked(citation)
    state = format_html(
        '<span class="rung rung-{}">{}</span>', citation.verification, checked.verdict
    )
    if not checked.difference:
        return state
    return format_html('{} <span class="words">{}</span>', state, checked.difference)
