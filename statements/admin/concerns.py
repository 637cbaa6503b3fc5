"""Evidence health: what is lacking, counted, and the lists of the records behind each count."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources.admin.records import SourceAdmin
from statements import health


class ConcernFilter(admin.SimpleListFilter):
    """Only the records of which `statements.health` says that they lack something."""

    title = _("evidence")
    parameter_name = "concern"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:
        own = [one for one in health.CONCERNS if one.model is model_admin.model]
        return [(one.code, one.label) for one in own]

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        for concern in health.CONCERNS:
            if concern.code == self.value() and concern.model is queryset.model:
                return queryset.filter(concern.condition())
        return queryset


class HealthPage(admin.ModelAdmin):
    """The page `health/` of the statements."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.health_view)
        return [path("health/", view, name="statements_statement_health"), *super().get_urls()]

    def health_view(self, request: HttpRequest) -> HttpResponse:
        """Each count leads to the list of what was counted."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Evidence health"),
            "opts": self.opts,
            "concerns": [_counted(one) for one in health.CONCERNS],
        }
        return TemplateResponse(request, "admin/statements/statement/health.html", context)


def _counted(concern: health.Concern) -> dict[str, Any]:
    meta = concern.model._meta
    shown = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    address = f"{shown}?{ConcernFilter.parameter_name}={concern.code}"
    return {"label": concern.label, "count": concern.count(), "address": address}


def filter_sources() -> None:
    """Gives the list of sources its filter, which an app below this one cannot know."""
    if ConcernFilter not in SourceAdmin.list_filter:
        SourceAdmin.list_filter = [*SourceAdmin.list_filter, ConcernFilter]
