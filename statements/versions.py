"""Versions of a statement: counted at every save, and kept as a revision where readers saw them."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import models
from django.utils.translation import gettext as _

from sources.publication import Publishable
from statements.models import Correction, Figure, FigureNote, Position, Revision, Statement
from statements.refusals import StaleError
from statements.revisions import differences, snapshot


def count(record: Statement, started_from: int | None = None) -> None:
    """Count a save, and refuse one that started from a version that is no longer the newest."""
    record.version = newest(record, started_from) + 1
    Statement.objects.filter(pk=record.pk).update(version=record.version)


def newest(record: Statement, started_from: int | None = None) -> int:
    """The newest version, its row locked. Raises StaleError if another was started from."""
    same = Statement.objects.filter(pk=record.pk).select_for_update(no_key=True)
    version = same.values_list("version", flat=True).get()
    if started_from is not None and started_from != version:
        raise StaleError([_("Somebody else saved this statement while you were at it.")])
    return version


def revise(record: Statement, by: User | None) -> Revision:
    """Keep the statement as readers see it from now on."""
    return Revision.objects.create(
        statement=record, version=record.version, record=snapshot(record), made_by=by
    )


def saying(record: models.Model) -> list[Statement]:
    """The published statements whose pages show a position, a figure or a note on one; locked."""
    found = Statement.objects.none()
    match record:
        case Position():
            found = Statement.objects.published().filter(evidence_rows__position=record)
        case Figure():
            found = Statement.objects.published().filter(figures=record)
        case FigureNote():
            found = Statement.objects.published().filter(figures__notes=record)
    return list(found.order_by("pk").select_for_update(no_key=True, of=("self",)))


def account(
    record: Publishable, shown_on: Sequence[Statement], by: User | None, reason: str
) -> None:
    """Tell readers of a withdrawal: with each statement it was shown on, or else by itself."""
    about = {"kind": Correction.Kind.WITHDRAWAL, "note": reason}
    if isinstance(record, Statement):
        Correction.objects.create(statement=record, before=record.revisions.last(), **about)
        return
    about |= {"model": record._meta.label_lower, "record_id": record.pk}
    for statement in shown_on:
        before, after = statement.revisions.last(), None
        if before is None or differences(before.record, snapshot(statement)):
            count(statement)
            after = revise(statement, by)
        Correction.objects.create(statement=statement, before=before, after=after, **about)
    if not shown_on:
        Correction.objects.create(**about)
