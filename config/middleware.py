"""What happens to every request before its view, and to every answer after it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from statements.exports.refusals import data_format, refused

# Methods, headers asked with, and headers that a page elsewhere may read.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link, Location",
}
ASKED_BEFORE = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
MAX_QUERY = 8_000  # bytes of query string; the longest honest one is a tenth of it
MAX_PATH = 2_000


class RefuseUnreadableInput:
    """Refuses NUL bytes, broken UTF-8 and over-long addresses before anything parses them.

    Stands behind the middleware that sets headers, so that its own answers carry them too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if reason := refusal(request):
            if extension := data_format(request.path):
                name = unreadable_parameter(request) or ""
                return refused({"" if unreadable(name) else name: [reason]}, extension)
            return render(request, "400.html", {"reason": reason}, status=400)
        return self.get_response(request)


def refusal(request: HttpRequest) -> str | None:
    """Why this request cannot be read, or None."""
    if len(request.META.get("QUERY_STRING", "")) > MAX_QUERY or len(request.path) > MAX_PATH:
        return _("The address is too long.")
    if "\0" in request.path or "�" in request.path:
        return _("The address holds characters that cannot be read.")
    if any("\0" in value for value in request.COOKIES.values()):
        return _("A cookie holds characters that cannot be read.")
    name = unreadable_parameter(request)
    if name is not None:
        return _("The parameter “%s” holds characters that cannot be read.") % name[:40]
    return None


def unreadable_parameter(request: HttpRequest) -> str | None:
    """The first parameter of which the name or a value cannot be read."""
    if len(request.META.get("QUERY_STRING", "")) > MAX_QUERY:
        return None
    lists = request.GET.lists()
    return next((n for n, values in lists if any(map(unreadable, (n, *values)))), None)


def unreadable(text: str) -> bool:
    """NUL, the replacement character of broken UTF-8, or a lone surrogate."""
    return "\0" in text or "�" in text or any("\ud800" <= char <= "\udfff" for char in text)


def answer_head_without_body(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Leaves the body of an answer to HEAD out, which Django makes and the server warns of."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response

    return answer


def open_data_to_all(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Lets pages from anywhere read the API, the data of lists and the feeds; never as somebody.

    Views that know only GET and HEAD refuse OPTIONS. Here it is answered in their place.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not is_open(request.path):
            return response
        if request.method == "OPTIONS" and response.status_code in {204, 405}:
            allowed = {"Allow": "GET, HEAD, OPTIONS"}
            response = HttpResponse(status=204, headers={**ASKED_BEFORE, **allowed})
        for name, value in OPEN.items():
            response.headers[name] = value
        return response

    return answer


def is_open(path: str) -> bool:
    """Whether what stands at this address is for programs: public data, without a person."""
    return bool(data_format(path)) and not path.startswith("/admin/")
