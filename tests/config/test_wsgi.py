"""The door of the server."""

import pytest
from django.test import RequestFactory

from config.wsgi import Utf8Request, application


def answer(**environ: str) -> str:
    """The status with which the application answers, as a server would ask it."""
    asked = {**RequestFactory().get("/healthz").environ, **environ}
    statuses: list[str] = []
    application(asked, lambda status, headers, *rest: statuses.append(status))  # type: ignore[arg-type]
    return statuses[0]


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["hex", "rot13", "idna", "undefined", "utf-16", "no-such"])
def test_a_request_may_claim_any_encoding(charset: str) -> None:
    assert application.request_class is Utf8Request
    said = f"text/plain; charset={charset}"
    assert answer(CONTENT_TYPE=said, QUERY_STRING="q=a") == "200 OK"


def test_every_request_is_read_as_utf_8() -> None:
    environ = RequestFactory().get("/", QUERY_STRING="q=%E1%9E%80").environ
    request = Utf8Request({**environ, "CONTENT_TYPE": "text/plain; charset=latin-1"})
    assert request.GET["q"] == "ក"
