"""Who changed what, when: the history of a record as a list of changes, to be read only."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import ModelChange
from simple_history.template_utils import HistoricalRecordContextHelper

from sources.admin.lists import is_key
from sources.admin.words import marked_changes

# Not to be edited in a form, but changed by the workflow, so part of what happened.
CHANGED_BY_WORKFLOW = ("status", "review_note", "override_reason", "withdrawn_reason")
MAX_SHOWN = 600  # characters of a value; longer ones are cut around what differs


class Change(HistoricalRecordContextHelper):
    """One change in the words of the forms: choices by their labels, texts word by word."""

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        shown = super().context_for_delta_changes(delta)
        for change, line in zip(delta.changes, shown, strict=True):
            if isinstance(self.model._meta.get_field(change.field), models.TextField):
                line["words"] = marked_changes(change.old or "", change.new or "")
        return shown

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        field = self.model._meta.get_field(change.field)
        if choices := getattr(field, "flatchoices", None):
            return dict(choices).get(value, value)
        return super().prepare_delta_change_value(change, value)


class HistoryAdmin(SimpleHistoryAdmin):
    """Django-simple-history's list of changes, without its pages of single versions.

    Those would save an old version, with its old status, past the workflow.
    """

    history_list_per_page = 50

    def get_urls(self) -> list[URLPattern]:
        return [url for url in super().get_urls() if not str(url.name).endswith("_simple_history")]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not is_key(object_id):
            raise Http404
        return super().history_view(request, object_id, extra_context)

    def revert_disabled(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return True

    def get_historical_record_context_helper(self, request: HttpRequest, record: Any) -> Change:
        return _words_for(self.model, record)

    def set_history_delta_changes(
        self, request: HttpRequest, records: Sequence[Any], foreign_keys_are_objs: bool = True
    ) -> None:
        """Give each record but the oldest its changes against the one before."""
        for newer, older in zip(records, list(records)[1:], strict=False):
            helper = self.get_historical_record_context_helper(request, newer)
            newer.history_delta_changes = changes_between(older, newer, helper)


def changes_between(older: Any, newer: Any, helper: Change | None = None) -> list[dict[str, Any]]:
    """What changed from one version of a record to another: `field`, `old`, `new`.

    For a text, `words` are its words with those that changed marked.
    """
    helper = helper or _words_for(newer.instance_type, newer)
    delta = newer.diff_against(older, foreign_keys_are_objs=True)
    delta.changes.extend(_by_workflow(older, newer))
    return helper.context_for_delta_changes(delta)


def _words_for(model: type[models.Model], record: Any) -> Change:
    return Change(model, record, max_displayed_delta_change_chars=MAX_SHOWN)


def _by_workflow(older: Any, newer: Any) -> list[ModelChange]:
    """The changes that the library passes over, because no form can make them."""
    recorded = [field.name for field in newer.tracked_fields]
    values = [
        (name, getattr(older, name), getattr(newer, name))
        for name in CHANGED_BY_WORKFLOW
        if name in recorded
    ]
    return [ModelChange(name, old, new) for name, old, new in values if old != new]
