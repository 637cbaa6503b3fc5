"""What a record lacks for being published, and what must be public with it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from sources.models import Source
from sources.publication import Publishable, Status
from statements.models import Event, Figure, Placement, Position, Statement, Topic
from statements.prepared import Prepared
from statements.verification import VERIFIED

#: What a statement may show several of, and the way from there to the statement.
SEVERAL: dict[Any, str] = {
    Topic: "statements",
    Source: "citations__statement",
    Position: "evidence_rows__statement",
    Figure: "statement",
}


def hindrances(record: Publishable, *, with_checks: bool = True) -> list[str]:
    """Why a record cannot be published as it stands; empty if it can.

    Without checks, only what its author can mend: a reviewer may let a quotation through.
    """
    if isinstance(record, Statement):
        return _lacking(record) + (_unverified(record) if with_checks else [])
    if isinstance(record, Position) and not record.evidence_rows.exists():
        return [_("A position needs a statement as its evidence.")]
    return []


def _lacking(statement: Statement) -> list[str]:
    checks = [
        (statement.claimant, _("Name the speaker or the organisation.")),
        (statement.said_on, _("Give the date.")),
        (statement.words, _("Give the words as printed, or a summary.")),
        (statement.citations.exists(), _("Cite at least one source.")),
    ]
    return [reason for present, reason in checks if not present]


def _unverified(statement: Statement) -> list[str]:
    if statement.kind != Statement.Kind.QUOTATION or statement.override_reason:
        return []
    if statement.citations.filter(verification__in=VERIFIED).exists():
        return []
    return [
        _(
            "These words were not found, word for word, in the stored text of a source. Add a "
            "capture of the source, or mend the words, or let a reviewer give a reason."
        )
    ]


def shown_with(record: Publishable) -> list[Publishable]:
    """The records that the public page of this one names, so must be public when it is.

    Of those that a statement shows several of, only the drafts.
    """
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
        *_drafts_of(statement),
    ]


def _drafts_of(statement: Statement) -> Iterator[Publishable]:
    """Of the many that a statement may show, those that are not public yet."""
    for model, path in SEVERAL.items():
        if numbers := [pk for (pk,) in _drafts(model, path).of([statement.pk])]:
            yield from model._default_manager.filter(pk__in=numbers)


@cache
def _drafts(model: Any, path: str) -> Prepared:
    drafts = model._default_manager.using("default").filter(status=Status.DRAFT)
    return Prepared(drafts.order_by().values_list("pk").distinct(), path)
