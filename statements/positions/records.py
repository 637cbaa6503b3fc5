"""Records made of columns that were read already.

They are what Django makes of `only`: what was not read is asked for when it is used. But they are
made at a tenth of the cost, and those that many others name are made once.
"""

from typing import Any, TypeVar

from django.db.models import Model
from django.db.models.base import ModelState

Made = TypeVar("Made", bound=Model)


def record(model: type[Made], using: str, **columns: Any) -> Made:
    """The record of a model with these columns, by their names in the model, the number as `id`."""
    one = model.__new__(model)
    one._state = state = ModelState()
    state.adding, state.db = False, using
    one.__dict__.update(columns)
    return one


def relate(one: Model, **records: Model | None) -> None:
    """Set the records that one names, so that they are not asked for."""
    one._state.fields_cache.update(records)


def hold(one: Model, **lists: list[Any]) -> None:
    """Set the lists of records that name one, so that they are not asked for."""
    one._prefetched_objects_cache = lists  # type: ignore[attr-defined]


def adopt(one: Made, known: Made) -> None:
    """Set all of the same that is known of another copy of a record."""
    one._state.fields_cache.update(known._state.fields_cache)
    hold(one, **getattr(known, "_prefetched_objects_cache", {}))


class Shared:
    """Records of which many others name the same: made once each."""

    def __init__(self, using: str) -> None:
        self.using = using
        self.made: dict[tuple[type[Model], int], Any] = {}

    def of(self, model: type[Model], pk: int | None, **columns: Any) -> Any:
        """The record with this number; None for none."""
        if pk is None:
            return None
        if (model, pk) not in self.made:
            self.made[model, pk] = record(model, self.using, id=pk, **columns)
        return self.made[model, pk]
