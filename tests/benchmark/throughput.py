"""Requests per second, by wrk."""

import re
import subprocess
from collections.abc import Mapping

from tests.benchmark.servers import BEHIND_PROXY, Server
from tests.benchmark.timing import Probe, together

SECONDS = 4


def requests_per_second(
    server: Server,
    path: str,
    connections: int,
    headers: Mapping[str, str] | None = None,
) -> float:
    """What the server answers with this many connections at once, after a second to warm up.

    Requests that wrk leaves unanswered at its end are let finish, so as not to burden the next.
    """
    said = {**BEHIND_PROXY, **(headers or {})}
    given = [f"--header={name}: {text}" for name, text in said.items()]
    threads = min(connections, 2)
    command = ["wrk", f"-t{threads}", f"-c{connections}", "--timeout=60s", *given, server.url(path)]
    status = 304 if headers else 200  # a header is the validator
    finish = Probe(server, path, path, status, headers or {})
    _run([*command, "-d1s"])
    together(finish)
    output = _run([*command, f"-d{SECONDS}s"])
    together(finish)
    return rate(output)


def rate(output: str) -> float:
    """The rate that wrk printed. Raises ValueError where it saw errors."""
    if refused := re.search(r"(Non-2xx.*|Socket errors: connect [1-9].*)", output):
        raise ValueError(refused[1])
    found = re.search(r"Requests/sec:\s*([\d.]+)", output)
    if not found:
        raise ValueError("wrk printed no rate")
    return float(found[1])


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout
