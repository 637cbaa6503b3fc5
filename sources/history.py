"""Who changed what, when: django-simple-history, at less cost for every save."""

from functools import cache
from typing import Any

from simple_history import models
from simple_history.manager import HistoricalQuerySet, HistoryManager


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
