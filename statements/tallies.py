"""How many public statements speakers, topics and organisations have, without counting them."""

from collections.abc import Iterable, Mapping
from heapq import nlargest
from operator import itemgetter
from typing import Any, TypeVar

from django.db.models import Count

from statements.loaded import Loaded
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
    return _with_numbers(records, tally(facet))


def _with_numbers(records: Iterable[Record], known: dict[int, int]) -> list[Record]:
    found = list(records)
    for record in found:
        record.n = known.get(record.pk, 0)
    return found


def most_heard(records: Loaded[Record], facet: str, most: int) -> list[Record]:
    """So many of the records, those with the most statements first; equals by their own order.

    `records` gives them by number.
    """
    # More than are wanted, since some of those that lead may not be among the records.
    known = _leading(facet, most * 2)
    found = _with_numbers(records.records(list(known)), known)
    return sorted(found, key=lambda one: -one.n)[:most]


def _leading(facet: str, most: int) -> dict[int, int]:
    """So many with the most statements, and their equals, by the id of a record."""
    standing = worker.current()
    if standing is None:
        return _first(tally(facet), most)
    counts = standing.totals(facet).counts
    return standing.once(f"{most} leading of {facet}", lambda: _first(counts, most))


def _first(counts: Mapping[Any, int], most: int) -> dict[int, int]:
    limit = min(nlargest(most, counts.values()), default=1)
    leading = [(key, n) for key, n in counts.items() if n >= limit]
    if len(leading) > MOST_LEADING:
        leading = nlargest(MOST_LEADING, leading, key=itemgetter(1))
    return {int(key): n for key, n in leading if str(key).isdigit()}
