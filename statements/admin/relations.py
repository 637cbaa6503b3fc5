"""Relations between statements: entered by hand, listed, and shown with each statement."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sources.admin.base import NOT_SAVED, RecordAdmin, RecordForm, is_draft, reasons
from sources.admin.history import HistoryAdmin
from statements.admin.door import Door
from statements.admin.relation_queue import RelationQueue
from statements.models import Relation, Statement


class RelationForm(RecordForm):
    def _get_validation_exclusions(self) -> set[str]:
        """Whether the two are linked already, the workflow knows: what is rejected may be entered
        again by hand."""
        return {*super()._get_validation_exclusions(), "kind"}  # type: ignore[misc]


@admin.register(Relation)
class RelationAdmin(RelationQueue, RecordAdmin):
    form = RelationForm
    list_display = ["statement", "kind", "target", "state_badge", "rule", "decided_by"]
    list_filter = ["state", "kind", "rule"]
    list_select_related = [
        "statement__speaker", "statement__organisation", "target__speaker",
        "target__organisation", "decided_by",
    ]  # fmt: skip
    named_with = tuple(list_select_related)
    search_fields = ["statement__text", "statement__summary", "target__text", "target__summary"]
    fields = ["statement", "kind", "target", "note"]
    actions = ["reject_selected"]

    @admin.display(description=_("state"), ordering="state")
    def state_badge(self, obj: Relation) -> str:
        return format_html(
            '<span class="state state-{}">{}</span>', obj.state, obj.get_state_display()
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["statement", "target", "state_badge"] if obj else []

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*self.fields, "state_badge"] if obj else self.fields

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only with the draft it leads to: what is rejected is kept, so that it stays so."""
        if obj is None or not (is_draft(obj.statement) or is_draft(obj.target)):
            return False
        return HistoryAdmin.has_delete_permission(self, request, obj)

    def save_model(self, request: Any, obj: Relation, form: Any, change: bool) -> None:
        """By hand means confirmed."""
        said = {"kind": obj.kind, "note": obj.note, "by": request.user}
        if change:
            Door().amend(relation=obj, **said)
        else:
            made = Door().relate(statement=obj.statement, target=obj.target, **said)
            obj.pk = made.pk
        obj.refresh_from_db()

    @admin.action(description=_("Reject selected"), permissions=["change"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Takes back what is confirmed, and keeps what is suggested from coming again."""
        rejected = 0
        for relation in queryset:
            try:
                Door().reject(relation=relation, by=request.user)
                rejected += 1
            except NOT_SAVED as error:
                said = f"{relation}: {' '.join(reasons(error))}"
                self.message_user(request, said, messages.ERROR)
        if rejected:
            said = ngettext("%d relation is rejected.", "%d relations are rejected.", rejected)
            self.message_user(request, said % rejected, messages.SUCCESS)


class WithRelations(admin.ModelAdmin):
    """A statement's form with its relations below it."""

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        statement = context["original"]
        if statement is not None and request.user.has_perm("statements.view_relation"):
            context["relations"] = relations_of(statement)
        return super().render_change_form(request, context, *args, **kwargs)


def relations_of(statement: Statement) -> QuerySet[Relation]:
    """All relations of a statement, suggested and rejected ones too."""
    found = Relation.objects.filter(Q(statement=statement) | Q(target=statement))
    return found.select_related(*RelationAdmin.list_select_related).order_by("state", "pk")
