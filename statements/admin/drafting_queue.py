"""The queue of printed names that mean nobody yet, each with a form that makes it an alias."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sources.admin.base import NOT_SAVED, PART_OF_PUBLISHED, may_change, reasons
from statements import resolving
from statements.admin.labels import chosen, labelled, speakers
from statements.models import Alias, Speaker
from statements.models.proposal import digest_of


class AliasForm(forms.Form):
    """Says whom a printed phrase means."""

    phrase = forms.CharField(widget=forms.HiddenInput, max_length=200)
    speaker = forms.CharField(
        label=_("Speaker"),
        max_length=300,
        widget=forms.TextInput(attrs={"list": "speakers", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Alias.Kind.choices, initial=Alias.Kind.SHORT)
    valid_from = forms.DateField(
        label=_("Valid from"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    valid_to = forms.DateField(
        label=_("Valid to"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    auto_match = forms.BooleanField(label=_("Matches by itself from now on"), required=False)
    use_required_attribute = False

    def __init__(self, *args: Any, labels: Mapping[str, Speaker], user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        phrase = self["phrase"].value() or ""
        self.auto_id = f"id_{digest_of(phrase)[:12]}_%s"  # there are many on a page
        self.labels, self.user = labels, user

    def clean_speaker(self) -> Speaker:
        speaker: Speaker = chosen(self.labels, self.cleaned_data["speaker"])
        if not may_change(self.user, speaker):
            raise forms.ValidationError(PART_OF_PUBLISHED)
        return speaker


class ProposalQueue(admin.ModelAdmin):
    """Printed names that mean nobody yet, each with a form that makes it somebody's alias."""

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """In place of a list of the records."""
        self._require_drafter(request)
        labels = labelled(speakers())
        bound = None
        if request.method == "POST":
            if not self.may_name(request):
                raise PermissionDenied
            bound = AliasForm(request.POST, labels=labels, user=request.user)
            if bound.is_valid() and self._named(request, bound):
                return redirect("admin:statements_proposal_changelist")
        return self._queue_page(request, labels, bound)

    def may_name(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("statements.add_alias"))

    def _require_drafter(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    def _named(self, request: Any, form: AliasForm) -> bool:
        try:
            count = resolving.resolve(**form.cleaned_data, by=request.user)
        except NOT_SAVED as error:
            form.add_error(None, ValidationError(reasons(error)))
            return False
        said = ngettext("%d proposal has a speaker now.", "%d proposals have a speaker now.", count)
        self.message_user(request, said % count, messages.SUCCESS)
        return True

    def _queue_page(
        self, request: HttpRequest, labels: dict[str, Any], bound: AliasForm | None
    ) -> HttpResponse:
        groups = resolving.waiting()
        shown = {group.phrase: self._form(request, group, labels) for group in groups}
        sent = bound.data.get("phrase") if bound else None
        lost = bound if bound and sent not in shown else None
        if bound and sent in shown:
            shown[sent] = bound
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Names that mean nobody yet"),
            "opts": self.opts,
            "groups": [
                (
                    group,
                    bound if bound and sent == group.phrase else self._form(request, group, labels),
                )
                for group in groups
            ],
            "lost": lost,
            "nameless": resolving.nameless(),
            "speakers": labels,
            "may_name": self.may_name(request),
        }
        return TemplateResponse(request, "admin/statements/drafting/queue.html", context)

    def _form(
        self, request: HttpRequest, group: resolving.Group, labels: dict[str, Any]
    ) -> AliasForm:
        return AliasForm(initial={"phrase": group.phrase}, labels=labels, user=request.user)
