"""Citations in CSL-JSON, from which citation processors make any style."""

import datetime
import json
from typing import Any

from sources.dates import PartialDate
from statements.citing.prose import plain
from statements.citing.works import Original, Work

_json = json.JSONEncoder(ensure_ascii=False).encode  # one encoder for all of them


def csl_json(work: Work) -> str:
    """A list of one item, as such files have it, with a line for each variable."""
    lines = (f"    {_json(name)}: {_json(value)}" for name, value in item(work).items())
    return "[\n  {\n" + ",\n".join(lines) + "\n  }\n]\n"


def item(work: Work) -> dict[str, Any]:
    """The item, without what is not known."""
    found = {
        "id": work.key,
        "type": "speech" if work.author else "dataset",
        "author": [_author(work)],
        "title": work.title,
        "genre": work.form,
        "issued": date_parts(work.said_on),
        "event-title": work.event,
        "source": work.register,
        "number": work.number,
        "version": str(work.version or ""),
        "language": work.language,
        "URL": work.url,
        "accessed": date_parts(work.accessed),
        **(_original(work.original) if work.original else {}),
        "note": plain(work),
    }
    return {name: value for name, value in found.items() if value}


def _author(work: Work) -> dict[str, str]:
    if work.author is None:
        return {"literal": work.register}
    if not work.author.given:
        return {"literal": work.author.literal}
    return {"family": work.author.family, "given": work.author.given}


def _original(one: Original) -> dict[str, Any]:
    return {
        "original-title": one.title,
        "original-publisher": one.outlet,
        "original-date": date_parts(one.published_on),
        "references": ", ".join(part for part in (one.locator, one.url, one.archive_url) if part),
    }


def date_parts(date: PartialDate | datetime.date | None) -> dict[str, Any]:
    """As many of year, month and day as are known."""
    parts = [int(part) for part in date.isoformat().split("-")] if date else []
    return {"date-parts": [parts]} if parts else {}
