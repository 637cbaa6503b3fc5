"""A request is answered from the next server when one fails, and plainly refused where none is."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.core.handlers.exception import convert_exception_to_response
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config import failover
from config.failover import ReadFromHealthy
from config.replicas import Servers, Sight
from statements import reading

asked = RequestFactory()


@dataclass
class Connection:
    """A connection as the middleware sees it."""

    vendor: str = "postgresql"
    usable: bool = True
    in_atomic_block: bool = False
    health_check_done: bool = False
    closed: int = 0

    def is_usable(self) -> bool:
        return self.usable

    def close(self) -> None:
        self.closed += 1


Connections = dict[str, Connection]


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connections]:
    """The one to write to and two copies."""
    made = {name: Connection() for name in ("default", "replica1", "replica2")}
    monkeypatch.setattr(failover, "connections", made)
    yield made
    reading.choose("default")


def middleware(view: Callable[[str], str], *, replicas: int = 2) -> ReadFromHealthy:
    """The middleware around a view that is told where it reads."""
    inner = convert_exception_to_response(lambda request: HttpResponse(view(reading.alias())))
    made = ReadFromHealthy(inner)  # type: ignore[arg-type]  # it is not asynchronous
    names = [f"replica{n}" for n in range(1, replicas + 1)]
    well = Sight(1, is_done=True, age=0)
    made.servers = Servers(names, 10, look=lambda alias: well, clock=lambda: 0.0)
    return made


def failing(*names: str, error: type[Exception] = OperationalError) -> Callable[[str], str]:
    """A view that tells where it read; from these servers it cannot."""

    def view(alias: str) -> str:
        if alias in names:
            raise error
        return alias

    return view


def lose(connections: Connections, *names: str) -> None:
    for name in names:
        connections[name].usable = False


def test_a_file_needs_no_such_thing(connections: Connections) -> None:
    connections["default"].vendor = "sqlite"
    with pytest.raises(MiddlewareNotUsed):
        ReadFromHealthy(lambda request: HttpResponse())


def test_the_copies_are_those_of_the_settings(
    connections: Connections, monkeypatch: pytest.MonkeyPatch
) -> None:
    databases: dict[str, object] = {"default": {}, "replica1": {}}
    given = SimpleNamespace(DATABASES=databases, DATABASE_REPLICA_LAG=10)
    monkeypatch.setattr(failover, "settings", given)
    made = ReadFromHealthy(lambda request: HttpResponse())
    assert [one.alias for one in made.servers.replicas] == ["replica1"]


def test_the_public_reads_from_a_copy_and_an_editor_from_the_primary(
    connections: Connections,
) -> None:
    answer = middleware(failing())
    assert answer(asked.get("/")).content.startswith(b"replica")
    editor = {"cookie": "sessionid=abc"}
    for request in (asked.get("/", headers=editor), asked.get("/admin/"), asked.post("/")):
        assert answer(request).content == b"default"


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_when_a_copy_is_lost_the_request_goes_to_the_next(
    connections: Connections, error: type[Exception]
) -> None:
    lose(connections, "replica1", "replica2")
    answer = middleware(failing("replica1", "replica2", error=error))
    assert answer(asked.get("/")).content == b"default"
    assert connections["replica1"].closed == connections["replica2"].closed == 1
    assert answer.servers.readable() == ["default"]


def test_a_copy_that_gave_up_one_query_is_still_there(connections: Connections) -> None:
    answer = middleware(failing("replica1"), replicas=1)
    assert answer(asked.get("/")).content == b"default"
    assert answer.servers.readable() == ["replica1", "default"]


def test_a_connection_that_broke_is_made_anew(connections: Connections) -> None:
    lose(connections, "default")
    tries: list[str] = []

    def view(alias: str) -> str:
        tries.append(alias)
        if len(tries) == 1:
            raise OperationalError
        return "answered"

    assert middleware(view, replicas=0)(asked.get("/")).content == b"answered"
    assert connections["default"].closed == 1


def test_what_may_have_changed_something_is_not_done_twice(connections: Connections) -> None:
    lose(connections, "default")
    tries: list[str] = []

    def view(alias: str) -> str:
        tries.append(alias)
        raise OperationalError

    assert middleware(view)(asked.post("/admin/")).status_code == 503
    assert tries == ["default"]


def test_where_no_server_answers_it_is_said_plainly(connections: Connections) -> None:
    lose(connections, *connections)
    answer = middleware(failing(*connections))(asked.get("/"))
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Closed for a moment" in answer.content.decode()


def test_programs_are_told_so_in_json(connections: Connections) -> None:
    lose(connections, *connections)
    answer = middleware(failing(*connections))(asked.get("/api/v1/statements/"))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert "does not answer" in json.loads(answer.content)["errors"][""][0]


@pytest.mark.parametrize("error", [OperationalError, ValueError])
def test_a_fault_of_the_program_stays_one(connections: Connections, error: type[Exception]) -> None:
    answer = middleware(failing(*connections, error=error), replicas=0)
    assert answer(asked.get("/")).status_code == 500
    assert not connections["default"].closed


def test_within_a_transaction_there_is_no_choice(connections: Connections) -> None:
    connections["default"].in_atomic_block = True
    assert middleware(failing())(asked.get("/")).content == b"default"
    lose(connections, "default")
    assert middleware(failing("default"))(asked.get("/")).status_code == 500
    assert not connections["default"].closed


def test_whether_the_process_lives_depends_on_no_server(connections: Connections) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("ok")

    answer = ReadFromHealthy(view)
    answer.servers = Servers(["replica1"], 10, look=lambda alias: None, clock=lambda: 0.0)
    assert answer(asked.get("/healthz")).content == b"ok"
    assert answer(asked.get("/readyz")).status_code == 503


def test_a_public_request_does_not_look_at_its_connection_first(connections: Connections) -> None:
    answer = middleware(failing(), replicas=0)
    answer(asked.get("/"))
    assert connections["default"].health_check_done
    answer(asked.get("/admin/"))
    assert not connections["default"].health_check_done
