"""The index of the corpus: made as its statements come, or anew where others were before.

The postings of a chunk are made by a process of their own, while this one writes rows. So they are
stored some batches later than the statements, and a run that goes on makes what was not stored.
"""

import pickle
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from itertools import islice
from multiprocessing.connection import Connection
from typing import Protocol

from django.db import transaction

from statements.corpus.indexing import BatchBuilder, Stored
from statements.corpus.plan import BATCH
from statements.corpus.processes import LostError, received, started
from statements.models import SearchEntry, Statement, ValuePosting
from statements.postings import blobs, content
from statements.search import index

END = b""
BEHIND = 16  # batches that may wait for the other process
Entries = list[tuple[int, str, str]]  # ids, tokens and values, as the database holds them


class Builders(Protocol):
    """What makes postings."""

    def add(self, batch: bytes) -> Iterator[Stored]:
        """Take the next batch, or entries; give what is to be stored by now."""

    def close(self) -> Iterator[Stored]:
        """Give what is left."""


class Here:
    """Makes postings in this process."""

    def __init__(self) -> None:
        self.builder = BatchBuilder()

    def add(self, batch: bytes) -> Iterator[Stored]:
        take(self.builder, batch)
        yield self.builder.handed_over()

    def close(self) -> Iterator[Stored]:
        self.builder.close()
        yield self.builder.handed_over()


class Elsewhere:
    """Lets another process make them, which may be some batches behind."""

    def __init__(self, pipe: Connection, sender: ThreadPoolExecutor) -> None:
        self.pipe, self.sender = pipe, sender
        self.sent: deque[Future[None]] = deque()

    def add(self, batch: bytes) -> Iterator[Stored]:
        self._send(batch)
        while self.pipe.poll():
            yield received(self.pipe)

    def close(self) -> Iterator[Stored]:
        self._send(END)
        while made := received(self.pipe):
            yield made

    def _send(self, batch: bytes) -> None:
        self.sent.append(self.sender.submit(self.pipe.send_bytes, batch))
        if len(self.sent) > BEHIND:
            try:
                self.sent.popleft().result()
            except ConnectionError as error:
                raise LostError from error


class Index:
    """Takes what statements are found by, in the order of their ids."""

    def __init__(self, builders: Builders | None) -> None:
        self.builders = builders

    def add(self, batch: bytes) -> None:
        """Take the postings of the next batch."""
        if self.builders:
            _store(self.builders.add(batch))

    def close(self) -> None:
        """Store what is left, and tell every worker that all is new."""
        if self.builders is None:
            index.rebuild()
        else:
            _store(self.builders.close())
            content.mark_rebuilt()


@contextmanager
def index_behind(base: int, last: int, processes: int) -> Iterator[Index]:
    """An index that goes on behind the statement with the id `last`.

    Those up to `base` are no corpus's; where there are any, all is indexed anew at the end.
    """
    if Statement.objects.filter(pk__lte=base).exists():
        yield Index(None)
        return
    with _builders(processes) as builders:
        made = Index(builders)
        for entries in _unstored(last):
            made.add(pickle.dumps(entries))
        yield made


@contextmanager
def _builders(processes: int) -> Iterator[Builders]:
    if not processes:
        yield Here()
        return
    with closing(started(build)) as pipe, ThreadPoolExecutor(1) as sender:
        yield Elsewhere(pipe, sender)


def build(pipe: Connection) -> None:
    """Make postings of what comes, until the end of it comes."""
    builder = BatchBuilder()
    with ThreadPoolExecutor(1) as sender, suppress(EOFError, ConnectionError):
        while batch := pipe.recv_bytes():
            take(builder, batch)
            if made := builder.handed_over():
                sender.submit(pipe.send, made)
        builder.close()
        for made in (builder.handed_over(), []):
            sender.submit(pipe.send, made)


def take(builder: BatchBuilder, batch: bytes) -> None:
    """Add a pickled batch, or pickled entries."""
    found = pickle.loads(batch)  # noqa: S301  # our own
    if not isinstance(found, list):
        builder.add_batch(found)
        return
    for pk, tokens, values in found:
        builder.add(pk, tokens, values.split())


def _unstored(last: int) -> Iterator[Entries]:
    """The entries of which there are no postings: only whole chunks are stored."""
    chunk = max(blobs.chunks(ValuePosting, "default"), default=-1) + 1
    rows = SearchEntry.objects.filter(pk__gte=chunk << blobs.CHUNK_BITS, pk__lte=last)
    found = rows.order_by("pk").values_list("pk", "tokens", "values").iterator()
    while entries := list(islice(found, BATCH)):
        yield entries


def _store(made: Iterator[Stored]) -> None:
    for stored in made:
        with transaction.atomic():  # a chunk is stored whole, or it is made again
            for model, rows in stored:
                blobs.append(model, rows, "default")
