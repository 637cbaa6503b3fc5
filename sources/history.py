"""Who changed what, when: django-simple-history, at less cost for every save."""

from functools import cache
from typing import Any

from django.db.models import ForeignKey, Model
from simple_history import models
from simple_history.manager import HistoricalQuerySet, HistoryManager

CREATED = "+"  # in the column `history_type`


class Manager(HistoryManager):
    """The manager of a model's history, whose class is made once and not at every save."""

    @classmethod
    @cache
    def from_queryset(
        cls, queryset_class: type[HistoricalQuerySet], class_name: str | None = None
    ) -> type[HistoryManager]:
        return super().from_queryset(queryset_class, class_name)


class HistoricalRecords(models.HistoricalRecords):
    """Keeps a row for every save of a model. Takes the options of the library's."""

    def __init__(self, **options: Any) -> None:
        super().__init__(history_manager=Manager, **options)

    def copy_fields(self, model: type[Model]) -> dict[str, Any]:
        """Copy the fields of a record, or of a link of one, for its history.

        A history is asked for by the record, and its links by the entry. An index on all that a
        record points to would only cost every save.
        """
        copied: dict[str, Any] = super().copy_fields(model)
        for one in copied.values():
            if isinstance(one, ForeignKey) or model._meta.auto_created:
                one.db_index = False
        return copied

    def create_historical_record_m2ms(self, history_instance: Any, instance: Model) -> None:
        """Copy the links of a record as they are; the library loads what is at their ends."""
        if history_instance.history_type == CREATED:
            return  # nothing can be linked with it yet
        for field in history_instance._history_m2m_fields:
            through, kept = field.remote_field.through, self.m2m_models[field]
            names = [one.attname for one in through._meta.concrete_fields]
            links = through._base_manager.filter(**{field.m2m_field_name(): instance.pk})
            kept._base_manager.bulk_create(
                [kept(history=history_instance, **link) for link in links.values(*names)]
            )
