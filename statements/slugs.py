"""Names of records in addresses. A name once used leads to its record for ever.

Whoever had the name last has it, unless another bears it now; a merged speaker's leads to the one
that they were merged into, however often that happened.
"""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.validators import slug_re
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from statements.loaded import Loaded

MOST_BEARERS = 20  # records that once had one name, of which the last ones are looked at


def shown(model: type[Model]) -> QuerySet[Any]:
    """The records of a model that addresses may name: the published ones, where that is a thing."""
    manager: Any = model._default_manager
    return manager.published() if hasattr(manager, "published") else manager.all()


def bearer(
    records: QuerySet[Any], name: str, field: str = "slug", today: Loaded[Any] | None = None
) -> Any:
    """The one of these records that has this name, or had it last; None if there is none.

    `today` gives those that have it now, where that is asked often.
    """
    if not slug_re.match(name):  # nothing is or was called so
        return None
    having = today.records([name]) if today else records.filter(**{field: name})[:1]
    record = next(iter(having), None)
    if record is not None:
        return survivor(records, record.pk) if getattr(record, "merged_into_id", None) else record
    bearers = (survivor(records, pk) for pk in _earlier(records.model, name, field))
    return next((record for record in bearers if record is not None), None)


def survivor(records: QuerySet[Any], pk: int) -> Any:
    """The record with this number, or the one that it was merged into; None if not of these."""
    model, seen = records.model, {pk}
    if not hasattr(model, "merged_into"):
        return records.filter(pk=pk).first()
    record = model._base_manager.filter(pk=pk, published_at__isnull=False).first()
    while record and record.merged_into_id and record.merged_into_id not in seen:
        seen.add(record.merged_into_id)
        record = model._base_manager.get(pk=record.merged_into_id)
    return (record and records.filter(pk=record.pk).first()) or records.filter(pk=pk).first()


def _earlier(model: Any, name: str, field: str) -> Iterable[int]:
    """The numbers of those that had the name, the last first."""
    earlier = model.history.filter(**{field: name}).order_by("-history_id")
    return dict.fromkeys(earlier.values_list("id", flat=True)[:MOST_BEARERS])


class AnyOfField(forms.ModelMultipleChoiceField):
    """Public records named by slug or code, any number of them; earlier names are understood."""

    default_error_messages = {
        "invalid_choice": _("“%(value)s” is not in this register."),
    }

    def __init__(self, queryset: QuerySet[Any], *, to_field_name: str, **options: Any) -> None:
        super().__init__(queryset, to_field_name=to_field_name, **options)
        self.field = to_field_name
        self.today: Loaded[Any] = Loaded(queryset, to_field_name)
        self.known: dict[str, Any] = {}  # by name, those that need not be looked up

    def clean(self, value: Any) -> Any:
        """The records, each once. One query for all of them, and more only for earlier names."""
        names = list(dict.fromkeys(map(str, value or [])))
        found = [self.known[name] for name in names if name in self.known]
        others = [name for name in names if name not in self.known and slug_re.match(name)]
        found += self.today.records(others)
        today = {getattr(one, self.field) for one in found}
        found += [self._earlier(name) for name in names if name not in today]
        if any(getattr(one, "merged_into_id", None) for one in found):
            found = [survivor(self._records, one.pk) for one in found]
        return list(dict.fromkeys(found))

    def know(self, records: Iterable[Any]) -> None:
        """Take note of public records that were looked up already, those of this model."""
        own = [one for one in records if isinstance(one, self._records.model)]
        self.known = {getattr(one, self.field): one for one in own}

    def _earlier(self, name: str) -> Any:
        """The record that once had this name. Raises ValidationError if there is none."""
        record = bearer(self._records, name, self.field)
        if record is None:
            message = self.error_messages["invalid_choice"]
            raise forms.ValidationError(message, "invalid_choice", {"value": name})
        return record

    @property
    def _records(self) -> QuerySet[Any]:
        return cast("QuerySet[Any]", self.queryset)
