"""The words by which statements are described, and the texts of the site."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from sources.admin.base import RecordAdmin
from sources.admin.publication import PublishableAdmin
from statements.models import Function, Page, Stance, Topic


def statements_of(name: str, obj: Any) -> str:
    """The number of statements, leading to their list."""
    address = reverse("admin:statements_statement_changelist")
    return format_html('<a href="{}?{}={}">{}</a>', address, name, obj.pk, obj.linked)


@admin.register(Topic)
class TopicAdmin(PublishableAdmin):
    list_display = ["name", "state_badge", "name_local", "linked_count"]
    list_filter = ["status"]
    search_fields = ["name", "name_local", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    fields = [("name", "slug"), "name_local", "description"]
    counted = "statements"

    @admin.display(description=_("statements"), ordering="linked")
    def linked_count(self, obj: Topic) -> str:
        return statements_of("topics__id__exact", obj)


class WordAdmin(RecordAdmin):
    """A word of the vocabulary; one that is in use cannot be deleted."""

    list_display = ["label", "code", "order", "definition"]
    search_fields = ["label", "code"]
    prepopulated_fields = {"code": ["label"]}
    fields = [("label", "code"), "definition", "order"]
    used_by = ""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        unused = obj is None or not getattr(obj, self.used_by).exists()
        return unused and super().has_delete_permission(request, obj)


@admin.register(Function)
class FunctionAdmin(WordAdmin):
    used_by = "statements"


@admin.register(Stance)
class StanceAdmin(WordAdmin):
    list_display = ["label", "code", "order", "side", "definition"]
    fields = [*WordAdmin.fields, "side"]
    used_by = "positions"


@admin.register(Page)
class PageAdmin(RecordAdmin):
    list_display = ["title", "slug"]
    search_fields = ["title", "body"]
    prepopulated_fields = {"slug": ["title"]}
