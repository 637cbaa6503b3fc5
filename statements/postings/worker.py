"""What this worker knows, brought up to date once in each request."""

import threading

from django.db import router

from statements.models import Statement
from statements.postings import freshness
from statements.postings.content import Latest
from statements.postings.names import Named
from statements.postings.standing import Standing


class _Kept(threading.local):
    def __init__(self) -> None:
        self.standings: dict[str, Standing] = {}


_kept = _Kept()


def current() -> Standing | None:
    """What is known of the database that answers this request; None where it cannot be trusted."""
    standing = _up_to_date(router.db_for_read(Statement))
    return standing if standing.trusted else None


def latest() -> Latest:
    """The newest change in the database that answers this request."""
    return _up_to_date(router.db_for_read(Statement)).latest


def names() -> Named:
    """What the values of facets are called, as readers of that database may see them."""
    return _up_to_date(router.db_for_read(Statement)).names


def forget() -> None:
    """Know nothing any more, and ask anew."""
    _kept.standings.clear()
    freshness.outdate()


def _up_to_date(using: str) -> Standing:
    standing = _kept.standings.get(using)
    if standing is None:
        standing = _kept.standings[using] = Standing(using)
    if not freshness.is_fresh(using):
        standing.refresh()
        freshness.asked(using)
    return standing
