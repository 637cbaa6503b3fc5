"""Within a request, a database is asked once what changed; outside of one, every time."""

import threading
from typing import Any

from django.core.signals import request_finished, request_started


class _Request(threading.local):
    fresh: set[str] | None = None  # databases that were asked in this request; None outside one


_request = _Request()


def is_fresh(using: str) -> bool:
    """Whether nothing need be asked."""
    return _request.fresh is not None and using in _request.fresh


def asked(using: str) -> None:
    """Note that a database was asked."""
    if _request.fresh is not None:
        _request.fresh.add(using)


def outdate() -> None:
    """Ask again within this request: it changed something itself."""
    if _request.fresh is not None:
        _request.fresh.clear()


def _begin(**_: Any) -> None:
    _request.fresh = set()


def _end(**_: Any) -> None:
    _request.fresh = None


request_started.connect(_begin, dispatch_uid="statements.postings.freshness")
request_finished.connect(_end, dispatch_uid="statements.postings.freshness")
