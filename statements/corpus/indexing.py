"""The postings of the corpus: made as its statements come, or anew where others were before."""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from statements.corpus.scene import Field
from statements.corpus.vocabulary import english
from statements.models import SearchEntry, Statement
from statements.postings import content
from statements.postings.blobs import CHUNK_BITS
from statements.postings.building import Builder
from statements.search import index


@dataclass
class Part:
    """Postings of statements of one chunk, in the order of their ids.

    Statements share most fields, such as the names of a speaker, so they are kept by field, and the
    terms of each are gone through once. English words that were drawn are kept as their numbers.
    """

    #: By its tokens: the terms of a field, and the statements that have it.
    fields: dict[str, tuple[Iterable[str], list[int]]] = field(default_factory=dict)
    values: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    drawn: "array[int]" = field(default_factory=lambda: array("H"))
    ends: list[tuple[int, int]] = field(default_factory=list)  # id, and where its numbers end

    def add(self, pk: int, fields: Iterable[Field], values: Iterable[str]) -> None:
        """Take the next statement."""
        for tokens, found, drawn in fields:
            if drawn:
                self.drawn += drawn
            else:
                self.fields.setdefault(tokens, (found, []))[1].append(pk)
        for value in values:
            self.values[value].append(pk)
        self.ends.append((pk, len(self.drawn)))


class Postings:
    """The postings of a batch, of one chunk or two."""

    def __init__(self) -> None:
        self.chunks: dict[int, Part] = defaultdict(Part)

    def add(self, pk: int, fields: Iterable[Field], values: Iterable[str]) -> None:
        """Take a statement; those with lower ids came before."""
        self.chunks[pk >> CHUNK_BITS].add(pk, fields, values)


class BatchBuilder(Builder):
    """Takes the postings of many statements at once."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[list[int]] = [[] for _token in english().tokens]

    def add_part(self, chunk: int, part: Part) -> None:
        """Take postings of a chunk, the last one or a later one."""
        if chunk != self.chunk:
            self._begin(chunk)
        for found, ids in part.fields.values():
            for term in found:
                self.words[term].extend(ids)
        for value, ids in part.values.items():
            self.values[value].extend(ids)
        start = 0
        for pk, end in part.ends:
            for number in part.drawn[start:end]:
                self.drawn[number].append(pk)
            start = end

    def close(self) -> None:
        """Write what is left."""
        for token, ids in zip(english().tokens, self.drawn, strict=True):
            if ids:
                self.words[token].extend(ids)
                ids.clear()
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
            for chunk, part in sorted(postings.chunks.items()):
                self.builder.add_part(chunk, part)

    def close(self) -> None:
        """Store what is left, and tell every worker that all is new."""
        if self.builder is None:
            index.rebuild()
        else:
            self.builder.close()
            content.mark_rebuilt()
