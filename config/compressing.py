"""Sending less: pages packed by Brotli where the browser reads it, else by gzip."""

import re
from typing import Any

import brotli
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from config.audience import is_public

QUALITY = 3  # of 11: about as small as gzip as Django makes it, in a third of the time
SHORTEST = 200  # bytes, as GZipMiddleware has it
PACKED = ("image/png", "application/zip")  # by what they are
NOT_AT_ALL = re.compile(r"q=0(\.0*)?")


class Compress(GZipMiddleware):
    """Packs answers for those who ask for it.

    Public pages hold no secret, so their length betrays none. An editor's pages do; they get gzip,
    which Django makes of a random length.
    """

    def process_response(self, request: HttpRequest, response: Any) -> Any:
        if response.headers.get("Content-Type", "").startswith(PACKED):
            return response
        if is_public(request) and is_whole(response) and reads_brotli(request):
            pack(response)
        return super().process_response(request, response)


def is_whole(response: HttpResponse) -> bool:
    """Whether all of the answer is there, not packed yet and long enough to be."""
    is_packed = "Content-Encoding" in response.headers
    return not response.streaming and not is_packed and len(response.content) >= SHORTEST


def reads_brotli(request: HttpRequest) -> bool:
    offers = request.META.get("HTTP_ACCEPT_ENCODING", "").lower().replace(" ", "").split(",")
    named = (offer.partition(";")[::2] for offer in offers)
    return any(name == "br" and not NOT_AT_ALL.fullmatch(weight) for name, weight in named)


def pack(response: HttpResponse) -> None:
    """Pack the content where that makes it shorter."""
    packed = brotli.compress(response.content, quality=QUALITY)
    if len(packed) < len(response.content):
        response.content = packed
        response.headers["Content-Length"] = str(len(packed))
        response.headers["Content-Encoding"] = "br"
        patch_vary_headers(response, ("Accept-Encoding",))
