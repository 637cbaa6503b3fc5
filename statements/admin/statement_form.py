"""The form of a statement: besides the record, where the editor started, and a reviewer's words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sources.admin.lists import is_key
from statements.admin.conflicts import newest_entry
from statements.admin.corrections import CorrectionForm
from statements.admin.passages import with_a_word


def _text(label: Any, help_text: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=2_000, widget=widget
    )


class StatementForm(CorrectionForm):
    """`version`, `state` and `seen` tell which statement the editor was shown.

    `seen` is the key of the newest entry in its history then.
    """

    version = forms.CharField(required=False, widget=forms.HiddenInput)
    state = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    send_back_note = _text(_("What is to be done"), _("For the author, when you send it back."))
    let_through_reason = _text(
        _("Why publish it unverified"), _("Readers will see it, when you let it through.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["version"] = self.instance.version
            self.initial["state"] = self.instance.status
            self.initial["seen"] = newest_entry(self.instance)

    def clean_version(self) -> int | None:
        version = self.cleaned_data["version"]
        return int(version) if is_key(version) else None

    def clean_text(self) -> str:
        return with_a_word(self.cleaned_data["text"])

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.instance.pk and self.cleaned_data.get("version") is None:
            self.add_error(
                None, _("This form does not say from which version it started. Open it again.")
            )
        return cleaned
