"""What the workflow raises when a change of state is not allowed."""

from collections.abc import Iterable


class WorkflowError(Exception):
    """A change of state that the rules do not allow; `reasons` are sentences for an editor."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


class StaleError(WorkflowError):
    """An edit that started from a version which is no longer the newest."""
