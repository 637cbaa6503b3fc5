"""The page for a save that came too late: both texts side by side, and a way to go on."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext

from statements.admin import conflicts
from statements.models import Statement


class ConflictPage(admin.ModelAdmin):
    """Answers 409 where what was sent started from an older version."""

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        statement = super().get_object(request, object_id, from_field)
        if request.method == "POST" and statement is not None:
            conflicts.refuse_stale(request.POST, statement)
        return statement

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *others: Any, **more: Any
    ) -> HttpResponse:
        if "_look_again" in request.POST:
            said = gettext("Nothing is saved yet. Look through the form, then save.")
            request.refusals = ValidationError(said)  # type: ignore[attr-defined]
        try:
            return super().changeform_view(request, object_id, *others, **more)
        except conflicts.Stale as stale:
            return self._conflict(request, stale.statement)

    def _conflict(self, request: HttpRequest, statement: Statement) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = self.get_form(request, statement, change=True)(request.POST, instance=statement)
        formsets, _inlines = self._create_formsets(request, statement, change=True)  # type: ignore[attr-defined]
        seen = conflicts.entry_seen(statement, request.POST.get("seen", ""))
        found = conflicts.differences(form, seen)
        chosen = [one.name for one in found if one.values or one.untouched]
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Somebody else saved this statement while you were at it"),
            "opts": self.opts,
            "original": statement,
            "seen": conflicts.newest_entry(statement),
            "differences": found,
            "rows": [row for formset in formsets for row in conflicts.rows(formset)],
            "carried": conflicts.carried(request.POST, formsets, chosen),
            "may_go_on": self.has_change_permission(request, statement),
        }
        template = "admin/statements/statement/conflict.html"
        return TemplateResponse(request, template, context, status=409)
