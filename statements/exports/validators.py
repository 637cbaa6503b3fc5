"""Whether anything public may have changed since a client last asked.

Whatever changes what the public sees appends to the sequence of changes, in the same transaction
(`statements.postings.content`). Its newest row makes the ETag. It is read before the records are,
so that it may be older than what is sent, never newer. What the program itself makes of the
records is in the ETag as well, by a digest of its files and settings, and so is the day, which
pages name where they say how to cite them.

The moment of that row is the basis of Last-Modified. A row is written a little before it is
committed, and a header tells no fractions of a second, so a moment within `SETTLING` of now is not
told at all. Nor is one before this process started, when settings may have changed.
"""

import datetime
import functools
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import http_date
from django.utils.translation import get_language

import statements
from statements.postings import worker

STARTED = timezone.now()
SETTLING = datetime.timedelta(seconds=60)
# What makes pages, by folder: modules, templates, catalogues, data.
WRITTEN = {".py", ".html", ".txt", ".xml", ".svg", ".json", ".mo"}
FOLDERS = ("config", "locale", "sources", "statements", "templates")
# What one installation shows in another way than the next.
SHOWN = (
    "DATA_LICENCE",
    "HOME_COUNTRY",
    "LANGUAGE_CODE",
    "LOCAL_LANGUAGE",
    "PAGE_SIZE",
    "SITE_NAME",
    "SITE_TAGLINE",
    "TIME_ZONE",
)


@functools.cache
def software() -> str:
    """A digest of the program: its files, its libraries, the addresses of its static files."""
    digest = hashlib.sha256(repr([getattr(settings, name) for name in SHOWN]).encode())
    for path in _files():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    root = Path(statements.__file__).parents[1]
    for folder in FOLDERS:
        yield from sorted(one for one in (root / folder).rglob("*") if one.suffix in WRITTEN)
    for path in (root / "requirements.txt", Path(settings.STATIC_ROOT) / "staticfiles.json"):
        if path.exists():
            yield path


def etag(request: HttpRequest) -> str:
    """A weak ETag of everything public, asked for by this address on this day, in one query.

    Raises DisallowedHost for a host that is not ours.
    """
    address = request.build_absolute_uri()
    swapped = "HTTP_HX_REQUEST" in request.META
    day = timezone.localdate()
    content = worker.latest().sequence
    told = f"{software()} {address} {get_language()} {swapped} {day} {content}"
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


def newest_change() -> datetime.datetime | None:
    """When something public was last changed; None where nothing ever was."""
    return worker.latest().made_at


def last_modified() -> datetime.datetime | None:
    """Since when all has stood as it stands; None while it may still be changing."""
    moment = max(newest_change() or STARTED, STARTED)
    return moment if timezone.now() - moment > SETTLING else None


def mark(response: Any, moment: datetime.datetime | None) -> None:
    """Tell readers of data since when it stands; the ETag is set where every answer passes."""
    if moment and response.status_code == 200:
        response.headers.setdefault("Last-Modified", http_date(moment.timestamp()))
