"""What a change of one statement costs, and whether every worker's next answer shows it."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from statistics import median
from typing import Any

from tests.benchmark.places import ROOT, environment
from tests.benchmark.servers import BEHIND_PROXY, Server

TIMES = 7
COUNT = re.compile(rb'id="count">(\d[\d,.\s]*)')


class Editor:
    """A program that publishes and withdraws when told to."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def told(self, command: str) -> dict[str, float]:
        """Have it done; the milliseconds it took, and of these the index's."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{command}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"Nothing of the corpus could be changed: {command} failed.")
        answer: dict[str, float] = json.loads(line)
        return answer


@contextmanager
def editor(database_url: str) -> Iterator[Editor]:
    command = [sys.executable, "-m", "tests.benchmark.within", "publishing"]
    env = environment(database_url, DJANGO_SETTINGS_MODULE="config.settings")
    with subprocess.Popen(  # noqa: S603  # a program of the benchmark
        command, cwd=ROOT, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Editor(process)
        assert process.stdin
        process.stdin.close()


def counted(server: Server) -> tuple[int, float]:
    """How many statements the timeline says there are, and the milliseconds of the answer."""
    connection = server.connection()
    start = time.perf_counter()
    connection.request("GET", "/statements/", headers=BEHIND_PROXY)
    body = connection.getresponse().read()
    taken = (time.perf_counter() - start) * 1000
    connection.close()
    return number_of(body), taken


def number_of(body: bytes) -> int:
    """The number of statements that a page of the timeline prints."""
    found = COUNT.search(body)
    return int(re.sub(rb"\D", b"", found[1])) if found else -1


def of_every_worker(server: Server) -> list[tuple[int, float]]:
    """The same of as many requests at once as there are workers."""
    times = len(server.workers)
    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(counted, [server] * times))


def measured(server: Server, database_url: str) -> dict[str, Any]:
    """What changes and the next answers took, and how many of these were right."""
    before = counted(server)[0]
    taken: list[dict[str, float]] = []
    answers: list[tuple[int, int, float]] = []
    with editor(database_url) as one:
        for command, expected in [("publish", before + 1), ("withdraw", before)] * TIMES:
            taken.append(one.told(command))
            answers += [(expected, *answer) for answer in of_every_worker(server)]
    return {
        "change": median(one["taken"] for one in taken),
        "index": median(one["index"] for one in taken),
        "index_worst": max(one["index"] for one in taken),
        "answer": median(milliseconds for *_counts, milliseconds in answers),
        "answers": len(answers),
        "exact": sum(expected == count for expected, count, _taken in answers),
    }
