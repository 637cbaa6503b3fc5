"""What is kept by caches, and for how long."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as project
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from config.audience import PROBES
from config.caching import PRIVATE, PUBLIC, Revalidate, holds
from statements.views import front
from tests import factories, register

pytestmark = pytest.mark.django_db

OWN_TAG = "ledger"  # which changes less often than the register


def public_pages() -> Iterator[tuple[str, str]]:
    """The name and address of every public page but the probes."""
    made = register.make()
    addresses = dict.fromkeys([*register.data(made), *register.api(made)])
    pages = {**register.pages(made), **{address: address for address in addresses}}
    yield from ((name, path) for name, path in pages.items() if path not in PROBES)


def varied(answer: Any) -> set[str]:
    return {one.strip() for one in answer.headers["Vary"].split(",")}


def test_every_public_page_may_be_kept_and_is_asked_for_again_at_the_cost_of_one_query(
    client: Client,
) -> None:
    for name, path in public_pages():
        first = client.get(path)
        assert first.headers["Cache-Control"] == PUBLIC, name
        with CaptureQueriesContext(connection) as queries:
            again = client.get(path, headers={"if-none-match": first.headers["ETag"]})
        assert (again.status_code, again.getvalue()) == (304, b""), name
        assert len(queries) == (2 if name == OWN_TAG else 1), name
        for header in ("ETag", "Cache-Control"):
            assert again.headers[header] == first.headers[header], name
        assert varied(again) == varied(first), name
        assert "Content-Security-Policy" not in again.headers or name == OWN_TAG, name


def test_head_has_the_same_tag(client: Client) -> None:
    register.make()
    got, head = client.get("/statements/"), client.head("/statements/")
    assert head.headers["ETag"] == got.headers["ETag"]
    known = {"if-none-match": got.headers["ETag"]}
    assert client.head("/statements/", headers=known).status_code == 304


def test_the_view_does_not_run_for_who_has_the_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.make()
    tag = client.get("/").headers["ETag"]

    def render(*args: object, **more: object) -> HttpResponse:
        raise AssertionError

    monkeypatch.setattr(front, "render", render)
    assert client.get("/", headers={"if-none-match": f'"other", {tag}'}).status_code == 304


def test_a_change_makes_the_page_new(client: Client) -> None:
    factories.published()
    tag = client.get("/statements/").headers["ETag"]
    factories.published("Later.")
    answer = client.get("/statements/", headers={"if-none-match": tag})
    assert answer.status_code == 200
    assert answer.headers["ETag"] != tag
    assert "Later." in answer.content.decode()


def test_the_part_that_is_swapped_in_has_a_tag_of_its_own(client: Client) -> None:
    factories.published()
    whole = client.get("/statements/")
    part = client.get("/statements/", headers={"hx-request": "true"})
    assert whole.headers["ETag"] != part.headers["ETag"]
    assert "HX-Request" in whole.headers["Vary"]


def test_what_an_editor_gets_is_kept_nowhere(client: Client) -> None:
    tag = client.get("/statements/").headers["ETag"]
    client.force_login(factories.staff("Editor"))
    for path in ("/", "/statements/", "/statements.csv", "/api/v1/statements/", "/admin/"):
        answer = client.get(path, headers={"if-none-match": tag})
        assert answer.status_code == 200, path
        assert answer.headers["Cache-Control"] == PRIVATE, path
        assert "ETag" not in answer.headers, path


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/", *sorted(PROBES)])
def test_nothing_of_the_editors_rooms_and_no_probe_is_kept(client: Client, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == PRIVATE


def test_what_is_missing_or_elsewhere_has_no_tag(client: Client) -> None:
    statement = factories.published()
    for path, status in (("/nothing/", 404), (f"/s/{statement.pk}/", 302), ("/statements", 301),
                         ("/statements/?since=never", 400)):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == status
        assert "ETag" not in answer.headers
        assert answer.headers["Cache-Control"] == PUBLIC


def test_a_fault_of_ours_is_not_kept() -> None:
    answer = Revalidate(lambda request: HttpResponse(status=500))(RequestFactory().get("/"))
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_a_host_that_is_not_ours_is_refused_and_not_known(client: Client) -> None:
    answer = client.get("/", headers={"host": "evil.example", "if-none-match": "*"})
    assert answer.status_code == 400
    assert "ETag" not in answer.headers


def test_the_proxy_is_told_to_keep_and_ask_each_time(client: Client, settings: Settings) -> None:
    assert "X-Accel-Expires" not in client.get("/").headers
    settings.BEHIND_PROXY = True
    assert client.get("/").headers["X-Accel-Expires"] == "@1"
    assert "X-Accel-Expires" not in client.get("/admin/login/").headers
    assert "X-Accel-Expires" not in client.get("/nothing/").headers


def test_public_pages_read_no_session_even_where_there_is_a_cookie(client: Client) -> None:
    register.make()
    client.cookies[project.SESSION_COOKIE_NAME] = "f" * 32
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/about/")
    assert not [one for one in queries if "django_session" in one["sql"]]
    assert not answer.cookies


@pytest.mark.parametrize(
    ("asked", "expected"),
    [('W/"a"', True), ('"a"', True), ('"b", W/"a"', True), ('"b"', False), ("", False),
     ("*", False), ("a", False)],
)  # fmt: skip
def test_tags_are_compared_weakly(asked: str, expected: bool) -> None:
    assert holds('W/"a"', asked) is expected
