"""What editors tell readers about figures that do not add up."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from sources.admin.lists import is_key
from statements.admin.figure_checks import CheckedAdmin
from statements.admin.withdrawing import WithdrawingAdmin
from statements.models import Figure, FigureNote


@admin.register(FigureNote)
class FigureNoteAdmin(CheckedAdmin, WithdrawingAdmin):
    list_display = ["figure", "rule", "state_badge", "note"]
    list_filter = ["status", "rule"]
    list_select_related = ["figure__indicator"]
    named_with = ("figure__indicator",)
    search_fields = ["note", "figure__value_as_printed", "figure__indicator__label"]
    fields = ["figure", "rule", "note"]

    def checked(self, request: HttpRequest, obj: FigureNote | None) -> Figure | None:
        """The figure that the note is about, or is to be about."""
        if obj is not None:
            return obj.figure
        asked: Any = request.GET.get("figure", "")
        return Figure.objects.filter(pk=asked).first() if is_key(asked) else None
