"""Batches of the corpus in their order, made by other processes while this one writes.

Each process makes every n-th batch and hands it over when it is asked for. While it waits for that
it makes one more, so none is idle and none runs far ahead. One that is left alone, because this
process was killed, ends at its next batch.
"""

import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from statements.corpus.batches import Rows
from statements.corpus.engines import Packed, engine
from statements.corpus.plan import Plan
from statements.corpus.processes import received, started


@dataclass(frozen=True)
class Made:
    """A batch, ready for the database."""

    tables: dict[str, Packed]
    spans: dict[str, tuple[int, int]]  # the first and the last id of those with a history
    entered: list[tuple[str, str, int, str]]
    postings: bytes  # pickled, for whoever makes the index


@contextmanager
def batches(
    plan: Plan, numbers: Sequence[int], vendor: str, processes: int
) -> Iterator[Iterator[Made]]:
    """Give the batches with these numbers; without processes of their own they are made here.

    The processes begin at once, before the first batch is asked for.
    """
    if not processes:
        yield (_made(plan, number, vendor) for number in numbers)
        return
    shares = [numbers[first::processes] for first in range(min(processes, len(numbers)))]
    with ExitStack() as stack:
        pipes = [
            stack.enter_context(closing(started(hand_over, plan, share, vendor)))
            for share in shares
        ]
        yield (received(pipes[place % processes]) for place in range(len(numbers)))


def hand_over(pipe: Connection, plan: Plan, numbers: Sequence[int], vendor: str) -> None:
    """Make these batches and send each."""
    with ThreadPoolExecutor(1) as sender, suppress(ConnectionError):  # nobody wants it any more
        handed: list[Future[None]] = []
        for number in numbers:
            made = _made(plan, number, vendor)
            while handed:
                handed.pop().result()
            handed.append(sender.submit(pipe.send, made))


def _made(plan: Plan, number: int, vendor: str) -> Made:
    rows, to = Rows(plan, number), engine(vendor)
    tables = {name: to.packed(own) for name, own in rows.tables.items()}
    postings = pickle.dumps(rows.postings, pickle.HIGHEST_PROTOCOL)
    return Made(tables, rows.spans(), rows.entered, postings)
