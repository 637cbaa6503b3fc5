"""Whether anything public may have changed since a client last asked.

Every save of a record leaves a row in its history, and rows of history, revisions and corrections
are only ever added. So wherever something changed, one of their numbers grew: that makes an ETag.
It is read before the records are, so that it may be older than what is sent, never newer. What the
program itself makes of the records is in the ETag as well, by a digest of its modules.

The moment of the newest of these rows is the basis of Last-Modified. A row is written a little
before it is committed, and a header tells no fractions of a second, so a moment within `SETTLING`
of now is not told at all. Nor is one before this process started, when settings may have changed.
"""

import datetime
import functools
import hashlib
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import http_date

import statements

STARTED = timezone.now()
SETTLING = datetime.timedelta(seconds=60)


@functools.cache
def kept_for_ever() -> tuple[tuple[str, str], ...]:
    """Table and column of the moment, for all tables in which rows are only added."""
    own = [model for name in ("sources", "statements") for model in _with_history(name)]
    moments = [(model._meta.db_table, "history_date") for model in own]
    written = [("statements_revision", "made_at"), ("statements_correction", "made_at")]
    return (*moments, *written)


def _with_history(app: str) -> Iterator[Any]:
    """The models that keep the history of others."""
    for model in apps.get_app_config(app).get_models():
        if any(field.name == "history_date" for field in model._meta.fields):
            yield model


@functools.cache
def software() -> str:
    """A digest of the program: its modules and templates."""
    digest = hashlib.sha256()
    root = Path(statements.__file__).parents[1]
    for folder in ("statements", "sources", "templates"):
        for path in sorted((root / folder).rglob("*.[ph][yt]*")):
            if path.suffix in {".py", ".html"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()


def etag(request: HttpRequest) -> str:
    """A weak ETag of everything public, asked for by this address."""
    counts = " UNION ALL ".join(
        f"SELECT '{table}', count(*) FROM {connection.ops.quote_name(table)}"  # noqa: S608
        for table, _ in kept_for_ever()
    )
    with connection.cursor() as cursor:
        cursor.execute(counts)
        found = sorted(cursor.fetchall())
    parts = (software(), request.build_absolute_uri(), repr(found))
    return f'W/"{hashlib.sha256(" ".join(parts).encode()).hexdigest()[:32]}"'


def newest_change() -> datetime.datetime | None:
    """When something in the register was last changed; None where nothing ever was."""
    changes = " UNION ALL ".join(
        f"SELECT max({column}) AS at FROM {connection.ops.quote_name(table)}"  # noqa: S608
        for table, column in kept_for_ever()
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT max(at) FROM ({changes}) AS changes")  # noqa: S608
        (found,) = cursor.fetchone()
    if isinstance(found, str):  # SQLite holds moments as text, in UTC
        return datetime.datetime.fromisoformat(found).replace(tzinfo=datetime.UTC)
    return found


def last_modified(*_: Any) -> datetime.datetime | None:
    """Since when all has stood as it stands; None while it may still be changing."""
    moment = max(newest_change() or STARTED, STARTED)
    return moment if timezone.now() - moment > SETTLING else None


def revalidated(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a page of the register: caches ask again before they show it, and may be told 304.

    The ETag of its body is the work of `ConditionalGetMiddleware`.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        moment = last_modified()
        response = view(request, *args, **kwargs)
        mark(response, moment)
        return response

    return wrapped


def mark(response: Any, moment: datetime.datetime | None) -> None:
    """Set the headers by which caches know whether they may keep the answer."""
    patch_cache_control(response, no_cache=True)
    if moment and response.status_code == 200:
        response.headers.setdefault("Last-Modified", http_date(moment.timestamp()))
