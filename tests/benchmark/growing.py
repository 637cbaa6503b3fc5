"""How much longer pages take of a large register than of a small one, with both up at once.

What a machine does in a minute may be half of what it does in the next, so pages of two sizes that
are measured one after the other cannot be compared.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from tests.benchmark import memory, servers
from tests.benchmark.timing import Probe, measure

Growth = dict[str, dict[str, dict[str, dict[str, float]]]]  # by size, engine and page


def measured(urls: Mapping[int, Mapping[str, str]], found: Mapping[int, Any]) -> Growth:
    """What the pages of the smallest and the largest size take, asked in turn.

    `urls` are the databases by size and engine, `found` what is known of each size. Without a
    second size, nothing.
    """
    sizes = sorted({min(urls), max(urls)})
    if len(sizes) == 1:
        return {}
    with ExitStack() as stack:
        stack.enter_context(memory.held([urls[size] for size in sizes]))
        probes = [
            (size, engine, probe)
            for size in sizes
            for engine, url in urls[size].items()
            for probe in _probes(stack, f"{engine}-{size}", url, found[size]["questions"])
        ]
        measure(sorted((probe for *_of, probe in probes), key=lambda probe: probe.page))
    growth: Growth = {}
    for size, engine, probe in probes:
        pages = growth.setdefault(str(size), {}).setdefault(engine, {})
        pages[probe.page] = probe.reading()
    return growth


def _probes(stack: ExitStack, name: str, url: str, questions: list[dict[str, Any]]) -> list[Probe]:
    server = stack.enter_context(servers.django(name, url))
    return [Probe(server, one["key"], one["path"]) for one in questions]
