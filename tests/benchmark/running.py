"""All that is measured at one size, with every server up at once."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.benchmark import corpora, downloads, freshness, growing, memory, servers
from tests.benchmark.cluster import Cluster
from tests.benchmark.places import WORKERS
from tests.benchmark.programs import told
from tests.benchmark.servers import BEHIND_PROXY, Server
from tests.benchmark.throughput import SECONDS, requests_per_second
from tests.benchmark.timing import Probe, asked, measure

Question = dict[str, Any]
Readings = dict[str, dict[str, dict[str, float]]]  # by server and page
CONNECTIONS = (1, 16)


def of_sizes(
    sizes: list[int], engines: list[str], cluster: Cluster | None
) -> tuple[dict[int, Any], growing.Growth]:
    """The numbers of each size, and those that tell how pages grow from one to the other."""
    urls: dict[int, dict[str, str]] = {}
    found: dict[int, Any] = {}
    for size in sorted(sizes):
        say(f"{size:,} statements")
        made = {
            engine: corpora.made(engine, size, cluster if engine == "postgresql" else None)
            for engine in engines
        }
        urls[size] = {engine: url for engine, (url, _rates) in made.items()}
        found[size] = of_size(size, urls[size])
        found[size]["loading"] = {engine: rates for engine, (_url, rates) in made.items()}
    say("growth")
    return found, growing.measured(urls, found)


def of_size(size: int, urls: dict[str, str]) -> dict[str, Any]:
    """The numbers of this size, from databases by engine."""
    with ExitStack() as stack:
        flat = flat_copy(size) if "sqlite" in urls else None
        stack.enter_context(memory.held([urls], [flat] if flat else []))
        ours, workers = {}, {}
        for engine, url in urls.items():  # one after the other: beside another each takes longer
            ours[engine] = started(stack, engine, url)
            workers[engine] = beginning(ours[engine])
        others = peers(stack, urls, flat)
        found = asked_of_all(next(iter(urls.values())), ours, others)
        for engine, server in ours.items():
            workers[engine]["growth"] = server.memory() - workers[engine]["before"]
        say("changes and exports")
        found["workers"] = workers
        found["changes"] = {one: freshness.measured(ours[one], urls[one]) for one in ours}
        found["exports"] = {one: downloads.measured(ours[one]) for one in ours}
    return found


def asked_of_all(url: str, ours: dict[str, Server], others: dict[str, Server]) -> dict[str, Any]:
    """The questions of a corpus, and what the servers took for them."""
    questions = questions_of(url, next(iter(ours.values())))
    known = readings(questions, ours, others)
    return {
        "questions": questions,
        "readings": known,
        "rates": rates(ours, others, questions[0], known),
    }


def flat_copy(size: int) -> Path:
    say("a flat copy for Datasette")
    return corpora.flat(size)


def say(words: str) -> None:
    sys.stderr.write(f"bench: {words}\n")


def started(stack: ExitStack, engine: str, url: str) -> Server:
    return stack.enter_context(servers.django(engine, url))


def beginning(server: Server) -> dict[str, float]:
    """How soon the server listens and then shows the timeline, and what a worker holds before."""
    while len(server.workers) < WORKERS:
        time.sleep(0.005)
    before = server.memory()
    first = Probe(server, "timeline", "/statements/")
    asked(first)
    ready = time.monotonic() - server.started
    return {"opened": server.opened - server.started, "ready": ready, "before": before}


def peers(stack: ExitStack, urls: dict[str, str], flat: Path | None) -> dict[str, Server]:
    """The other servers on the same statements."""
    found = {}
    if flat:
        found["datasette"] = stack.enter_context(servers.datasette(flat))
    for engine, url in urls.items():
        settings = "tests.benchmark.peers.plain.settings"
        plain = servers.django(f"plain-{engine}", url, settings)
        found[f"plain-{engine}"] = stack.enter_context(plain)
    settings = "tests.benchmark.peers.ceiling.settings"
    ceiling = servers.django("ceiling", next(iter(urls.values())), settings)
    found["ceiling"] = stack.enter_context(ceiling)
    return found


def questions_of(url: str, server: Server) -> list[Question]:
    """The pages to ask for, each list with the number of statements it holds."""
    say("questions")
    found: list[Question] = told(url, "questions")
    for question in found:
        question["matches"] = matches(server, question["path"])
    return found


def matches(server: Server, path: str) -> int | None:
    """How many statements a list says it holds; None for other pages."""
    if path.partition("?")[0] != "/statements/":
        return None
    connection = server.connection()
    connection.request("GET", path, headers=BEHIND_PROXY)
    found = freshness.number_of(connection.getresponse().read())
    connection.close()
    return found if found >= 0 else None


def readings(
    questions: list[Question], ours: dict[str, Server], others: dict[str, Server]
) -> Readings:
    """What every page of every server takes."""
    say("single requests")
    probes = [*probes_of_ours(questions, ours), *probes_of_others(questions, others)]
    probes.sort(key=lambda probe: probe.page)  # so that the servers take turns at each page
    measure(probes)
    found: Readings = {}
    for probe in probes:
        found.setdefault(probe.server.name, {})[probe.page] = probe.reading()
    return found


def probes_of_ours(questions: list[Question], ours: dict[str, Server]) -> list[Probe]:
    asked = [
        Probe(server, one["key"], one["path"]) for one in questions for server in ours.values()
    ]
    return asked + [
        Probe(server, "not-modified", "/statements/", 304, {"If-None-Match": validator(server)})
        for server in ours.values()
    ]


def validator(server: Server) -> str:
    """The ETag of the timeline."""
    connection = server.connection()
    connection.request("GET", "/statements/", headers=BEHIND_PROXY)
    tag = connection.getresponse().getheader("ETag")
    connection.close()
    return tag or ""


def probes_of_others(questions: list[Question], others: dict[str, Server]) -> list[Probe]:
    ceiling = others["ceiling"]
    found = [Probe(ceiling, "hello", "/hello"), Probe(ceiling, "constants", "/statements/")]
    for name, server in others.items():
        asked = ((one["key"], one.get(kind_of(name))) for one in questions)
        found += [Probe(server, key, path) for key, path in asked if path]
    return found


def kind_of(name: str) -> str:
    """What a server is asked: plain-sqlite what any plain list is."""
    return name.partition("-")[0]


Load = tuple[Server, str, str, dict[str, str]]  # server, name of the page, path, headers


def rates(
    ours: dict[str, Server], others: dict[str, Server], timeline: Question, known: Readings
) -> Readings:
    """Requests a second, by server, page and number of connections."""
    say("requests per second")
    found: Readings = {}
    for server, page, path, headers in loads(ours, others, timeline, known):
        found.setdefault(server.name, {})[page] = {
            str(number): requests_per_second(server, path, number, headers)
            for number in CONNECTIONS
        }
    return found


def loads(
    ours: dict[str, Server], others: dict[str, Server], timeline: Question, known: Readings
) -> Iterator[Load]:
    """What wrk asks for. A peer is left out whose page takes too long for the time there is."""
    yield others["ceiling"], "hello", "/hello", {}
    yield others["ceiling"], "constants", timeline["path"], {}
    for server in ours.values():
        yield server, "timeline", timeline["path"], {}
        yield server, "not-modified", timeline["path"], {"If-None-Match": validator(server)}
    for name, server in others.items():
        path = timeline.get(kind_of(name))
        if path and known[name]["timeline"]["median"] < SECONDS * 1000 / 2:
            yield server, "timeline", path, {}
