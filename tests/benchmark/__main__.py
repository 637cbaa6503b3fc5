"""Runs the benchmark: `make bench`, or `make bench SIZE=10000 ENGINE=sqlite`."""

import argparse
import json
import signal
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

from tests.benchmark import cluster, machine, running
from tests.benchmark.drawing import drawing
from tests.benchmark.figures import ENGINES, Figures
from tests.benchmark.places import DOCS, HOME, RESULTS, WORKERS
from tests.benchmark.report import report
from tests.benchmark.timing import FEWEST, LASTING, PATIENCE, ROUNDS, RUNNING

SIZES = (10_000, 100_000, 1_000_000)


def main() -> None:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    asked = arguments()
    HOME.mkdir(parents=True, exist_ok=True)
    if asked.report:
        kept = json.loads(RESULTS.read_text())
    else:
        kept = measured(asked.size or list(SIZES), asked.engine or list(ENGINES))
        RESULTS.write_text(json.dumps(kept, indent=1))
    whole = set(kept["sizes"]) == {str(size) for size in SIZES} and len(kept["engines"]) == 2
    written(Figures(kept), DOCS if whole else HOME)


def _leave(number: int, _frame: object) -> NoReturn:
    """Stop every server on the way out."""
    sys.exit(128 + number)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--size", type=int, nargs="*", help="statements; default: all three")
    parser.add_argument("--engine", choices=ENGINES, nargs="*", help="default: both")
    parser.add_argument("--report", action="store_true", help="only write what was measured last")
    return parser.parse_args()


def measured(sizes: list[int], engines: list[str]) -> dict[str, Any]:
    """Everything, for each size and engine."""
    known = machine.described()  # before the run makes the machine busy
    with ExitStack() as stack:
        server = stack.enter_context(cluster.running()) if "postgresql" in engines else None
        found, growth = running.of_sizes(sizes, engines, server)
    return {
        "machine": known | ({"PostgreSQL": server.version} if server else {}),
        "engines": engines,
        "method": {
            "rounds": ROUNDS, "running": RUNNING, "lasting": LASTING, "fewest": FEWEST,
            "patience": PATIENCE, "workers": WORKERS,
        },
        "sizes": {str(size): numbers for size, numbers in found.items()},
        "growth": growth,
    }  # fmt: skip


def written(figures: Figures, directory: Path) -> None:
    """Print the report, and keep it: in docs/ if the run was whole, else beside its numbers."""
    (directory / "benchmark.svg").write_text(drawing(figures))
    text = report(figures, "benchmark.svg")
    (directory / "benchmark.md").write_text(text)
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
