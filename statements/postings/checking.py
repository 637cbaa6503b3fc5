"""Whether the index is what the statements say it should be."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, islice

from pyroaring import BitMap

from statements.models import SearchEntry, Statement, ValuePosting, WordPosting
from statements.models.content import Posting
from statements.postings import blobs
from statements.postings.terms import terms
from statements.postings.writing import Entry
from statements.search.entries import entries_of

_BATCH = 500


def disagreements() -> Iterator[str]:
    """A sentence for each statement that is indexed wrongly, and for each wrong posting."""
    yield from _wrong_entries()
    yield from _wrong_postings()


def _wrong_entries() -> Iterator[str]:
    ids = Statement.objects.published().order_by("pk").values_list("pk", flat=True)
    right = entries_of(ids.iterator())
    while batch := list(islice(right, _BATCH)):
        kept = _kept([entry.statement_id for entry in batch])
        for entry in batch:
            if kept.get(entry.statement_id) != entry:
                yield f"Statement {entry.statement_id} is not indexed as it stands."
    published = Statement.objects.published().values("pk")
    for pk in SearchEntry.objects.exclude(pk__in=published).values_list("pk", flat=True):
        yield f"Statement {pk} is indexed and not published."


def _kept(ids: list[int]) -> dict[int, Entry]:
    rows = SearchEntry.objects.filter(pk__in=ids).values_list("pk", "tokens", "values")
    return {pk: Entry(pk, tokens, frozenset(values.split())) for pk, tokens, values in rows}


def _wrong_postings() -> Iterator[str]:
    rows = SearchEntry.objects.order_by("pk").values_list("pk", "tokens", "values")
    seen: set[int] = set()
    for chunk, entries in groupby(rows.iterator(), lambda row: row[0] >> blobs.CHUNK_BITS):
        words: defaultdict[str, list[int]] = defaultdict(list)
        values: defaultdict[str, list[int]] = defaultdict(list)
        for pk, tokens, own in entries:
            for term in terms(tokens):
                words[term].append(pk)
            for value in own.split():
                values[value].append(pk)
        seen.add(chunk)
        yield from _compared(WordPosting, chunk, words)
        yield from _compared(ValuePosting, chunk, values)
    for model in blobs.KINDS:
        for chunk in sorted(blobs.chunks(model, "default") - seen):
            for term in sorted(blobs.of_chunk(model, chunk, "default")):
                yield f"Posting “{term}” of chunk {chunk} belongs to no statement."


def _compared(model: type[Posting], chunk: int, right: dict[str, list[int]]) -> Iterator[str]:
    stored = blobs.of_chunk(model, chunk, "default")
    for term in sorted(stored.keys() | right.keys()):
        if stored.get(term, BitMap()) != BitMap(right.get(term, ())):
            yield f"Posting “{term}” of chunk {chunk} is wrong."
