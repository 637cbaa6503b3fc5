"""Rows that are locked before they are changed, by everybody in the same order.

So two people who need the same rows wait for one another in turn, and never both at once.
"""

from collections.abc import Iterable

from django.db import connection, models

Row = tuple[type[models.Model], int]


def lock(rows: Iterable[Row]) -> None:
    """Lock these rows until the transaction ends; outside of one there is nothing to lock.

    Others may still refer to them, so that an entry that only names a locked record is not held up.
    """
    if not connection.in_atomic_block:
        return
    for model, keys in _ordered(rows):
        same = model._base_manager.filter(pk__in=keys).order_by("pk")
        list(same.select_for_update(no_key=True).values_list("pk"))


def _ordered(rows: Iterable[Row]) -> list[tuple[type[models.Model], list[int]]]:
    by_model: dict[type[models.Model], list[int]] = {}
    for model, key in sorted(set(rows), key=lambda row: (row[0]._meta.label, row[1])):
        by_model.setdefault(model, []).append(key)
    return list(by_model.items())
