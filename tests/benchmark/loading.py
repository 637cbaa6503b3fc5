"""Plain loading: what `bulk_create` of Django makes a second, with no search index and no history.

    python -m tests.benchmark.within loading

copies statements of the corpus with their topics and citations, takes it all back, and tells the
median of some times.
"""

import json
import sys
import time
from itertools import chain
from statistics import median
from typing import Any

from django.db import transaction

from statements.models import Citation, Statement

MOST = 10_000
TIMES = 5
BATCH = 500
Through = Statement.topics.through


def main() -> None:
    json.dump({"rate": median(rate() for _time in range(TIMES))}, sys.stdout)


def rate() -> float:
    """Statements a second."""
    rows = list(Statement.objects.published().order_by("pk")[:MOST])
    with transaction.atomic():
        taken = copied(rows)
        transaction.set_rollback(True)
    return len(rows) / taken


def copied(rows: list[Statement]) -> float:
    """Store these statements once more; the seconds that Django takes for it."""
    places = {row.pk: place for place, row in enumerate(rows)}
    topics: list[Any] = list(Through.objects.filter(statement_id__in=places))
    citations = list(Citation.objects.filter(statement_id__in=places))
    for record in chain(rows, topics, citations):
        record.pk, record._state.adding = None, True
    start = time.perf_counter()
    Statement.objects.bulk_create(rows, batch_size=BATCH)
    for part in chain(topics, citations):
        part.statement_id = rows[places[part.statement_id]].pk
    Through.objects.bulk_create(topics, batch_size=BATCH)
    Citation.objects.bulk_create(citations, batch_size=BATCH)
    return time.perf_counter() - start
