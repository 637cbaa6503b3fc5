"""Records with a public face: their state in lists and forms, and the buttons that publish."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sources.admin_base import RecordAdmin, fresh, is_draft, may_publish
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

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Offers to publish drafts, to those who may; never in a pop-up."""
        allowed = self.has_publish_permission(request) and is_draft(context["original"])
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
        published = sum(
            self._publish_one(request, pk) for pk in queryset.values_list("pk", flat=True)
        )
        if published:
            said = ngettext("%d record is published.", "%d records are published.", published)
            self.message_user(request, said % published, messages.SUCCESS)

    def _publish_one(self, request: HttpRequest, pk: int) -> bool:
        try:
            with transaction.atomic():
                record = self.model._default_manager.select_for_update().get(pk=pk)
                self.workflow.publish(record=record, by=request.user)
        except ValidationError as error:
            said = f"{record}: {' '.join(error.messages)}"
            self.message_user(request, said, messages.ERROR)
            return False
        return True
