"""Batches of the corpus in their order, made by other processes while this one writes.

Each process makes every n-th batch and hands it over when it is asked for. While it waits for that
it makes one more, so none is idle and none runs far ahead. One that is left alone, because this
process was killed, ends at its next batch.
"""

import gc
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import django

from statements.corpus.engines import Packed, engine
from statements.corpus.plan import Plan

if TYPE_CHECKING:  # the others can be imported only where Django is set up
    from statements.corpus.indexing import Postings


@dataclass(frozen=True)
class Made:
    """A batch, ready for the database."""

    tables: dict[str, Packed]
    spans: dict[str, tuple[int, int]]  # the first and the last id of those with a history
    entered: list[tuple[str, str, int, str]]
    postings: "Postings"


class LostError(Exception):
    """A process that made batches ended before its time."""


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
    with ExitStack() as stack:
        pipes = [
            stack.enter_context(closing(_started(plan, numbers[first::processes], vendor)))
            for first in range(min(processes, len(numbers)))
        ]
        yield (_received(pipes[place % processes]) for place in range(len(numbers)))


def _received(pipe: Connection) -> Made:
    try:
        made: Made = pipe.recv()
    except EOFError as error:
        raise LostError from error
    return made


def _started(plan: Plan, numbers: Sequence[int], vendor: str) -> Connection:
    # Spawned, not forked: no process inherits a connection to the database.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    arguments = (plan, numbers, vendor, there)
    context.Process(target=_hand_over, args=arguments, daemon=True).start()
    there.close()
    return here


def _hand_over(plan: Plan, numbers: Sequence[int], vendor: str, pipe: Connection) -> None:
    django.setup()
    gc.disable()  # rows refer to no rows, so looking for circles among them is in vain
    with ThreadPoolExecutor(1) as sender, suppress(BrokenPipeError):  # nobody wants it any more
        handed: list[Future[None]] = []
        for number in numbers:
            made = _made(plan, number, vendor)
            while handed:
                handed.pop().result()
            handed.append(sender.submit(pipe.send, made))


def _made(plan: Plan, number: int, vendor: str) -> Made:
    from statements.corpus.batches import Rows  # noqa: PLC0415  # see above

    rows, to = Rows(plan, number), engine(vendor)
    tables = {name: to.packed(own) for name, own in rows.tables.items()}
    return Made(tables, rows.spans(), rows.entered, rows.postings)
