"""A page of a selection in JSON, for the data of lists and for the API alike."""

from typing import Any

from django.http import HttpRequest

from statements.addresses import address
from statements.exports.selections import Part


def origin(request: HttpRequest) -> str:
    """Where the site is, such as `https://example.org`."""
    return request.build_absolute_uri("/").removesuffix("/")


def next_page(request: HttpRequest, part: Part) -> str | None:
    """The whole address of the page that follows; None behind the last one."""
    if not part.following:
        return None
    return origin(request) + address(request.path, request.GET, **dict([part.following]))


def envelope(count: int, following: str | None, results: list[Any]) -> dict[str, Any]:
    """The body: how many records there are in all, where the next page is, and these."""
    return {"count": count, "next": following, "results": results}
