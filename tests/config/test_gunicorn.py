"""How the server starts, and what it says when it has."""

import gc
import runpy
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.http import StreamingHttpResponse
from django.template import loader

from config import warming
from config.wsgi import application
from statements.postings import worker

CONFIGURATION = Path(__file__).parents[2] / "config" / "gunicorn.py"


def configuration() -> dict[str, Any]:
    """The settings as gunicorn reads them under the present environment."""
    return runpy.run_path(str(CONFIGURATION))


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Garbage is collected after each test, as it was before."""
    yield
    gc.unfreeze()
    gc.enable()


def test_the_port_is_the_one_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8123")
    assert configuration()["bind"] == "127.0.0.1:8123"


def test_the_port_is_8000_unless_asked_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORT", raising=False)
    assert configuration()["bind"] == "127.0.0.1:8000"


def test_a_served_register_names_its_addresses_and_no_login(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DEMO", raising=False)
    monkeypatch.setenv("PORT", "8123")
    configuration()["when_ready"](None)
    said = capsys.readouterr().out
    assert said == "http://127.0.0.1:8123/  admin: http://127.0.0.1:8123/admin/\n"


def test_the_demo_names_its_addresses_and_every_login(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEMO", "1")
    monkeypatch.setenv("PORT", "8123")
    configuration()["when_ready"](None)
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    for word in ("http://127.0.0.1:8123/", "/admin/", "contributor", "editor", "reviewer", "admin"):
        assert word in said


def test_no_worker_is_handed_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(connections, "close_all", lambda: closed.append(True))
    configuration()["pre_fork"](None, None)
    assert closed == [True]


def test_no_worker_searches_for_garbage_in_what_was_loaded_before_it() -> None:
    hooks = configuration()
    assert not gc.isenabled()
    hooks["pre_fork"](None, None)
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


class Circle:
    """Refers to itself, so that only a search finds out that nobody else does."""

    def __init__(self) -> None:
        self.itself = self


def answered(number: int) -> None:
    """What happens when the n-th answer of a worker is gone."""
    configuration()["post_request"](SimpleNamespace(nr=number), None, None, None)


def test_what_an_answer_left_is_found_as_soon_as_it_is_gone() -> None:
    left = weakref.ref(Circle())
    assert left()
    answered(1)
    assert left() is None


def test_what_outlived_several_answers_is_found_once_in_a_while() -> None:
    circle = Circle()
    gc.collect()  # of what a search has found alive, the next ones find nothing
    left = weakref.ref(circle)
    del circle
    answered(199)
    assert left()
    answered(200)
    assert left() is None


def test_what_every_worker_needs_is_read_before_the_socket_opens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(worker, "current", lambda: asked.append("sets"))
    monkeypatch.setattr(warming, "warm", asked.append)
    configuration()["on_starting"](None)
    assert asked == ["sets", application]


def test_the_templates_are_read_before_the_socket_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(loader, "get_template", read.append)
    monkeypatch.setattr(worker, "current", lambda: None)
    monkeypatch.setattr(warming, "warm", lambda application: None)
    configuration()["on_starting"](None)
    assert {"base.html", "statements/statement_list.html"} <= set(read)


def test_the_server_starts_without_its_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def current() -> None:
        raise OperationalError

    monkeypatch.setattr(worker, "current", current)
    configuration()["on_starting"](None)


def test_a_worker_is_alive_while_it_sends() -> None:
    reports: list[int] = []
    body = StreamingHttpResponse(iter([b"a", b"b"]))
    worker = SimpleNamespace(wsgi=lambda environ, start: body, notify=lambda: reports.append(1))
    configuration()["post_worker_init"](worker)
    assert list(worker.wsgi({}, None)) == [b"a", b"b"]
    assert len(reports) == 2
