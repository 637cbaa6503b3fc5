"""A full CSV export: rows a second, and what a worker grows by while it sends them."""

import time
from contextlib import suppress
from pathlib import Path

from tests.benchmark.servers import BEHIND_PROXY, Server, of_process


def measured(server: Server) -> dict[str, float]:
    """Rows, rows a second, and the growth of the largest worker in MiB."""
    workers = server.workers
    held = max(_forgetful(pid) for pid in workers)
    start = time.perf_counter()
    rows = _lines(server, "/statements.csv")
    taken = time.perf_counter() - start
    growth = max(of_process(pid, "VmHWM") for pid in workers) - held
    return {"rows": rows, "rate": rows / taken, "growth": growth}


def _forgetful(pid: int) -> float:
    """The memory of a process, whose highest mark is put back to it."""
    with suppress(OSError):
        Path(f"/proc/{pid}/clear_refs").write_text("5")
    return of_process(pid, "VmHWM")


def _lines(server: Server, path: str) -> int:
    connection = server.connection()
    connection.request("GET", path, headers=BEHIND_PROXY)
    response = connection.getresponse()
    lines = 0
    while part := response.read(1 << 20):
        lines += part.count(b"\n")
    connection.close()
    return lines
