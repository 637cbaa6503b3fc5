"""From a captured article to drafts: remembers what was decided, and never publishes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sources.dates import PartialDate
from sources.matching.haystack import haystack
from sources.matching.passages import around
from sources.models import Capture, Source
from sources.reading.joins import joined, stands
from sources.vocabulary import DateBasis
from statements import figuring, workflow
from statements.models import (
    Citation,
    Event,
    Function,
    Indicator,
    Organisation,
    Proposal,
    Role,
    Speaker,
    Statement,
    Topic,
)
from statements.models.proposal import folded
from statements.proposing import Article, Found, capture_to_read, propose, quoted, spans
from statements.refusals import WorkflowError

__all__ = [
    "Article", "DraftingError", "Entry", "Found", "accept", "capture_to_read", "dismiss",
    "propose", "record", "reopen",
]  # fmt: skip

State = Proposal.State


@dataclass(frozen=True, slots=True)
class Entry:
    """What an editor decided of a proposal; `indicators` by the index of the figure.

    `continued` are the pieces that go on with it, to be joined to its words.
    """

    found: Found
    claimant: Speaker | Organisation
    said_on: PartialDate | None = None
    date_basis: str = DateBasis.STATED.value
    role: Role | None = None
    event: Event | None = None
    summary: str = ""
    topics: Sequence[Topic] = ()
    functions: Sequence[Function] = ()
    indicators: Mapping[int, Indicator] = field(default_factory=dict)
    continued: Sequence[Found] = ()

    @property
    def pieces(self) -> list[Found]:
        return [self.found, *self.continued]


class DraftingError(Exception):
    """Why nothing was drafted: for each key of a proposal, the reasons by field ("" for none)."""

    def __init__(self, reasons: dict[str, dict[str, list[str]]]) -> None:
        self.reasons = reasons
        super().__init__(str(reasons))


# --- Remembering ---


@transaction.atomic
def record(*, article: Article) -> dict[str, Proposal]:
    """Keep what was proposed, so that it waits for a decision; gives the proposals by their keys.

    Open proposals of the source that are no longer found are dropped.
    """
    source = Source.objects.select_for_update().get(pk=article.capture.source_id)
    stored = {(one.kind, one.digest): one for one in source.proposals.all()}
    kept: dict[str, Proposal] = {}
    for proposal in (one.proposal for one in article.found):
        before = stored.pop((proposal.kind, proposal.digest), None)
        if before is None or before.is_open:
            proposal.pk, proposal.state = before.pk if before else None, State.OPEN
            proposal.save()
            kept[proposal.key] = proposal
        else:
            kept[proposal.key] = before
    gone = [one.pk for one in stored.values() if one.is_open]
    source.proposals.filter(pk__in=gone).delete()
    return kept


@transaction.atomic
def dismiss(*, article: Article, keys: Collection[str], by: User | None) -> list[Proposal]:
    """Put proposals aside for good. Those decided meanwhile stay as they are."""
    kept = record(article=article)
    dismissed = [kept[key] for key in keys if key in kept and kept[key].is_open]
    for proposal in dismissed:
        _decide(proposal, State.DISMISSED, by)
    return dismissed


@transaction.atomic
def reopen(*, proposal: Proposal, by: User | None) -> Proposal:
    """Propose again what was dismissed, or whose draft was deleted since."""
    proposal = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if proposal.statement_id is None and not proposal.is_open:
        proposal.state, proposal.decided_by, proposal.decided_at = State.OPEN, None, None
        proposal.save()
    return proposal


def _decide(proposal: Proposal, state: str, by: User | None) -> None:
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()
    proposal.save()


# --- Accepting ---


@transaction.atomic
def accept(*, article: Article, entries: Sequence[Entry], by: User | None) -> list[Statement]:
    """Make drafts of what an editor chose: all of them or, with a DraftingError, none."""
    kept = record(article=article)
    drafts: list[Statement] = []
    refused: dict[str, dict[str, list[str]]] = {}
    drawn = figuring.Drawn(article.reading)
    for entry in entries:
        key = entry.found.proposal.key
        try:
            drafts.append(_draft(article, entry, kept, by))
            drawn.draw(entry.indicators, drafts[-1], by)
        except ValidationError as error:
            refused[key] = _by_field(error)
        except WorkflowError as error:
            refused[key] = {"": error.reasons}
    if refused:
        raise DraftingError(refused)
    drawn.connect(by)
    for draft in drafts:
        workflow.edited(record=draft, by=by)
    return drafts


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    if hasattr(error, "error_dict"):
        return error.message_dict
    return {"": error.messages}


def _draft(
    article: Article, entry: Entry, kept: Mapping[str, Proposal], by: User | None
) -> Statement:
    proposals = [kept[one.proposal.key] for one in entry.pieces]
    if not all(proposal.is_open for proposal in proposals):
        raise ValidationError(_("Somebody else has decided this meanwhile."))
    statement = _statement(article.capture, entry)
    statement.full_clean()
    statement._history_user = by  # type: ignore[attr-defined]  # read by django-simple-history
    statement.save()
    statement.topics.set(entry.topics)
    statement.functions.set(entry.functions)
    _cite(statement, article.capture, entry, by)
    for proposal in proposals:
        proposal.statement = statement
        _decide(proposal, State.ACCEPTED, by)
    return statement


def _words(capture: Capture, entry: Entry) -> str:
    """The words of a quotation, joined from its pieces. Raises ValidationError."""
    if not entry.continued:
        return " ".join(entry.found.words.split())
    pieces = spans(entry.pieces)
    if not stands(capture.text, pieces):
        raise ValidationError(_("Joined, these pieces do not stand in the text. Draft them apart."))
    return joined(capture.text, pieces)


def _statement(capture: Capture, entry: Entry) -> Statement:
    found, proposal = entry.found, entry.found.proposal
    direct, claimant = quoted(found), entry.claimant
    if not direct and folded(entry.summary) == folded(found.words):
        own = _("These are the article’s words. Say it in your own.")
        raise ValidationError({"summary": [own]})
    as_proposed = entry.said_on == found.dating.said_on
    return Statement(
        speaker=claimant if isinstance(claimant, Speaker) else None,
        organisation=claimant if isinstance(claimant, Organisation) else None,
        role=entry.role,
        attributed_as=proposal.attribution if proposal.attribution_digest else "",
        kind=Statement.Kind.QUOTATION if direct else Statement.Kind.REPORTED,
        text=_words(capture, entry) if direct else "",
        language=capture.source.language,
        summary=entry.summary,
        said_on=entry.said_on,
        date_basis=entry.date_basis,
        weekday_as_printed=found.dating.weekday if as_proposed else "",
        event=entry.event,
    )


def _cite(statement: Statement, capture: Capture, entry: Entry, by: User | None) -> None:
    """Cite the place; what stands around it tells it from other places with the same words."""
    pieces = spans(entry.pieces)
    start, end = pieces[0][0], pieces[-1][1]
    before, after = around(haystack(capture.text), start, end)
    citation = Citation(
        statement=statement, source=capture.source, capture=capture,
        start_offset=start, end_offset=end, prefix=before, suffix=after,
    )  # fmt: skip
    citation.full_clean()
    citation._history_user = by  # type: ignore[attr-defined]
    citation.save()
