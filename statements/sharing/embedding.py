"""oEmbed: how another site shows a statement in a frame."""

from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.http import Http404
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from statements.exports.feed import readable
from statements.models import Statement

WIDTH, HEIGHT = 600, 400  # pixels, where the site that asks names no less
SMALLEST = 200
CARD = (1200, 630)
FORMS = ("json", "xml")
NAMES = {"statement_detail", "statement_short", "statement_number", "statement_embed"}


def number_in(url: str, host: str) -> int:
    """The number of the statement that an address of this site shows. Raises Http404."""
    try:
        parts = urlsplit(url)
        found = resolve(parts.path)
    except (ValueError, Resolver404) as error:
        raise Http404 from error
    own = parts.scheme in {"http", "https"} and parts.netloc.lower() == host.lower()
    if not own or found.url_name not in NAMES:
        raise Http404
    return int(found.kwargs["pk"])


def size(wanted: dict[str, str]) -> tuple[tuple[int, int], dict[str, list[str]]]:
    """Width and height within the largest that are wanted; and what of these cannot be read."""
    found, errors = {"maxwidth": WIDTH, "maxheight": HEIGHT}, {}
    for name, text in wanted.items():
        if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) >= SMALLEST):
            errors[name] = [_("Give a number of pixels, %d or more.") % SMALLEST]
        else:
            found[name] = min(found[name], int(text))
    return (found["maxwidth"], found["maxheight"]), errors


def answer(statement: Statement, base: str, width: int, height: int) -> dict[str, Any]:
    """What oEmbed tells of a statement."""
    claimant = statement.claimant
    said_on = statement.said_on
    assert claimant is not None and said_on is not None  # noqa: S101, PT018  # it is published
    title = f"{claimant}, {said_on.words()}"
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": settings.SITE_NAME,
        "provider_url": f"{base}/",
        "title": title,
        "author_name": str(claimant),
        "author_url": base + claimant.get_absolute_url(),
        "html": frame(statement, title, base, width, height),
        "width": width,
        "height": height,
        "thumbnail_url": base + reverse("statement_card", args=[statement.pk]),
        "thumbnail_width": CARD[0],
        "thumbnail_height": CARD[1],
        "cache_age": 3600,
    }


def xml(found: dict[str, Any]) -> bytes:
    """The same as XML, an element for each name."""
    root = ElementTree.Element("oembed")
    for name, value in found.items():
        ElementTree.SubElement(root, name).text = readable(str(value))
    told: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return told


def frame(statement: Statement, title: str, base: str, width: int, height: int) -> str:
    """The element that shows the statement; there is no script in what it shows."""
    return format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy"></iframe>',
        base + reverse("statement_embed", args=[statement.pk]), width, height, title,
    )  # fmt: skip
