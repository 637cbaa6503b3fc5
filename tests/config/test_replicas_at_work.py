"""Copies for reading at work: real servers that lag, fail and are promoted."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.config.clusters import Server, servers

ROOT = Path(__file__).parents[2]
LIMIT = 10.0


@dataclass
class Site:
    """A running site, and the session of one of its editors."""

    port: int
    session: str

    def get(self, path: str, *, editor: bool = False) -> tuple[int, str, str]:
        """The status, the server that was read from, and the page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Cookie": f"sessionid={self.session}"} if editor else {}
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        found = answer.status, answer.headers["X-Read-From"], answer.read().decode()
        connection.close()
        return found

    def source(self) -> str:
        """From where a public page is read, which is never in vain."""
        status, server, _text = self.get("/topics/")
        assert status == 200
        return server


def run(action: str, **environment: str) -> "subprocess.Popen[str]":
    given = {"PATH": os.environ["PATH"], "DATABASE_REPLICA_LAG": "1", "LOG_LEVEL": "CRITICAL"}
    return subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-m", "tests.config.replicated", action],
        env={**given, **environment}, cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


@contextmanager
def site(primary: Server, copies: list[Server]) -> Iterator[Site]:
    """The primary with its tables, its copies following, and the site in front of them."""
    primary.create()
    primary.start()
    session, _ = run("prepare", DATABASE_URL=primary.url()).communicate()
    for copy in copies:
        copy.copy(primary, *copies)
        copy.start()
    replicas = ",".join(copy.url() for copy in copies)
    process = run("serve", DATABASE_URL=primary.url(*copies), DATABASE_REPLICA_URLS=replicas)
    try:
        assert process.stdout
        yield Site(int(process.stdout.readline()), session)
    finally:
        process.kill()
        process.communicate()


def until(condition: Callable[[], bool]) -> None:
    """Ask again and again until it holds; the error after a minute is that it never did."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end


def insert(server: Server, name: str) -> None:
    """A published topic, as far as its list shows it."""
    columns = "name, name_local, description, slug, status, published_at"
    values = f"'{name}', '', '', '{name.lower()}', 'published', now()"
    server.execute(f"INSERT INTO statements_topic ({columns}) VALUES ({values})")  # noqa: S608


def test_readers_and_editors_are_served_while_servers_lag_fail_and_are_promoted() -> None:
    with servers(3) as (primary, *copies), site(primary, copies) as register:
        by_name = dict(zip(["replica1", "replica2"], copies, strict=True))
        until(lambda: register.source() in by_name)
        assert register.get("/admin/", editor=True)[:2] == (200, "default")
        assert register.get("/topics/", editor=True)[:2] == (200, "default")

        favourite = register.source()
        (second,) = {*by_name} - {favourite}
        delay = "ALTER SYSTEM SET recovery_min_apply_delay = '{}'"
        by_name[favourite].execute(delay.format("1h"), "SELECT pg_reload_conf()")
        insert(primary, "Floods")
        until(lambda: register.source() == second)
        until(lambda: "Floods" in register.get("/topics/")[2])
        by_name[favourite].execute(delay.format("0"), "SELECT pg_reload_conf()")
        until(lambda: register.source() == favourite)

        by_name[favourite].stop()
        assert register.source() == second
        by_name[favourite].start()
        until(lambda: register.source() == favourite)

        primary.kill()
        until(lambda: register.get("/admin/", editor=True)[0] == 503)
        assert "Closed for a moment" in register.get("/admin/login/")[2]
        assert register.source() in by_name
        assert register.get("/readyz")[0] == 200

        by_name[second].promote()
        until(lambda: register.get("/admin/", editor=True)[0] == 200)
        insert(by_name[second], "Drought")
        until(lambda: "Drought" in register.get("/topics/")[2])
        until(lambda: register.source() == favourite)  # which follows the new primary
        until(lambda: "Drought" in register.get("/topics/")[2])
