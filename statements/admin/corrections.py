"""Changes of what readers see already: the form asks what was corrected, and why."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.base import RecordAdmin, RecordForm, may_publish
from statements.admin.door import NoteMissingError
from statements.models import Correction, Statement

KINDS = [(kind.value, kind.label) for kind in Correction.Kind if kind != Correction.Kind.WITHDRAWAL]


class CorrectionForm(RecordForm):
    correction_note = forms.CharField(
        label=_("What did you correct, and why?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text=_("Readers will see it. Not needed where they see no change."),
    )
    correction_kind = forms.ChoiceField(label=_("Kind of change"), required=False, choices=KINDS)


class CorrectingAdmin(RecordAdmin):
    """A statement or a part of one; its form is a `CorrectionForm`."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if not self.asks_for_note(request, obj):
            return fieldsets
        asked = {"fields": [("correction_note", "correction_kind")], "classes": ["correction"]}
        return [*fieldsets, (_("Correction of a published statement"), asked)]

    def asks_for_note(self, request: HttpRequest, obj: Any) -> bool:
        """Whether saving may change what readers see; of a new part nobody knows it yet."""
        if getattr(request, "refusals", None) is not None:
            return True
        if obj is None:
            return self.model is not Statement and may_publish(request.user, Statement)
        shown = [one for one in (obj, *self.wholes(obj)) if isinstance(one, Statement)]
        public = any(one.is_published for one in shown)
        return public and self.has_change_permission(request, obj)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        try:
            super().save_related(request, form, formsets, change)
        except NoteMissingError as error:
            raise ValidationError({"correction_note": error.messages}) from error
