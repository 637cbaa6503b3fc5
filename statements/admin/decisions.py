"""What a button does with a statement: one call of the workflow, or two that stand as one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from statements.admin.door import Door
from statements.models import Statement


@dataclass(frozen=True)
class Decision:
    """A button of a form: its name, the field that its words come from, and what it does."""

    button: str
    said: Any  # once it is done
    act: Callable[[Statement, Any, str], object]
    asks: str = ""

    def take(self, statement: Statement, by: Any, words: str) -> None:
        """Raises ValidationError, of the field that was left empty where there is one."""
        try:
            self.act(statement, by, words)
        except ValidationError as error:
            if self.asks and not words.strip():
                raise ValidationError({self.asks: error.messages}) from error
            raise


def _submit(statement: Statement, by: Any, words: str) -> None:
    Door().submit(record=statement, by=by)


def _publish(statement: Statement, by: Any, words: str) -> None:
    Door().publish(record=statement, by=by)


def _send_back(statement: Statement, by: Any, words: str) -> None:
    Door().send_back(record=statement, by=by, note=words)


def _let_through(statement: Statement, by: Any, words: str) -> None:
    Door().override(record=statement, by=by, reason=words)
    Door().publish(record=statement, by=by)


SUBMIT = Decision("_submit", _("Submitted for review: %s"), _submit)
PUBLISH = Decision("_publish", _("Published: %s"), _publish)
SEND_BACK = Decision("_send_back", _("Sent back: %s"), _send_back, "send_back_note")
LET_THROUGH = Decision(
    "_let_through", _("Published unverified: %s"), _let_through, "let_through_reason"
)
OF_REVIEWERS = (PUBLISH, SEND_BACK, LET_THROUGH)
BESIDE_PUBLISHING = (SUBMIT, SEND_BACK, LET_THROUGH)  # every form knows how to publish


def pressed(sent: Any, among: tuple[Decision, ...]) -> Decision | None:
    """The button that was pressed, if it is one of these."""
    return next((one for one in among if one.button in sent), None)
