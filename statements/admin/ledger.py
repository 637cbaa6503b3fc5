"""The ledger, to be looked at only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from sources.admin.lists import SafeListAdmin
from statements.models import LedgerEntry


@admin.register(LedgerEntry)
class LedgerEntryAdmin(SafeListAdmin):
    """For everybody who may log in: it is public anyway."""

    list_display = ["number", "made_at", "action", "model", "record_id", "sha256"]
    list_filter = ["action", "model"]
    search_fields = ["record_id", "sha256", "hash"]
    list_per_page = 50

    def has_module_permission(self, request: HttpRequest) -> bool:
        return True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
