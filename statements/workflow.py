"""The one door through which a record changes its state.

    draft → in review → published → (corrected …) → withdrawn

Every function takes keywords only, is atomic, raises `WorkflowError` with sentences for an editor,
and returns the record. Nothing else sets a status, has a revision or correction written, keeps the
result of a check, or writes to the search index and the ledger. `by` is the person who acts, None
a command.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from sources.models import Capture
from sources.publication import Publishable, Status
from statements import verification, versions
from statements.ledger import book
from statements.ledger.content import wholes_of
from statements.models import (
    Citation,
    Correction,
    Figure,
    FigureNote,
    Position,
    Revision,
    Statement,
)
from statements.publishability import hindrances, shown_with
from statements.refusals import StaleError, WorkflowError
from statements.revisions import differences, snapshot
from statements.search import index

__all__ = [
    "StaleError",
    "WorkflowError",
    "captured",
    "checked",
    "correct",
    "edited",
    "override",
    "publish",
    "send_back",
    "submit",
    "verify",
    "withdraw",
]

Record = TypeVar("Record", bound=Publishable)
CHECKED = (Status.DRAFT, Status.IN_REVIEW)


@transaction.atomic
def submit(*, record: Statement, by: User | None) -> Statement:
    """Hand a draft to the reviewers."""
    _require(record, by, "submit", _("You may not submit statements for review."))
    if record.status != Status.DRAFT:
        raise WorkflowError([_("Only a draft can be submitted for review.")])
    verify(record=record, by=by)
    if reasons := hindrances(record, with_checks=False):
        raise WorkflowError(reasons)
    record.status, record.submitted_by, record.review_note = Status.IN_REVIEW, by, ""
    return _saved(record, by)


@transaction.atomic
def send_back(*, record: Statement, by: User | None, note: str) -> Statement:
    """Give a statement in review back to its author, with what is to be done."""
    _require_publish(record, by)
    if record.status != Status.IN_REVIEW:
        raise WorkflowError([_("Only what is in review can be sent back.")])
    if not note.strip():
        raise WorkflowError([_("Say what is to be done, so that the author knows.")])
    record.status, record.review_note = Status.DRAFT, note.strip()
    return _saved(record, by)


@transaction.atomic
def override(*, record: Statement, by: User | None, reason: str) -> Statement:
    """Let a quotation be published though its words were not found. Readers see the reason."""
    _require_publish(record, by)
    _forbid_own(record, by)
    if record.status not in CHECKED:
        raise WorkflowError([_("Only what is not published yet can be let through.")])
    if not reason.strip():
        raise WorkflowError([_("Give the reason, which readers will see.")])
    record.override_reason, record.overridden_by = reason.strip(), by
    return _saved(record, by)


@transaction.atomic
def publish(*, record: Record, by: User | None, version: int | None = None) -> Record:
    """Make a record public, with all that it shows (its speaker, sources, positions, figures …).

    `version` is the one of a statement that the reviewer has read: StaleError where it changed.
    """
    _require_publish(record, by)
    if record.status == Status.WITHDRAWN:
        raise WorkflowError([_("What was withdrawn cannot be published again.")])
    if isinstance(record, Statement) and record.status in CHECKED:
        _forbid_own(record, by)
        versions.newest(record, version)
        verify(record=record, by=by)
    if reasons := hindrances(record):
        raise WorkflowError(reasons)
    published = _publish_with_what_it_shows(record, by)
    index.take_in([record, *published])
    book.enter(published=published, changed=[record, *_resting_on(published)])
    return record


@transaction.atomic
def correct(*, record: Statement, by: User | None, note: str, kind: str = "") -> Statement:
    """Account in public for an edit of a published statement that has been saved.

    Writes the new revision and a Correction with the note, which readers see. Raises WorkflowError
    where the statement is not public, or could no longer be, or the note is missing.
    """
    _require_publish(record, by)
    if not record.is_published:
        raise WorkflowError([_("Only what is published can be corrected.")])
    verify(record=record, by=by)
    if reasons := hindrances(record):
        raise WorkflowError(reasons)
    published = _publish_with_what_it_shows(record, by)
    before = record.revisions.last()
    if before is None or differences(before.record, snapshot(record)):
        if not note.strip():
            raise WorkflowError([_("Say what you corrected and why: readers will see it.")])
        after = versions.revise(record, by)
        Correction.objects.create(
            statement=record,
            kind=kind or Correction.Kind.CORRECTION,
            note=note.strip(),
            before=before,
            after=after,
        )
    index.take_in([record, *published])
    book.enter(published=published, changed=[record, *_resting_on([record, *published], before)])
    return record


@transaction.atomic
def withdraw(*, record: Record, by: User | None, reason: str) -> Record:
    """Take back what is published: a statement, a position, a figure or a note on a figure.

    Readers see the reason: in the place of a statement, and among the corrections.
    """
    _require_publish(record, by)
    if not isinstance(record, Statement | Position | Figure | FigureNote):
        raise WorkflowError([_("Only statements and what is said of them can be withdrawn.")])
    if not record.is_published:
        raise WorkflowError([_("Only what is published can be withdrawn.")])
    if not reason.strip():
        raise WorkflowError([_("A withdrawal needs a reason, which readers will see.")])
    shown_on = versions.saying(record)
    record.status = Status.WITHDRAWN
    if isinstance(record, Statement):
        record.withdrawn_reason = reason.strip()
    _saved(record, by)
    versions.account(record, shown_on, by, reason.strip())
    if isinstance(record, Statement):
        index.remove([record])
    index.take_in([record])
    book.enter(withdrawn=[record], changed=[*shown_on, *_resting_on([record])])
    return record


@transaction.atomic
def edited(
    *,
    record: models.Model,
    by: User | None,
    version: int | None = None,
    note: str = "",
    kind: str = "",
) -> models.Model:
    """Draw the consequences of an edit that has been saved, of a record or of a part of one.

    `version` is the one that the editor started from: StaleError where somebody else saved
    meanwhile. `note` and `kind` are those of `correct`, asked for where the record is published.
    """
    if isinstance(record, Statement):
        versions.count(record, version)
        if record.is_published:
            return correct(record=record, by=by, note=note, kind=kind)
        verify(record=record, by=by)
    published: list[Publishable] = []
    if isinstance(record, Publishable) and record.is_published:
        if reasons := hindrances(record):
            raise WorkflowError(reasons)
        published = _publish_with_what_it_shows(record, by)
    index.take_in([record, *published])
    book.enter(published=published, changed=wholes_of(record))
    return record


@transaction.atomic
def verify(*, record: Statement, by: User | None) -> Statement:
    """Check every citation of a statement against the stored text of its source."""
    for citation in record.citations.select_related("statement", "source", "capture"):
        verification.check(_known(citation, by))
    return record


@transaction.atomic
def checked(*, record: Statement, by: User | None) -> Statement:
    """Verify a statement for its own sake, but for one that was withdrawn: that stays as it was."""
    if record.status != Status.WITHDRAWN:
        verify(record=record, by=by)
        index.take_in([record])
        book.enter(changed=[record])
    return record


@transaction.atomic
def captured(*, capture: Capture, by: User | None) -> Capture:
    """Check what rests on a source against a new capture of it."""
    standing = Citation.objects.exclude(statement__status=Status.WITHDRAWN)
    citations = standing.filter(source=capture.source_id)
    for citation in citations.select_related("statement", "source", "capture"):
        verification.recheck(_known(citation, by), capture)
    index.take_in([capture.source])
    book.enter(changed=Statement.objects.published().filter(citations__in=citations))
    return capture


def _publish_with_what_it_shows(record: Publishable, by: User | None) -> list[Publishable]:
    """The records that were not public before, in the order in which they became so."""
    published = []
    # In one order, so that two people who publish at once do not wait for each other.
    for shown in sorted(shown_with(record), key=lambda one: (one._meta.label, one.pk)):
        if shown.status == Status.DRAFT:
            published += _publish_with_what_it_shows(shown, by)
    if record.status in CHECKED:
        record.status, record.published_at = Status.PUBLISHED, timezone.now()
        _saved(record, by)
        if isinstance(record, Statement):
            versions.revise(record, by)
        published.append(record)
    return published


def _resting_on(
    records: Iterable[Publishable], before: Revision | None = None
) -> list[Publishable]:
    """Positions and figures that change with these statements, or were shown `before`."""
    own = [one.pk for one in records if isinstance(one, Statement)]
    if not own:
        return []
    earlier = before.record if before else {}
    positions = [one["position"] for one in earlier.get("positions", ())]
    figures = [one["figure"] for one in earlier.get("figures", ())]
    return [
        *Position.objects.filter(Q(evidence__in=own) | Q(pk__in=positions))
        .only("status")
        .distinct(),
        *Figure.objects.filter(Q(statement__in=own) | Q(pk__in=figures)).only("status"),
    ]


def _require(record: Publishable, by: User | None, verb: str, refusal: str) -> None:
    meta = record._meta
    if by is not None and not by.has_perm(f"{meta.app_label}.{verb}_{meta.model_name}"):
        raise WorkflowError([refusal])


def _require_publish(record: Publishable, by: User | None) -> None:
    _require(record, by, "publish", _("You may not publish, correct or withdraw this."))


def _forbid_own(record: Statement, by: User | None) -> None:
    """Nobody reviews what they wrote or submitted, unless the site says that they may."""
    if by is None or settings.REVIEW_OWN_STATEMENTS:
        return
    first = record.history.order_by("history_id").first()
    authors = {record.submitted_by_id, first.history_user_id if first else None}
    if by.pk in authors:
        raise WorkflowError([_("Somebody else has to review what you wrote or submitted.")])


def _known(record: Citation, by: User | None) -> Citation:
    record._history_user = by  # type: ignore[attr-defined]  # read by django-simple-history
    return record


def _saved(record: Record, by: User | None) -> Record:
    record._history_user = by  # type: ignore[attr-defined]
    record.save()
    return record
