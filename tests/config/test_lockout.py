"""What the lockout remembers of an attempt."""

from django.http import HttpRequest
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from config.lockout import LONGEST_NAME, attempted_name, client_address


def test_the_name_is_that_of_the_credentials() -> None:
    request = RequestFactory().post("/admin/login/", {"username": "posted"})
    assert attempted_name(request, {"username": "editor"}) == "editor"


def test_without_credentials_it_is_the_one_posted() -> None:
    request = RequestFactory().post("/admin/login/", {"username": "posted"})
    assert attempted_name(request, None) == "posted"


def test_a_name_too_long_to_be_remembered_is_cut() -> None:
    request = RequestFactory().post("/admin/login/")
    assert attempted_name(request, {"username": "x" * 7_000}) == "x" * LONGEST_NAME


def test_there_need_not_be_any_name() -> None:
    assert attempted_name(RequestFactory().get("/"), None) is None


def attempt_through(forwarded: str) -> HttpRequest:
    return RequestFactory().post("/admin/login/", headers={"X-Forwarded-For": forwarded})


def test_behind_the_proxy_an_attempt_comes_from_where_the_proxy_says(settings: Settings) -> None:
    settings.BEHIND_PROXY = True
    assert client_address(attempt_through("6.6.6.6, 203.0.113.9")) == "203.0.113.9"


def test_without_a_proxy_what_the_client_writes_is_not_believed(settings: Settings) -> None:
    settings.BEHIND_PROXY = False
    assert client_address(attempt_through("203.0.113.9")) == "127.0.0.1"
