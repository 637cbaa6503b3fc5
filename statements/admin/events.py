"""Occasions on which something was said."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from sources.admin.publication import PublishableAdmin
from statements.admin.vocabulary import statements_of
from statements.models import Event


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
