"""How long single requests take, read by the client over the loopback."""

import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median

from tests.benchmark.servers import BEHIND_PROXY, Server

ROUNDS = 5
RUNNING = 5  # times in a row at least, as the pages of a site in use are asked for
# Seconds that a row takes at least. A processor that mostly rests may be half as quick as a busy
# one, and five quick answers keep it busy for a moment only.
LASTING = 0.1
FEWEST = 3
PATIENCE = 10  # seconds for one page of one server, after which the fewest rounds are enough


class UnexpectedAnswerError(Exception):
    """An answer that is not what was to be measured."""


@dataclass
class Probe:
    """A page of a server, and what it took each time in milliseconds."""

    server: Server
    page: str
    path: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    taken: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)  # processor time of the workers

    @property
    def done(self) -> bool:
        return len(self.taken) >= FEWEST and sum(self.taken) > PATIENCE * 1000

    def reading(self) -> dict[str, float]:
        return {
            "median": median(self.taken),
            "worst": max(self.taken),
            "worked": median(self.worked),
            "rounds": len(self.taken),
        }


def asked(probe: Probe) -> float:
    """Ask once; the milliseconds until the last byte has come."""
    connection = probe.server.connection()
    start = time.perf_counter()
    connection.request("GET", probe.path, headers={**BEHIND_PROXY, **probe.headers})
    response = connection.getresponse()
    response.read()
    taken = (time.perf_counter() - start) * 1000
    connection.close()
    if response.status != probe.status:
        raise UnexpectedAnswerError(f"{probe.server.name} {probe.path}: {response.status}")
    return taken


def together(probe: Probe) -> list[float]:
    """Ask as often at once as there are workers, so that every one of them has to answer."""
    times = len(probe.server.workers)
    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(asked, [probe] * times))


def measure(probes: Iterable[Probe], rounds: int = ROUNDS) -> None:
    """Ask every page of every server in turn, round after round, so that noise hits all alike."""
    probes = list(probes)
    for probe in probes:
        together(probe)
    for _round in range(rounds):
        for probe in probes:
            take_turn(probe)


def take_turn(probe: Probe) -> None:
    """Ask one page some times in a row; the first finds nothing of it in the processor's caches."""
    times, end = 0, time.monotonic() + LASTING
    while not probe.done and (times < RUNNING or time.monotonic() < end):
        before = probe.server.worked()
        probe.taken.append(asked(probe))
        probe.worked.append(probe.server.worked() - before)
        times += 1
