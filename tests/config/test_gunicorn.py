"""How the server starts, and what it says when it has."""

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connections
from django.http import StreamingHttpResponse

CONFIGURATION = Path(__file__).parents[2] / "config" / "gunicorn.py"


def configuration() -> dict[str, Any]:
    """The settings as gunicorn reads them under the present environment."""
    return runpy.run_path(str(CONFIGURATION))


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


def test_a_worker_is_alive_while_it_sends() -> None:
    reports: list[int] = []
    body = StreamingHttpResponse(iter([b"a", b"b"]))
    worker = SimpleNamespace(wsgi=lambda environ, start: body, notify=lambda: reports.append(1))
    configuration()["post_worker_init"](worker)
    assert list(worker.wsgi({}, None)) == [b"a", b"b"]
    assert len(reports) == 2
