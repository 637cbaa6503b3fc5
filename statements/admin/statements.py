"""Statements, with all that is said of one on one screen."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sources.admin.base import fresh, may_publish, may_submit
from sources.publication import Status
from statements import duplicates
from statements.admin import decisions, queue
from statements.admin.concerns import ConcernFilter, HealthPage
from statements.admin.conflict_page import ConflictPage
from statements.admin.corrections import CorrectingAdmin
from statements.admin.door import Door
from statements.admin.figure_checks import told_of
from statements.admin.importing import ImportPage
from statements.admin.relations import WithRelations
from statements.admin.reviewing import ReviewPages
from statements.admin.statement_form import StatementForm
from statements.admin.statement_rows import CitationInline, EvidenceInline, FigureInline
from statements.admin.withdrawing import WithdrawingAdmin
from statements.models import Statement


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


@admin.register(Statement)
class StatementAdmin(
    WithRelations, HealthPage, ImportPage, ReviewPages, ConflictPage, CorrectingAdmin,
    WithdrawingAdmin,
):  # fmt: skip
    form = StatementForm
    change_form_template = "admin/statements/statement/change_form.html"
    list_display = ["words_in_short", "state_badge", "claimant_name", "date_in_words", "kind"]
    list_filter = [
        "status",
        ConcernFilter,
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
    actions = ["submit_selected", "publish_selected"]
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

    # Reviewing

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        asked = self.asked_of_reviewer(request, obj)
        return [*fieldsets, (_("Review"), {"fields": asked})] if asked else fieldsets

    def asked_of_reviewer(self, request: HttpRequest, obj: Statement | None) -> list[str]:
        """The fields whose words a reviewer's decision may need."""
        buttons = self.buttons(request, obj) if obj else {}
        asked = {
            "send_back_note": buttons.get("show_send_back"),
            "let_through_reason": buttons.get("show_let_through"),
        }
        return [name for name, wanted in asked.items() if wanted]

    def buttons(self, request: HttpRequest, obj: Statement | None) -> dict[str, bool]:
        """Which decisions this person is offered for this statement, None for a new one."""
        status = obj.status if obj else Status.DRAFT
        open_ = status in {Status.DRAFT, Status.IN_REVIEW}
        reviews = open_ and queue.may_review(request.user, obj)
        return {
            "show_submit": status == Status.DRAFT and may_submit(request.user, Statement),
            "show_publish": reviews,
            "show_let_through": reviews and obj is not None and queue.is_unverified(obj),
            "show_send_back": status == Status.IN_REVIEW and may_publish(request.user, Statement),
        }

    def may_publish_now(self, request: HttpRequest, obj: Any) -> bool:
        return self.buttons(request, obj)["show_publish"]

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        decision = decisions.pressed(request.POST, decisions.BESIDE_PUBLISHING)
        if decision:
            words = form.cleaned_data.get(decision.asks, "")
            decision.take(fresh(form.instance), request.user, words)
            self.message_user(request, decision.said % form.instance, messages.SUCCESS)
        for other in duplicates.same_words(form.instance):
            self.message_user(request, _same_words(other), messages.WARNING)

    def has_submit_permission(self, request: HttpRequest) -> bool:
        return may_submit(request.user, Statement)

    @admin.action(description=_("Submit selected for review"), permissions=["submit"])
    def submit_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Submits each that can be, and says of each other why not."""
        submitted = self.for_each(request, queryset, Door().submit)
        if submitted:
            said = ngettext("%d statement is in review.", "%d statements are in review.", submitted)
            self.message_user(request, said % submitted, messages.SUCCESS)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        context |= self.buttons(request, context["original"])
        context["told"] = told_of(context["original"], request.user) if context["original"] else []
        return super().render_change_form(request, context, *args, **kwargs)


def _same_words(other: Statement) -> str:
    return format_html(
        '{} <a href="{}">{}</a>',
        gettext("The same words stand in the same source already:"),
        reverse("admin:statements_statement_change", args=[other.pk]),
        other,
    )
