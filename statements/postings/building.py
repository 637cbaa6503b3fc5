"""Postings made in bulk: chunk by chunk, each written once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pyroaring import BitMap

from statements.models import ValuePosting, WordPosting
from statements.models.content import Posting
from statements.postings import blobs
from statements.postings.terms import terms

_BATCH = 20_000  # postings written by one statement of SQL


class Builder:
    """Takes entries in the order of their ids and writes their postings into an index without any.

    Holds the sets of one chunk in memory: 65,536 statements, some 200 MB.
    """

    def __init__(self, using: str = "default") -> None:
        self.using = using
        self.chunk = 0
        self.words: defaultdict[str, list[int]] = defaultdict(list)
        self.values: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, pk: int, tokens: str, values: Iterable[str]) -> None:
        """Take the entry of a statement; raises ValueError if a later one was given before."""
        self.add_terms(pk, terms(tokens), values)

    def add_terms(self, pk: int, words: Iterable[str], values: Iterable[str]) -> None:
        """The same for an entry of which the terms are known."""
        if pk >> blobs.CHUNK_BITS != self.chunk:
            self._begin(pk >> blobs.CHUNK_BITS)
        for word in words:
            self.words[word].append(pk)
        for value in values:
            self.values[value].append(pk)

    def close(self) -> None:
        """Write what is left."""
        self._write(WordPosting, self.words)
        self._write(ValuePosting, self.values)

    def store(self, model: type[Posting], rows: Iterable[blobs.Row]) -> None:
        """Put postings of a chunk where they belong."""
        blobs.append(model, rows, self.using)

    def _begin(self, chunk: int) -> None:
        if chunk < self.chunk:
            raise ValueError(chunk)
        self.close()
        self.chunk = chunk

    def _write(self, model: type[Posting], sets: defaultdict[str, list[int]]) -> None:
        found = sorted(sets)
        for start in range(0, len(found), _BATCH):
            batch = found[start : start + _BATCH]
            rows = ((term, self.chunk, _stored(sets[term])) for term in batch if sets[term])
            self.store(model, rows)
        sets.clear()


def _stored(ids: Sequence[int]) -> bytes:
    """A set as the database holds it."""
    return _alone(ids[0]) if len(ids) == 1 else BitMap(ids).serialize()


@lru_cache(maxsize=blobs.SIZE)
def _alone(pk: int) -> bytes:
    """The set of one statement; most runs of Khmer clusters stand in one alone, as many others."""
    return BitMap((pk,)).serialize()
