"""Servers on free ports of this machine, and the memory of their processes."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from tests.benchmark.places import DATASETTE, LOGS, ROOT, environment, free_port

# What the proxy in front of a server in production says.
BEHIND_PROXY = {"X-Forwarded-Proto": "https"}
SLOWEST = 600  # seconds, after which a peer's answer is given up


@dataclass
class Server:
    """A server that answers on `port`. `started` is when it was called, on the monotonic clock."""

    name: str
    port: int
    process: "subprocess.Popen[bytes]"
    started: float = field(default_factory=time.monotonic)
    opened: float = 0.0

    def connection(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=SLOWEST)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def workers(self) -> list[int]:
        """The processes that answer: the children, or the process itself if it has none."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [int(child) for child in children] or [pid]

    def worked(self) -> float:
        """The milliseconds of processor time that the workers have taken so far."""
        stats = (Path(f"/proc/{pid}/schedstat").read_text() for pid in self.workers)
        return sum(int(stat.split()[0]) for stat in stats) / 1e6

    def memory(self) -> float:
        """The most memory that a worker holds for itself now, in MiB."""
        return max(of_process(pid, "RssAnon") for pid in self.workers)


def of_process(pid: int, name: str) -> float:
    """A line of a process's status, such as VmHWM, in MiB."""
    found = re.search(rf"{name}:\s*(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


@contextmanager
def django(
    name: str, database_url: str, settings: str = "config.settings", **more: str
) -> Iterator[Server]:
    """A Django project under gunicorn, set up alike for ours and for the peers."""
    port = free_port()
    env = environment(database_url, PORT=str(port), DJANGO_SETTINGS_MODULE=settings, **more)
    own = settings == "config.settings"
    configuration = "config/gunicorn.py" if own else "tests/benchmark/peers/gunicorn.py"
    how = ["--config", configuration, "--timeout", str(SLOWEST)]
    command = [sys.executable, "-m", "gunicorn", *how, "config.wsgi"]
    with _running(name, port, command, env) as server:
        yield server


@contextmanager
def datasette(database: Path) -> Iterator[Server]:
    """Datasette on a file, with its limits raised so that it counts its facets to the end."""
    port = free_port()
    limits = {
        "suggest_facets": "off",
        "facet_time_limit_ms": "600000",
        "sql_time_limit_ms": "600000",
        "default_cache_ttl": "0",
    }
    given = [word for pair in limits.items() for word in ("--setting", *pair)]
    command = [str(DATASETTE), "serve", str(database), "--port", str(port), *given]
    with _running("datasette", port, command, environment("")) as server:
        yield server


@contextmanager
def _running(name: str, port: int, command: list[str], env: dict[str, str]) -> Iterator[Server]:
    LOGS.mkdir(parents=True, exist_ok=True)
    with (LOGS / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603  # the servers of the benchmark
            command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=log
        )
    server = Server(name, port, process)
    try:
        _wait_until_open(server)
        yield server
    finally:
        process.terminate()
        process.wait()


def _wait_until_open(server: Server) -> None:
    while server.process.poll() is None:
        with suppress(ConnectionRefusedError):
            connection = server.connection()
            connection.connect()
            connection.close()
            server.opened = time.monotonic()
            return
        time.sleep(0.005)
    raise SystemExit(
        f"{server.name} does not start. See {LOGS.relative_to(ROOT)}/{server.name}.log"
    )
