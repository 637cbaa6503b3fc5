"""What is counted, and the numbers that were claimed."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from sources.admin.base import RecordAdmin
from statements.admin.concerns import ConcernFilter
from statements.admin.corrections import CorrectingAdmin, CorrectionForm
from statements.admin.figure_checks import CheckedAdmin
from statements.admin.withdrawing import WithdrawingAdmin
from statements.models import Figure, Indicator


@admin.register(Indicator)
class IndicatorAdmin(RecordAdmin):
    list_display = ["label", "unit", "code", "figure_count"]
    search_fields = ["label", "code", "unit"]
    counted = "figures"
    prepopulated_fields = {"code": ["label"]}
    fields = [("label", "code", "unit"), "definition"]

    @admin.display(description=_("figures"), ordering="linked")
    def figure_count(self, obj: Any) -> int:
        return int(obj.linked)


class FigureForm(CorrectionForm):
    part_of = ("statement",)


@admin.register(Figure)
class FigureAdmin(CheckedAdmin, CorrectingAdmin, WithdrawingAdmin):
    form = FigureForm
    list_display = [
        "value_as_printed",
        "indicator",
        "state_badge",
        "claimant",
        "period_start",
        "period_end",
    ]
    list_filter = [
        "status",
        ConcernFilter,
        "qualifier",
        "unit_disputed",
        ("indicator", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["indicator", "speaker", "organisation"]
    named_with = ("indicator",)
    search_fields = ["value_as_printed", "indicator__label", "speaker__name", "organisation__name"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "indicator",
                    ("value", "value_as_printed", "qualifier"),
                    ("period_start", "period_end", "period_basis"),
                    "place",
                ]
            },
        ),
        (
            _("Who says so, and where"),
            {"fields": [("speaker", "organisation"), ("statement", "source")]},
        ),
        (
            _("Beside other figures"),
            {
                "fields": [
                    "part_of",
                    ("compared_with", "comparison_as_printed"),
                    "unit_disputed",
                    "note",
                ]
            },
        ),
    ]

    @admin.display(description=_("claimant"), ordering="speaker__sort_name")
    def claimant(self, obj: Figure) -> str:
        return str(obj.speaker or obj.organisation)
