"""The postings of the corpus, made of many statements at once."""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from statements.corpus.prose import drawn_terms
from statements.corpus.scene import Field
from statements.models.content import Posting
from statements.postings.blobs import CHUNK_BITS, Row
from statements.postings.building import Builder


@dataclass
class Part:
    """Postings of statements of one chunk, in the order of their ids.

    Statements share most fields, such as the names of a speaker, so they are kept by field, and the
    terms of each are gone through once. What was drawn is kept as its numbers.
    """

    #: By its tokens: the terms of a field, and the statements that have it.
    fields: dict[str, tuple[Iterable[str], list[int]]] = field(default_factory=dict)
    values: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    drawn: "array[int]" = field(default_factory=lambda: array("H"))
    ends: list[tuple[int, int]] = field(default_factory=list)  # id, and where its numbers end

    def add(self, pk: int, fields: Iterable[Field], values: Iterable[str]) -> None:
        """Take the next statement."""
        for tokens, found, drawn in fields:
            self.drawn += drawn
            if found:
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


#: Postings of whole chunks, by what they are of.
Stored = list[tuple[type[Posting], list[Row]]]


class BatchBuilder(Builder):
    """Takes the postings of many statements at once, and hands over what the database is to store.

    It needs no database of its own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[list[int]] = [[] for _terms in drawn_terms()]
        self.made: Stored = []

    def add_batch(self, postings: Postings) -> None:
        """Take the postings of the next batch."""
        for chunk, part in sorted(postings.chunks.items()):
            self._add_part(chunk, part)

    def handed_over(self) -> Stored:
        """Give what was made since this was asked last: whole chunks only."""
        made, self.made = self.made, []
        return made

    def close(self) -> None:
        """Make postings of what is left."""
        for found, ids in zip(drawn_terms(), self.drawn, strict=True):
            for term in found if ids else ():
                self.words[term].extend(ids)
            ids.clear()
        super().close()

    def store(self, model: type[Posting], rows: Iterable[Row]) -> None:
        self.made.append((model, list(rows)))

    def _add_part(self, chunk: int, part: Part) -> None:
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
