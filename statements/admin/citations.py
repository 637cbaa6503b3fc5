"""Citations in a form and a list of their own."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from statements.admin.concerns import ConcernFilter
from statements.admin.corrections import CorrectingAdmin, CorrectionForm
from statements.admin.passages import in_short, with_a_word
from statements.models import Citation


class CitationForm(CorrectionForm):
    part_of = ("statement",)

    def clean_excerpt(self) -> str:
        return with_a_word(self.cleaned_data["excerpt"])


@admin.register(Citation)
class CitationAdmin(CorrectingAdmin):
    form = CitationForm
    list_display = ["statement", "source", "locator", "is_primary", "verification"]
    list_filter = ["verification", ConcernFilter, "is_primary"]
    list_select_related = ["statement__speaker", "statement__organisation", "source__outlet"]
    named_with = tuple(list_select_related)
    search_fields = ["source__title", "statement__text", "excerpt"]
    fields = [
        "statement", ("source", "capture"), "excerpt", ("locator", "is_primary"), "checked",
    ]  # fmt: skip
    readonly_fields = ["checked"]

    @admin.display(description=_("verification"))
    def checked(self, obj: Citation | None) -> str:
        return in_short(obj)
