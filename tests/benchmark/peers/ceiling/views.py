"""A word, and the timeline's template with all that it shows looked up once."""

from functools import cache
from typing import Any, NoReturn

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from statements.timeline import Timeline

TEMPLATE = "statements/statement_list.html"


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


def constants(request: HttpRequest) -> HttpResponse:
    """The first page of the timeline. Raises RuntimeError if it asks the database anything."""
    timeline = kept()
    with connection.execute_wrapper(refuse):
        return render(request, TEMPLATE, {"timeline": timeline})


@cache
def kept() -> Timeline:
    """A timeline that has been rendered once, and so has looked up all that it shows."""
    request = HttpRequest()
    request.method, request.path = "GET", "/statements/"
    request.META.update(SERVER_NAME="127.0.0.1", SERVER_PORT="80")
    timeline = Timeline(request)
    render(request, TEMPLATE, {"timeline": timeline})
    return timeline


def refuse(*_arguments: Any) -> NoReturn:
    raise RuntimeError("a page of constants asks the database nothing")
