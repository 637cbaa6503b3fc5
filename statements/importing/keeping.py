"""Saving a statement that was filled from a row: through the workflow, and never publishing it."""

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sources.admin.base import may_change
from sources.publication import Status
from statements import versions, workflow
from statements.importing.filling import Filled, Place
from statements.models import Citation, Statement


def hindrance(statement: Statement, by: User | None) -> str:
    """Why this statement cannot be changed by this person, or by a command; empty if it can."""
    if statement.status == Status.WITHDRAWN:
        return _("This statement was withdrawn and stays as it was.")
    if by is not None and not may_change(by, statement):
        return _("This statement is in review or published, and not yours to change.")
    return ""


def keep(
    statement: Statement, filled: Filled, *, by: User | None, note: str, version: int | None
) -> Statement:
    """Save a statement with what belongs to it, and draw the consequences.

    Raises ValidationError and WorkflowError.
    """
    if statement.pk:  # nobody saves it between this and the end
        versions.newest(statement, version)
    save(statement, by)
    if filled.topics is not None:
        statement.topics.set(filled.topics)
    if filled.functions is not None:
        statement.functions.set(filled.functions)
    if filled.places is not None:
        cite(statement, filled.places, by)
    saved = Statement.objects.get(pk=statement.pk)
    workflow.edited(record=saved, by=by, version=version, note=note)
    return saved


def save(record: Statement | Citation, by: User | None) -> None:
    """Save what is valid. Raises ValidationError.

    To try each constraint first would be a query each, so only a record that the database refuses
    is asked which of them it breaks.
    """
    record.full_clean(validate_constraints=False)
    record._history_user = by  # type: ignore[union-attr]  # read by django-simple-history
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        record.validate_constraints()
        raise


def cite(statement: Statement, places: list[Place], by: User | None) -> None:
    """Make these the citations of the statement; those that stay keep what was found of them."""
    left = list(statement.citations.all())
    kept = [(place, _taken(left, place)) for place in places]
    for gone in left:
        gone._history_user = by  # type: ignore[attr-defined]
        gone.delete()
    for place, stored in kept:
        citation = stored or Citation(statement=statement, source=place.source)
        if stored and (stored.locator, stored.excerpt) == (place.locator, place.excerpt):
            continue
        citation.locator, citation.excerpt = place.locator, place.excerpt
        _save_citation(citation, by)


def _taken(left: list[Citation], place: Place) -> Citation | None:
    """The citation of this place, or else of this source, taken out of those that are left."""
    same = [one for one in left if one.source_id == place.source.pk]
    found = next((one for one in same if one.locator == place.locator), None)
    found = found or next(iter(same), None)
    if found is not None:
        left.remove(found)
    return found


def _save_citation(citation: Citation, by: User | None) -> None:
    try:
        save(citation, by)
    except ValidationError as error:
        columns = {"locator": "locators", "excerpt": "excerpts"}
        raise ValidationError(
            {columns.get(name, "sources"): said for name, said in error.message_dict.items()}
        ) from error
