"""What caches may keep, and how they learn that it still holds."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_etags, parse_http_date_safe

from config.audience import PROBES, is_public
from statements.exports.validators import etag

PRIVATE = "private, no-store"
PUBLIC = "public, no-cache"  # keep it, but ask before each use whether it still holds
VARIES = ("Accept-Encoding", "HX-Request")
# A date in the past: nginx, which keeps nothing that is "no-cache", keeps this and asks each time.
KEEP_AND_ASK = "@1"


class Revalidate:
    """Lets every cache keep public answers, and tells it in one query that they still hold.

    What an editor gets is kept nowhere. Stands before what dresses pages: a 304 must leave their
    policies as they are, and cost little.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_public(request) or request.path in PROBES:
            response = self.get_response(request)
            response.headers["Cache-Control"] = PRIVATE
            return response
        # Before the records are read: so the tag may be older than what is sent, never newer.
        tag = tag_of(request)
        if tag and holds(tag, request.META.get("HTTP_IF_NONE_MATCH", "")):
            return marked(HttpResponseNotModified(), tag)
        return self.answer(request, tag)

    def answer(self, request: HttpRequest, tag: str) -> HttpResponse:
        """The page itself. A view that knows better than all of the register has its own tag."""
        response = self.get_response(request)
        if response.status_code not in {200, 304} or not tag:
            kept = PUBLIC if response.status_code < 500 else "no-store"
            response.headers["Cache-Control"] = kept
            return response
        marked(response, tag)
        if "HTTP_IF_MODIFIED_SINCE" in request.META and "Last-Modified" in response.headers:
            moment = parse_http_date_safe(response.headers["Last-Modified"])
            return get_conditional_response(request, tag, moment, response) or response
        return response


def tag_of(request: HttpRequest) -> str:
    """The ETag; none for a host that is not ours, which is refused further in."""
    try:
        return etag(request)
    except DisallowedHost:
        return ""


def holds(tag: str, asked: str) -> bool:
    """Whether the tag is among those that the client has, compared weakly."""
    known = parse_etags(asked) if asked else ()
    return tag.removeprefix("W/") in {one.removeprefix("W/") for one in known}


def marked(response: HttpResponse, tag: str) -> HttpResponse:
    """The answer with all that a cache must know."""
    response.headers.setdefault("ETag", tag)
    response.headers["Cache-Control"] = PUBLIC
    patch_vary_headers(response, VARIES)
    if settings.BEHIND_PROXY:
        response.headers["X-Accel-Expires"] = KEEP_AND_ASK
    return response
