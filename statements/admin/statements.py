"""Statements, with all that is said of one on one screen; their citations and events."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources.admin_base import RecordAdmin, RecordForm
from sources.admin_publication import PublishableAdmin
from statements import duplicates
from statements.admin.door import Door
from statements.admin.statement_rows import CitationInline, EvidenceInline, FigureInline
from statements.admin.vocabulary import statements_of
from statements.models import Citation, Event, Statement


class PrecisionFilter(admin.SimpleListFilter):
    """How much of the date is known."""

    title = _("precision of the date")
    parameter_name = "precision"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:
        return [("day", _("Day")), ("less", _("Month or year only")), ("none", _("No date"))]

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "day":
                return queryset.filter(said_on_earliest=F("said_on_latest"))
            case "less":
                return queryset.filter(said_on_earliest__lt=F("said_on_latest"))
            case "none":
                return queryset.filter(said_on__isnull=True)
        return queryset


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text=_("Readers will see it in place of the statement."),
    )


@admin.register(Statement)
class StatementAdmin(PublishableAdmin):
    change_form_template = "admin/statements/statement/change_form.html"
    list_display = ["words_in_short", "state_badge", "claimant_name", "date_in_words", "kind"]
    list_filter = [
        "status",
        "kind",
        ("speaker__country", admin.RelatedOnlyFieldListFilter),
        ("topics", admin.RelatedOnlyFieldListFilter),
        ("citations__source__outlet", admin.RelatedOnlyFieldListFilter),
        "functions",
        PrecisionFilter,
        "date_basis",
        "language",
    ]
    list_select_related = ["speaker", "organisation"]
    named_with = ("speaker", "organisation")
    date_hierarchy = "said_on_latest"
    search_fields = [
        "speaker__name", "speaker__name_local", "speaker__aliases__text", "organisation__name",
        "organisation__short_name", "text", "original_text", "summary",
    ]  # fmt: skip
    inlines = [CitationInline, EvidenceInline, FigureInline]
    fieldsets = [
        (
            _("Who"),
            {
                "fields": [
                    ("speaker", "organisation"),
                    ("role", "role_as_printed", "attributed_as"),
                ],
                "description": _("A speaker or an organisation, not both."),
            },
        ),
        (
            _("The words"),
            {
                "fields": [
                    ("kind", "language"), "text", "original_text", "original_language",
                    "summary", "context",
                ]
            },
        ),
        (
            _("When and where"),
            {
                "fields": [
                    ("said_on", "date_basis"), ("weekday_as_printed", "date_note"),
                    ("event", "venue"),
                ]
            },
        ),
        (_("About"), {"fields": ["topics", "functions", "acknowledges_problem"]}),
        (_("Notes of the editors"), {"fields": ["notes"]}),
    ]  # fmt: skip

    @admin.display(description=_("words"))
    def words_in_short(self, obj: Statement) -> str:
        return Truncator(obj.words).words(18)

    @admin.display(description=_("claimant"), ordering="speaker__sort_name")
    def claimant_name(self, obj: Statement) -> str:
        return str(obj.claimant)

    @admin.display(description=_("said on"), ordering="said_on_latest")
    def date_in_words(self, obj: Statement) -> str:
        return obj.said_on.words() if obj.said_on else "–"

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for other in duplicates.same_words(form.instance):
            self.message_user(request, _same_words(other), messages.WARNING)

    # Withdrawing

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.withdraw_view)
        name = "statements_statement_withdraw"
        return [path("<path:object_id>/withdraw/", view, name=name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        context["show_withdraw"] = self.may_withdraw(request, context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

    def may_withdraw(self, request: HttpRequest, statement: Statement | None) -> bool:
        shown = statement is not None and statement.is_published
        return shown and self.has_publish_permission(request)

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asks for the reason, then takes the statement back."""
        with transaction.atomic():
            statement = self.get_object(request, unquote(object_id))
            if statement is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
            if not self.may_withdraw(request, statement):
                raise PermissionDenied
            form = WithdrawalForm(request.POST or None)
            if form.is_valid() and self._withdrawn(request, statement, form):
                said = gettext("The statement is withdrawn; its reason stands in its place.")
                self.message_user(request, said, messages.SUCCESS)
                return redirect("admin:statements_statement_change", statement.pk)
        return self._withdrawal_page(request, statement, form)

    def _withdrawn(self, request: HttpRequest, statement: Statement, form: forms.Form) -> bool:
        reason = form.cleaned_data["reason"]
        try:
            Door().withdraw(record=statement, by=request.user, reason=reason)
        except ValidationError as error:
            form.add_error(None, error)
            return False
        self.log_change(request, statement, gettext("Withdrawn: %s") % reason)
        return True

    def _withdrawal_page(
        self, request: HttpRequest, statement: Statement, form: forms.Form
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Withdraw the statement"),
            "subtitle": str(statement),
            "opts": self.opts,
            "original": statement,
            "form": form,
        }
        return TemplateResponse(request, "admin/statements/statement/withdraw.html", context)


def _same_words(other: Statement) -> str:
    return format_html(
        '{} <a href="{}">{}</a>',
        gettext("The same words stand in the same source already:"),
        reverse("admin:statements_statement_change", args=[other.pk]),
        other,
    )


class CitationForm(RecordForm):
    part_of = ("statement",)


@admin.register(Citation)
class CitationAdmin(RecordAdmin):
    form = CitationForm
    list_display = ["statement", "source", "locator", "is_primary", "verification"]
    list_filter = ["verification", "is_primary"]
    list_select_related = ["statement__speaker", "statement__organisation", "source__outlet"]
    named_with = tuple(list_select_related)
    search_fields = ["source__title", "statement__text", "excerpt"]
    fields = ["statement", ("source", "capture"), "excerpt", ("locator", "is_primary")]


@admin.register(Event)
class EventAdmin(PublishableAdmin):
    list_display = ["name", "state_badge", "kind", "held", "city", "country", "linked_count"]
    list_filter = ["status", "kind", ("country", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    date_hierarchy = "held_on_latest"
    search_fields = ["name", "venue", "city", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    counted = "statements"
    fields = [
        ("name", "slug"), ("kind", "held_on"), ("venue", "city", "country"), "organiser", "note",
    ]  # fmt: skip

    @admin.display(description=_("held on"), ordering="held_on_latest")
    def held(self, obj: Event) -> str:
        return obj.held_on.words() if obj.held_on else "–"

    @admin.display(description=_("statements"), ordering="linked")
    def linked_count(self, obj: Any) -> str:
        return statements_of("event__id__exact", obj)
