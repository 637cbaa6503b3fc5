"""How many public statements speakers, topics and organisations have, without counting them."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Count, QuerySet

from statements.models import Statement
from statements.postings import worker

MOST_LEADING = 1_000  # records looked at
Record = TypeVar("Record", bound=Any)
#: The way from a statement to the records of a facet.
PATHS = {"speaker": "speaker", "organisation": "organisation", "topic": "topics"}


def tally(facet: str) -> dict[int, int]:
    """The number of published statements by the id of a record; without those that have none."""
    standing = worker.current()
    if standing is None:
        path = PATHS[facet]
        rows = Statement.objects.published().filter(**{f"{path}__isnull": False})
        counted = rows.order_by().values_list(path).annotate(n=Count("pk"))
        return dict(counted)
    sets = standing.sets[facet].items()
    return {int(value): len(bits) for value, bits in sets if bits and value.isdigit()}


def tallied(records: Iterable[Record], facet: str) -> list[Record]:
    """The records with `n`, how many published statements each has."""
    known, found = tally(facet), list(records)
    for record in found:
        record.n = known.get(record.pk, 0)
    return found


def most_heard(records: QuerySet[Record], facet: str, most: int) -> list[Record]:
    """So many of the records, those with the most statements first; equals by their own order."""
    known = tally(facet)
    # More than are wanted, since some of those that lead may not be among the records.
    limit = sorted(known.values(), reverse=True)[most * 2 - 1 : most * 2] or [1]
    leading = [pk for pk, n in known.items() if n >= limit[0]]
    if len(leading) > MOST_LEADING:
        leading = sorted(leading, key=lambda pk: -known[pk])[:MOST_LEADING]
    found = tallied(records.filter(pk__in=leading), facet)
    return sorted(found, key=lambda one: -one.n)[:most]
