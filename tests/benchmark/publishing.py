"""An editor at work: publishes a draft of the corpus and withdraws it again, when told to.

    python -m tests.benchmark.within publishing

reads "publish" or "withdraw" from its input, a line each, and prints the milliseconds it took, and
of these the index's. The corpus has as many published statements afterwards as before.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from statements import workflow
from statements.models import Statement
from statements.search import index

REASON = "It was published for a measurement."
spent: list[float] = []  # milliseconds in the index since the last command


def main() -> None:
    watch_index()
    drafts, published = publishable(), None
    for line in sys.stdin:
        spent.clear()
        start = time.perf_counter()
        if line.strip() == "publish":
            published = next(drafts)
        else:
            assert published is not None
            workflow.withdraw(record=published, by=None, reason=REASON)
        taken = (time.perf_counter() - start) * 1000
        sys.stdout.write(json.dumps({"taken": taken, "index": sum(spent)}) + "\n")
        sys.stdout.flush()


def publishable() -> Iterator[Any]:
    """Publish draft after draft; what the workflow refuses is passed over."""
    ids = Statement.objects.filter(status="draft").values_list("pk", flat=True)
    for pk in ids.order_by("pk")[:200]:
        try:
            yield workflow.publish(record=Statement.objects.get(pk=pk), by=None)
        except workflow.WorkflowError:
            continue


def watch_index() -> None:
    """Count the time that is spent in the functions that write the index."""
    for name in ("take_in", "remove"):
        setattr(index, name, watched(getattr(index, name)))


def watched(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, adding to `spent` what it takes."""

    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            spent.append((time.perf_counter() - start) * 1000)

    return timed
