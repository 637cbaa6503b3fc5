"""Who asks is told by the request alone."""

import pytest
from django.test import RequestFactory

from config.audience import is_public

asked = RequestFactory()


@pytest.mark.parametrize("path", ["/", "/statements/", "/s/1.png", "/administration/", "/readyz"])
def test_what_anybody_reads_is_public(path: str) -> None:
    assert is_public(asked.get(path))
    assert is_public(asked.head(path))


def test_what_may_change_something_is_not() -> None:
    assert not is_public(asked.post("/"))
    assert not is_public(asked.options("/statements.csv"))


def test_the_editors_rooms_are_not() -> None:
    assert not is_public(asked.get("/admin/login/"))


def test_who_has_a_session_is_an_editor() -> None:
    assert not is_public(asked.get("/", headers={"cookie": "sessionid=abc"}))
    assert is_public(asked.get("/", headers={"cookie": "other=abc"}))
