"""What tests of the postings share: the course of a request, and what a worker asks and knows."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection

from statements.postings.crossing import ASKED
from statements.postings.names import RECORDS
from statements.postings.standing import Standing
from statements.postings.values import FACETS, POSITION


@contextlib.contextmanager
def in_a_request() -> Iterator[None]:
    """What happens within is one request."""
    with _connections_kept():
        request_started.send(sender=None)
    try:
        yield
    finally:
        with _connections_kept():
            request_finished.send(sender=None)


@contextlib.contextmanager
def _connections_kept() -> Iterator[None]:
    """As with Django's own test client, the transaction of the test outlives a request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


@contextlib.contextmanager
def asked_for_changes() -> Iterator[list[str]]:
    """The queries within that ask what changed behind the last change known."""
    asked: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        if "seq >=" in sql:
            asked.append(sql)
        return execute(sql, *given)

    with connection.execute_wrapper(note):
        yield asked


def fresh() -> Standing:
    """A worker that has just begun, and was asked for every value since."""
    standing = Standing("default")
    standing.refresh()
    assert list(miscounted(standing)) == []
    return standing


def known(standing: Standing) -> dict[str, Any]:
    """All that a worker knows of the statements, whatever the way it learnt it."""
    sets = {
        f"{facet}={value}": set(bits)
        for facet, by_value in standing.sets.items()
        for value, bits in by_value.items()
        if bits
    }
    rows = standing.columns.rows(standing.all)
    return {
        "sets": sets,
        "order": list(standing.places.walk(standing.all, newest_first=True)),
        "columns": {facet: rows.counts(facet) for facet in FACETS},
        "names": {facet: standing.names[facet] for facet in RECORDS},
        "miscounted": list(miscounted(standing)),
        "latest": standing.latest,
        "trusted": standing.trusted,
    }


def miscounted(standing: Standing) -> Iterator[str]:
    """The values within which other counts are kept than the sets tell."""
    facets = [name for name in standing.sets if name != POSITION]
    for facet in ASKED:
        for key, within in standing.sets[facet].items():
            for name in facets:
                kept = standing.crossing.of((facet, key), name)
                sizes = {one: len(within & bits) for one, bits in standing.sets[name].items()}
                if kept is not None and kept != {one: n for one, n in sizes.items() if n}:
                    yield f"{facet}={key}: {name}"
