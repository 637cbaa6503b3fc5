"""What a worker does slowly the first time: done once, before any is forked.

The first answers make the middleware and the queries, and look up what others find at hand.
"""

from collections.abc import Callable
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings

TIMELINE = "/statements/"
QUERIES = ("", "q=a")  # unfiltered, and a search


def warm(application: Callable[..., Any]) -> None:
    """Ask for the pages that are asked for most."""
    for query in QUERIES:
        # As the proxy in front of a server in production hands it over.
        environ = {"HTTP_HOST": host(), "HTTP_X_FORWARDED_PROTO": "https"}
        environ |= {"PATH_INFO": TIMELINE, "QUERY_STRING": query}
        setup_testing_defaults(environ)
        application(environ, lambda status, headers: None).close()


def host() -> str:
    """A name under which the site answers."""
    first = next(iter(settings.ALLOWED_HOSTS), "*")
    return "localhost" if first == "*" else first.removeprefix(".")
