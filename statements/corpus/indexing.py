"""The postings of the corpus: made as its statements come, or anew where others were before."""

from collections import defaultdict
from collections.abc import Iterable

from statements.models import SearchEntry, Statement
from statements.postings import content
from statements.postings.blobs import CHUNK_BITS
from statements.postings.building import Builder
from statements.search import index

Sets = dict[str, list[int]]  # ids of statements by term; in any order, some more than once
Field = tuple[str, Iterable[str]]  # tokens, and the terms they give


class Postings:
    """The postings of a batch, of one chunk or two: words and values.

    Statements share most fields, such as the names of a speaker. So they are gathered by field
    first, and the terms of each field are gone through once.
    """

    def __init__(self) -> None:
        self.chunks: dict[int, tuple[Sets, Sets]] = {}
        self._fields: dict[tuple[int, str], tuple[Iterable[str], list[int]]] = {}
        self._values: dict[tuple[int, str], list[int]] = defaultdict(list)

    def add(self, pk: int, fields: Iterable[Field], values: Iterable[str]) -> None:
        """Take a statement; those with lower ids came before."""
        chunk = pk >> CHUNK_BITS
        for tokens, found in fields:
            self._fields.setdefault((chunk, tokens), (found, []))[1].append(pk)
        for value in values:
            self._values[chunk, value].append(pk)

    def gathered(self) -> "Postings":
        """Give the postings of all that was added, and of nothing else."""
        made = Postings()
        for (chunk, _tokens), (found, ids) in self._fields.items():
            words, _values = made._of_chunk(chunk)
            for term in found:
                words[term] += ids
        for (chunk, value), ids in self._values.items():
            made._of_chunk(chunk)[1][value] = ids
        return made

    def _of_chunk(self, chunk: int) -> tuple[Sets, Sets]:
        if chunk not in self.chunks:
            self.chunks[chunk] = (defaultdict(list), defaultdict(list))
        return self.chunks[chunk]


class BatchBuilder(Builder):
    """Takes the postings of many statements at once."""

    def add_postings(self, chunk: int, words: Sets, values: Sets) -> None:
        """Take postings of a chunk, the last one or a later one."""
        if chunk != self.chunk:
            self._begin(chunk)
        for term, ids in words.items():
            self.words[term].extend(ids)
        for value, ids in values.items():
            self.values[value].extend(ids)


class Index:
    """Takes what statements are found by, in the order of their ids."""

    def __init__(self, base: int, last: int) -> None:
        """Go on behind the statement with the id `last`; those up to `base` are no corpus's."""
        others = Statement.objects.filter(pk__lte=base).exists()
        self.builder = None if others else BatchBuilder()
        # Only whole chunks are stored; what there is of the last one is read again.
        chunk = last >> CHUNK_BITS << CHUNK_BITS
        rows = SearchEntry.objects.filter(pk__gte=chunk, pk__lte=last).order_by("pk")
        if self.builder and last > base:
            for pk, tokens, values in rows.values_list("pk", "tokens", "values").iterator():
                self.builder.add(pk, tokens, values.split())

    def add(self, postings: Postings) -> None:
        """Take the postings of the next batch."""
        if self.builder:
            for chunk, (words, values) in postings.chunks.items():
                self.builder.add_postings(chunk, words, values)

    def close(self) -> None:
        """Store what is left, and tell every worker that all is new."""
        if self.builder is None:
            index.rebuild()
        else:
            self.builder.close()
            content.mark_rebuilt()
