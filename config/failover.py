"""Answering from a server that is well, and saying so plainly where none is."""

import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.signals import got_request_exception
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from config.audience import is_public
from config.replicas import Servers
from statements import reading
from statements.exports.refusals import data_format

# Of the one page that no other middleware dresses. A client may try again after 30 seconds.
CLOSED = {
    "Retry-After": "30",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
}


class ReadFromHealthy:
    """Public pages from a copy that is well, or from the next; what editors do, from the primary.

    A public request changes nothing, so it can be answered anew, from another server or over
    another connection. That spares a look at the connection before each.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if connections[DEFAULT_DB_ALIAS].vendor != "postgresql":
            raise MiddlewareNotUsed("There is one file, and it is here.")
        self.get_response = get_response
        names = [name for name in settings.DATABASES if name != DEFAULT_DB_ALIAS]
        self.servers = Servers(names, settings.DATABASE_REPLICA_LAG)
        got_request_exception.connect(remember)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return self.get_response(request)
        for alias in self.candidates(request):
            reading.choose(alias)
            connection: Any = connections[alias]
            connection.health_check_done = is_public(request)
            response = self.get_response(request)
            if not self.failed(request, response, alias):
                return response
        return unavailable(request)

    def candidates(self, request: HttpRequest) -> list[str]:
        """The servers to try, in this order; within a transaction, the one that it is in."""
        if connections[DEFAULT_DB_ALIAS].in_atomic_block:
            return [DEFAULT_DB_ALIAS]
        if not is_public(request):
            return self.servers.writable()
        return [*self.servers.readable(), *self.servers.writable()]

    def failed(self, request: HttpRequest, response: HttpResponse, alias: str) -> bool:
        """Whether it was this server that failed, not the program."""
        error = request.__dict__.pop("raised", None)
        if response.status_code != 500 or not isinstance(error, OperationalError | InterfaceError):
            return False
        if connections[alias].in_atomic_block:
            return False
        if connections[alias].is_usable():
            # Such as a query that a copy gave up because it stood in the way of what came in.
            return alias != DEFAULT_DB_ALIAS
        connections[alias].close()
        self.servers.lose(alias)
        return True


def unavailable(request: HttpRequest) -> HttpResponse:
    """A 503 that needs no database."""
    if data_format(request.path) in {"json", "jsonl"}:
        told = {"errors": {"": [_("The database does not answer. Please try again in a moment.")]}}
        return JsonResponse(told, status=503, headers=CLOSED)
    response = render(request, "503.html", status=503)
    for name, value in CLOSED.items():
        response.headers[name] = value
    return response


def remember(*, request: HttpRequest, **_: Any) -> None:
    """Keep the error that led to a 500 with the request."""
    request.__dict__["raised"] = sys.exc_info()[1]
