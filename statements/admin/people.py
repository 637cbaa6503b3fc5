"""Speakers with their names and offices, and organisations."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from sources.admin.base import RecordAdmin, RecordForm, RecordInline
from sources.admin.publication import PublishableAdmin
from statements.admin.concerns import ConcernFilter
from statements.admin.vocabulary import statements_of
from statements.models import Alias, Organisation, Role, Speaker


class AliasInline(RecordInline, admin.TabularInline):
    model = Alias
    fields = ["text", "kind", "language", "valid_from", "valid_to", "auto_match"]


class RoleInline(RecordInline, admin.StackedInline):
    model = Role
    fields = [
        ("title", "title_local"),
        ("organisation", "acting"),
        ("start", "end", "first_cited", "last_cited"),
        ("confidence", "source_note"),
    ]


@admin.register(Speaker)
class SpeakerAdmin(PublishableAdmin):
    list_display = ["name", "state_badge", "name_local", "country", "linked_count"]
    list_filter = ["status", ("country", admin.RelatedOnlyFieldListFilter), "confidence"]
    list_select_related = ["country"]
    search_fields = ["name", "name_local", "sort_name", "slug", "aliases__text"]
    prepopulated_fields = {"slug": ["name"]}
    counted = "statements"
    inlines = [AliasInline, RoleInline]
    fieldsets = [
        (None, {"fields": [("name", "slug"), ("name_local", "sort_name"), ("country", "gender")]}),
        (_("About"), {"fields": ["bio", ("born_on", "wikidata_id"), "confidence", "notes"]}),
    ]

    @admin.display(description=_("statements"), ordering="linked")
    def linked_count(self, obj: Speaker) -> str:
        return statements_of("speaker__id__exact", obj)


class RoleForm(RecordForm):
    part_of = ("speaker",)


@admin.register(Role)
class RoleAdmin(RecordAdmin):
    form = RoleForm
    list_display = ["title", "speaker", "organisation", "start", "end", "acting"]
    list_filter = ["acting", ConcernFilter, ("organisation", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["speaker", "organisation"]
    named_with = ("speaker",)
    search_fields = ["title", "title_local", "speaker__name", "speaker__aliases__text"]
    fields = ["speaker", *RoleInline.fields]


@admin.register(Organisation)
class OrganisationAdmin(PublishableAdmin):
    list_display = ["name", "state_badge", "short_name", "kind", "country", "linked_count"]
    list_filter = ["status", "kind", ("country", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    search_fields = ["name", "name_local", "short_name", "other_names", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    counted = "statements"
    fieldsets = [
        (None, {"fields": [("name", "slug"), ("name_local", "short_name"), "other_names"]}),
        (
            _("About"),
            {"fields": [("kind", "parent"), "country", "home_page", "wikidata_id", "note"]},
        ),
    ]

    @admin.display(description=_("statements"), ordering="linked")
    def linked_count(self, obj: Organisation) -> str:
        return statements_of("organisation__id__exact", obj)
