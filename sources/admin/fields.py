"""Widgets of the editorial forms that suit a register."""

from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.db import models

from sources.admin.lists import RecordSelect, RecordSelectMultiple, RecordsField

ROWS = {"text": 6, "original_text": 3, "body": 16, "summary": 3, "bio": 6}  # of text boxes; else 2


class RecordFields(BaseModelAdmin):
    """Widgets that suit a register: relations are found by typing, text boxes fit their texts."""

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, models.TextField) and field:
            field.widget.attrs["rows"] = ROWS.get(db_field.name, 2)
        if db_field.is_relation and field:  # a cross beside a choice is for emptying it
            field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if self._found_by_typing(db_field):
            kwargs.setdefault("widget", RecordSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if self._found_by_typing(db_field):
            kwargs.setdefault("widget", RecordSelectMultiple(db_field, self.admin_site))
            kwargs.setdefault("form_class", RecordsField)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_field_queryset(self, db: Any, db_field: Any, request: Any) -> Any:
        """The records as their own list shows them, with what their names need."""
        if self._found_by_typing(db_field):
            return self.admin_site.get_model_admin(db_field.related_model).get_queryset(request)
        return super().get_field_queryset(db, db_field, request)

    def _found_by_typing(self, db_field: Any) -> bool:
        model = db_field.related_model
        registered = self.admin_site.is_registered(model)
        return registered and bool(self.admin_site.get_model_admin(model).search_fields)
