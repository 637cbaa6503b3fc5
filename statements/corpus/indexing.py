"""The postings of the corpus: made as its statements come, or anew where others were before."""

from array import array
from collections import defaultdict
from collections.abc import Iterable

from pyroaring import BitMap

from statements.corpus.scene import Field
from statements.corpus.vocabulary import english
from statements.models import SearchEntry, Statement
from statements.postings import content
from statements.postings.blobs import CHUNK_BITS, SIZE
from statements.postings.building import Builder
from statements.search import index

Sets = dict[str, list[int]]  # ids of statements by term; in any order, some more than once


class Postings:
    """The postings of a batch, of one chunk or two: words and values.

    Statements share most fields, such as the names of a speaker. So they are gathered by field
    first, and the terms of each field are gone through once. English words that were drawn have
    numbers: the postings of all of them are one set of numbers, that of a word times the size of a
    chunk plus the place in it, and so are made and united at once.
    """

    def __init__(self) -> None:
        self.chunks: dict[int, tuple[Sets, Sets]] = {}
        self.drawn: dict[int, BitMap] = {}
        self._drawn: dict[int, array[int]] = {}
        self._fields: dict[tuple[int, str], tuple[Iterable[str], list[int]]] = {}
        self._values: dict[tuple[int, str], list[int]] = defaultdict(list)

    def add(self, pk: int, fields: Iterable[Field], values: Iterable[str]) -> None:
        """Take a statement; those with lower ids came before."""
        chunk, place = pk >> CHUNK_BITS, pk & SIZE - 1
        for tokens, found, drawn in fields:
            if drawn:
                places = self._drawn.setdefault(chunk, array("I"))
                places.extend([number * SIZE + place for number in drawn])
            else:
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
        for chunk, places in self._drawn.items():
            made._of_chunk(chunk)
            made.drawn[chunk] = BitMap(places)
        return made

    def _of_chunk(self, chunk: int) -> tuple[Sets, Sets]:
        if chunk not in self.chunks:
            self.chunks[chunk] = (defaultdict(list), defaultdict(list))
        return self.chunks[chunk]


class BatchBuilder(Builder):
    """Takes the postings of many statements at once."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = BitMap()

    def add_postings(
        self, chunk: int, words: Sets, values: Sets, drawn: BitMap | None = None
    ) -> None:
        """Take postings of a chunk, the last one or a later one."""
        if chunk != self.chunk:
            self._begin(chunk)
        self.drawn |= drawn or BitMap()
        for term, ids in words.items():
            self.words[term].extend(ids)
        for value, ids in values.items():
            self.values[value].extend(ids)

    def close(self) -> None:
        """Write what is left."""
        for number, token in enumerate(english().tokens if self.drawn else ()):
            first = number * SIZE
            places = self.drawn & BitMap(range(first, first + SIZE))
            self.words[token].extend(places.shift(self.chunk * SIZE - first).to_array())
        self.drawn = BitMap()
        super().close()


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
            for chunk, (words, values) in sorted(postings.chunks.items()):
                self.builder.add_postings(chunk, words, values, postings.drawn.get(chunk))

    def close(self) -> None:
        """Store what is left, and tell every worker that all is new."""
        if self.builder is None:
            index.rebuild()
        else:
            self.builder.close()
            content.mark_rebuilt()
