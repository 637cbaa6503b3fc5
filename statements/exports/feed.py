"""Atom: the newest records of a selection."""

import datetime
import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed

from statements.exports.files import as_download
from statements.exports.kinds import Kind

NEWEST = 50  # records that a feed tells of
# What XML 1.0 cannot hold, in any form.
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Atom1Feed):
    """A feed whose moment is that of its newest entry, or of the register, never that of asking."""

    content_type = "application/atom+xml; charset=utf-8"

    def latest_post_date(self) -> datetime.datetime:
        changed = [item["updateddate"] for item in self.items if item["updateddate"]]
        return max(changed) if changed else self.feed["unchanged_since"]()


def readable(text: str) -> str:
    """The text without what would make the feed unreadable."""
    return NOT_IN_XML.sub("\ufffd", text)


def permanent_id(kind: Kind, record: Any, base: str) -> str:
    """A tag URI (RFC 4151): it stays when names, slugs and the scheme of the site change."""
    host = urlsplit(base).hostname or ""
    return f"tag:{host},{record.published_at:%Y-%m-%d}:{kind.name}/{record.pk}"


def add(feed: Feed, kind: Kind, record: Any, base: str) -> None:
    """Tell of a record."""
    entry = kind.entry(record)
    feed.add_item(
        title=readable(entry.title),
        link=base + kind.path(record),
        description=readable(entry.html),
        unique_id=permanent_id(kind, record, base),
        author_name=readable(entry.author) or None,
        pubdate=record.published_at,
        updateddate=entry.updated or record.published_at,
        categories=[readable(one) for one in entry.categories],
    )


def feed_response(
    *, name: str, title: str, site: str, page: str, address: str, base: str, kind: Kind,
    records: Iterable[Any], unchanged_since: Callable[[], datetime.datetime],
) -> HttpResponse:  # fmt: skip
    """The records as an Atom feed at `address`, of the list at `page`.

    `unchanged_since` gives the moment of a feed without entries.
    """
    feed = Feed(
        title=readable(f"{title} · {site}"),
        link=page,
        description=None,
        author_name=site,
        feed_url=address,
        feed_guid=address,
        unchanged_since=unchanged_since,
    )
    for record in records:
        add(feed, kind, record, base)
    response = HttpResponse(feed.writeString("utf-8"), content_type=Feed.content_type)
    as_download(response, name=name, extension="atom", inline=True)
    return response
