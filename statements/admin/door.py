"""The workflow as the forms need it: what it refuses is an error that a form can show."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from sources.models import Capture
from sources.publication import Publishable
from statements import workflow
from statements.models import Statement


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except workflow.WorkflowError as error:
        raise ValidationError(error.reasons) from error


class Door:
    """Publishes, withdraws and draws the consequences of edits. Raises ValidationError."""

    def publish(self, *, record: Publishable, by: Any) -> Publishable:
        with _refusals():
            return workflow.publish(record=record, by=by)

    def withdraw(self, *, record: Statement, by: Any, reason: str) -> Statement:
        with _refusals():
            return workflow.withdraw(record=record, by=by, reason=reason)

    def edited(self, *, record: models.Model, by: Any) -> models.Model:
        with _refusals():
            return workflow.edited(record=record, by=by)

    def captured(self, *, capture: Capture, by: Any) -> Capture:
        with _refusals():
            return workflow.captured(capture=capture, by=by)
