"""Forms and lists for what was published, and where."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources.admin.base import RecordAdmin, RecordForm
from sources.admin.captures import WithCaptures  # and registers the captures
from sources.admin.publication import PublishableAdmin
from sources.models import Country, Outlet, Source


@admin.register(Country)
class CountryAdmin(RecordAdmin):
    list_display = ["name", "iso2", "name_local"]
    search_fields = ["name", "name_local", "iso2", "slug"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Outlet)
class OutletAdmin(PublishableAdmin):
    list_display = ["name", "state_badge", "country", "ownership", "languages", "statement_count"]
    list_filter = ["status", "ownership", ("country", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    search_fields = ["name", "slug", "home_page"]
    prepopulated_fields = {"slug": ["name"]}
    counted = "sources__citations__statement"
    fieldsets = [
        (None, {"fields": [("name", "slug"), ("country", "languages"), ("ownership", "state")]}),
        (_("More"), {"fields": ["home_page", "note"]}),
    ]


class SourceForm(RecordForm):
    def _post_clean(self) -> None:
        """Makes the source that has this address already a link to it."""
        super()._post_clean()  # type: ignore[misc]
        same = self.instance.with_same_address() if "url" in self.errors else None
        if same:
            said = format_html(
                gettext('This address is recorded already: <a href="{}">{}</a>.'),
                reverse("admin:sources_source_change", args=[same.pk]),
                same,
            )
            self.errors["url"] = self.error_class([said])


@admin.register(Source)
class SourceAdmin(WithCaptures, PublishableAdmin):
    form = SourceForm
    list_display = ["headline", "state_badge", "outlet", "kind", "published", "statement_count"]
    list_filter = ["status", "kind", "language", ("outlet", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["outlet"]
    named_with = ("outlet",)
    date_hierarchy = "published_on_latest"
    search_fields = ["title", "authors", "url", "outlet__name"]
    counted = "citations__statement"
    fieldsets = [
        (None, {"fields": ["outlet", ("kind", "language"), "title", "authors", "url"]}),
        (_("When"), {"fields": [("published_on", "accessed_on")]}),
        (_("Kept copy"), {"fields": [("archive_url", "archived_on")]}),
        (_("More"), {"fields": ["cites", "notes"]}),
    ]

    @admin.display(description=_("title"), ordering="title")
    def headline(self, obj: Source) -> str:
        return obj.title or obj.url or gettext("Untitled")

    @admin.display(description=_("published on"), ordering="published_on_latest")
    def published(self, obj: Source) -> str:
        return obj.published_on.words() if obj.published_on else "–"
