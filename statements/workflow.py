"""The one door through which a record changes its state.

Every function takes keywords only, is atomic, raises `WorkflowError` with sentences for an editor,
and returns the record. Nothing else sets a status or writes to the search index.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sources.models import Source
from sources.publication import Publishable, Status
from statements.models import Event, Figure, Placement, Position, Statement
from statements.search import index

Record = TypeVar("Record", bound=Publishable)


class WorkflowError(Exception):
    """A change of state that the rules do not allow; `reasons` are sentences for an editor."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


@transaction.atomic
def publish(*, record: Record, by: User | None) -> Record:
    """Make a record public, with all that it shows (its speaker, sources, positions, figures …).

    `by` is the person who does it, None a command of the system.
    """
    _require_permission(record, by)
    if record.status == Status.WITHDRAWN:
        raise WorkflowError([_("What was withdrawn cannot be published again.")])
    if reasons := hindrances(record):
        raise WorkflowError(reasons)
    _publish_with_what_it_shows(record, by)
    index.put(index.affected_by(record))
    return record


@transaction.atomic
def withdraw(*, record: Statement, by: User | None, reason: str) -> Statement:
    """Take a published statement back. A public tombstone with the reason stays in its place."""
    _require_permission(record, by)
    if not record.is_published:
        raise WorkflowError([_("Only what is published can be withdrawn.")])
    if not reason.strip():
        raise WorkflowError([_("A withdrawal needs a reason, which readers will see.")])
    record.status, record.withdrawn_reason = Status.WITHDRAWN, reason.strip()
    _save(record, by)
    index.remove([record])
    return record


@transaction.atomic
def edited(*, record: models.Model, by: User | None) -> models.Model:
    """Draw the consequences of an edit that has been saved, of a public record or a part of one.

    Raises WorkflowError, so that the edit is rolled back, where a published record could no longer
    be published.
    """
    if isinstance(record, Statement):
        Statement.objects.filter(pk=record.pk).update(version=models.F("version") + 1)
    if isinstance(record, Publishable) and record.is_published:
        if reasons := hindrances(record):
            raise WorkflowError(reasons)
        _publish_with_what_it_shows(record, by)
    index.put(index.affected_by(record))
    return record


def hindrances(record: Publishable) -> list[str]:
    """Why a record cannot be published as it stands; empty if it can."""
    if isinstance(record, Statement):
        return _statement_hindrances(record)
    if isinstance(record, Position) and not record.evidence_rows.exists():
        return [_("A position needs a statement as its evidence.")]
    return []


def _statement_hindrances(statement: Statement) -> list[str]:
    checks = [
        (statement.claimant, _("Name the speaker or the organisation.")),
        (statement.said_on, _("Give the date.")),
        (statement.words, _("Give the words as printed, or a summary.")),
        (statement.citations.exists(), _("Cite at least one source.")),
    ]
    return [reason for present, reason in checks if not present]


def _publish_with_what_it_shows(record: Publishable, by: User | None) -> None:
    for shown in shown_with(record):
        if shown.status == Status.DRAFT:
            _publish_with_what_it_shows(shown, by)
    if record.status == Status.DRAFT:
        record.status, record.published_at = Status.PUBLISHED, timezone.now()
        _save(record, by)


def shown_with(record: Publishable) -> list[Publishable]:
    """The records that the public page of this one names, so must be public when it is."""
    shown: list[Publishable | None] = []
    match record:
        case Statement():
            shown = _shown_with_statement(record)
        case Position():
            shown = [record.speaker, record.organisation, record.placement]
        case Figure():
            shown = [record.speaker, record.organisation, record.source]
        case Placement():
            shown = [record.edition.ranking, record.source]
        case Event():
            shown = [record.organiser]
        case Source():
            shown = [record.outlet]
    return [other for other in shown if other is not None]


def _shown_with_statement(statement: Statement) -> list[Publishable | None]:
    return [
        statement.speaker,
        statement.organisation,
        statement.role.organisation if statement.role else None,
        statement.event,
        *statement.topics.all(),
        *Source.objects.filter(citations__statement=statement).distinct(),
        *Position.objects.filter(evidence_rows__statement=statement),
        *statement.figures.all(),
    ]


def _require_permission(record: Publishable, by: User | None) -> None:
    meta = record._meta
    if by is not None and not by.has_perm(f"{meta.app_label}.publish_{meta.model_name}"):
        raise WorkflowError([_("You may not publish or withdraw this.")])


def _save(record: Publishable, by: User | None) -> None:
    record._history_user = by  # type: ignore[attr-defined]  # read by django-simple-history
    record.save()
