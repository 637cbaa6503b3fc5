"""Records with a public face: their state in lists and forms, and the buttons that publish."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sources.admin.base import NOT_SAVED, RecordAdmin, fresh, is_draft, may_publish, reasons
from sources.admin.locks import lock
from sources.publication import Publishable


class PublishableAdmin(RecordAdmin):
    """A record that is published by a button beside “Save”, or from the list."""

    actions = ["publish_selected"]

    @admin.display(description=_("status"), ordering="status")
    def state_badge(self, obj: Publishable) -> str:
        return format_html(
            '<span class="state state-{}">{}</span>', obj.status, obj.get_status_display()
        )

    def has_publish_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_publish(request.user, self.model)

    def may_publish_now(self, request: HttpRequest, obj: Any) -> bool:
        """Whether to offer it for this record, None for a new one."""
        return self.has_publish_permission(request) and is_draft(obj)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Offers to publish drafts, to those who may; never in a pop-up."""
        allowed = self.may_publish_now(request, context["original"])
        context["show_publish"] = allowed and not context["is_popup"]
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if "_publish" in request.POST:
            self.workflow.publish(record=fresh(form.instance), by=request.user)
            self.message_user(request, gettext("Published: %s") % form.instance, messages.SUCCESS)

    @admin.action(description=_("Publish selected"), permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Publishes each that can be, and says of each other why not."""
        published = self.for_each(request, queryset, self.workflow.publish)
        if published:
            said = ngettext("%d record is published.", "%d records are published.", published)
            self.message_user(request, said % published, messages.SUCCESS)

    def for_each(
        self, request: HttpRequest, queryset: models.QuerySet[Any], act: Callable[..., object]
    ) -> int:
        """Does it with each record by itself, and returns with how many it was done."""
        return sum(self._done(request, pk, act) for pk in queryset.values_list("pk", flat=True))

    def _done(self, request: HttpRequest, pk: int, act: Callable[..., object]) -> bool:
        record: Any = None
        try:
            with transaction.atomic():
                lock([(self.model, pk)])
                record = self.model._default_manager.filter(pk=pk).first()
                if record is not None:  # else it was deleted meanwhile
                    act(record=record, by=request.user)
        except NOT_SAVED as error:
            said = f"{record}: {' '.join(reasons(error))}"
            self.message_user(request, said, messages.ERROR)
            return False
        return record is not None
