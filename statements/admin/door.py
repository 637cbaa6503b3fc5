"""The workflow as the forms need it: what it refuses is an error that a form can show."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from sources.models import Capture
from sources.publication import Publishable
from statements import workflow
from statements.models import Relation, Statement
from statements.publishability import hindrances
from statements.relations import pairs, relating


class NoteMissingError(ValidationError):
    """A published statement was changed, and nobody said what was corrected."""


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except workflow.WorkflowError as error:
        raise ValidationError(error.reasons) from error


class Door:
    """Does what `workflow` does. Raises ValidationError for what it refuses."""

    def submit(self, *, record: Statement, by: Any) -> Statement:
        with _refusals():
            return workflow.submit(record=record, by=by)

    def send_back(self, *, record: Statement, by: Any, note: str) -> Statement:
        with _refusals():
            return workflow.send_back(record=record, by=by, note=note)

    def override(self, *, record: Statement, by: Any, reason: str) -> Statement:
        with _refusals():
            return workflow.override(record=record, by=by, reason=reason)

    def publish(self, *, record: Publishable, by: Any, version: int | None = None) -> Publishable:
        with _refusals():
            return workflow.publish(record=record, by=by, version=version)

    def withdraw(self, *, record: Publishable, by: Any, reason: str) -> Publishable:
        with _refusals():
            return workflow.withdraw(record=record, by=by, reason=reason)

    def edited(
        self,
        *,
        record: models.Model,
        by: Any,
        version: int | None = None,
        note: str = "",
        kind: str = "",
    ) -> models.Model:
        with _refusals():
            try:
                return workflow.edited(record=record, by=by, version=version, note=note, kind=kind)
            except workflow.StaleError:
                raise
            except workflow.WorkflowError as error:
                if note.strip() or not _could_stay_public(record, by):
                    raise
                raise NoteMissingError(error.reasons) from error

    def captured(self, *, capture: Capture, by: Any) -> Capture:
        with _refusals():
            return workflow.captured(capture=capture, by=by)

    # Relations between statements

    def relate(
        self, *, statement: Statement, target: Statement, kind: str, by: Any, note: str
    ) -> Relation:
        with _refusals():
            return relating.relate(statement=statement, target=target, kind=kind, by=by, note=note)

    def amend(self, *, relation: Relation, by: Any, kind: str, note: str) -> Relation:
        with _refusals():
            return relating.amend(relation=relation, by=by, kind=kind, note=note)

    def confirm(self, *, relation: Relation, by: Any, **said: Any) -> Relation:
        with _refusals():
            return relating.confirm(relation=relation, by=by, **said)

    def reject(self, *, relation: Relation, by: Any) -> Relation:
        with _refusals():
            return relating.reject(relation=relation, by=by)

    def suggest(self, *, by: Any) -> int:
        """Looks for pairs that may be related; the number of new ones."""
        with _refusals():
            return pairs.suggest_relations(by=by).total()


def _could_stay_public(record: models.Model, by: Any) -> bool:
    """Whether nothing else speaks against the edit. What it checks is undone with the edit."""
    if not isinstance(record, Statement) or not record.is_published:
        return False
    return not hindrances(workflow.verify(record=record, by=by))
