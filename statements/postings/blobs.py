"""Postings as the database stores them: read, united, and changed chunk by chunk."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from django.db import connections
from pyroaring import BitMap

from statements.models import ValuePosting, WordPosting
from statements.models.content import Posting

KINDS = (WordPosting, ValuePosting)
CHUNK_BITS = 16  # of an id; the rest is its chunk
MOST_TERMS = 500  # in one query
Row = tuple[str, int, bytes]
#: Ids of statements by term.
Sets = Mapping[str, Iterable[int]]


def read(model: type[Posting], terms: Iterable[str], using: str) -> dict[str, BitMap]:
    """The statements that stand in each of these postings; an empty set where in none."""
    found: dict[str, list[BitMap]] = {term: [] for term in terms}
    for batch in _batches(found, MOST_TERMS):
        marks = ", ".join(["%s"] * len(batch))
        for term, _chunk, bits in _rows(model, f"term IN ({marks})", batch, using):
            found[term].append(BitMap.deserialize(bits))
    return {term: united(parts) for term, parts in found.items()}


def read_all(model: type[Posting], using: str) -> dict[str, BitMap]:
    """Every posting of a kind."""
    found: dict[str, list[BitMap]] = defaultdict(list)
    for term, _chunk, bits in _rows(model, "1 = 1", [], using):
        found[term].append(BitMap.deserialize(bits))
    return {term: united(parts) for term, parts in found.items()}


def of_chunk(model: type[Posting], chunk: int, using: str) -> dict[str, BitMap]:
    """Every posting of one chunk."""
    rows = _rows(model, "chunk = %s", [chunk], using)
    return {term: BitMap.deserialize(bits) for term, _chunk, bits in rows}


def united(parts: Collection[BitMap]) -> BitMap:
    """A set of its own with what is in any of the sets."""
    return BitMap.union(*parts) if parts else BitMap()


def change(model: type[Posting], added: Sets, removed: Sets, using: str) -> None:
    """Add statements to postings and take them out. Who calls this has taken their turn."""
    plus, minus = _by_chunk(added), _by_chunk(removed)
    for chunk in sorted({*plus, *minus}):
        more, less = plus.get(chunk, {}), minus.get(chunk, {})
        stored = _stored(model, chunk, {*more, *less}, using)
        for term in {*more, *less}:
            bits = stored.setdefault(term, BitMap())
            bits -= BitMap(less.get(term, ()))
            bits |= BitMap(more.get(term, ()))
            stored[term] = bits
        write(model, ((term, chunk, bits) for term, bits in sorted(stored.items())), using)


def write(model: type[Posting], postings: Iterable[tuple[str, int, BitMap]], using: str) -> None:
    """Store these postings in place of those there are; an empty one is dropped."""
    postings = list(postings)
    table = model._meta.db_table
    empty = [(term, chunk) for term, chunk, bits in postings if not bits]
    rows = [(term, chunk, bits.serialize()) for term, chunk, bits in postings if bits]
    with connections[using].cursor() as cursor:
        if empty:
            cursor.executemany(f"DELETE FROM {table} WHERE term = %s AND chunk = %s", empty)  # noqa: S608
        cursor.executemany(
            f"INSERT INTO {table} (term, chunk, bits) VALUES (%s, %s, %s) "  # noqa: S608
            "ON CONFLICT (term, chunk) DO UPDATE SET bits = excluded.bits",
            rows,
        )


def _stored(
    model: type[Posting], chunk: int, terms: Iterable[str], using: str
) -> dict[str, BitMap]:
    found: dict[str, BitMap] = {}
    for batch in _batches(terms, MOST_TERMS):
        marks = ", ".join(["%s"] * len(batch))
        where = f"chunk = %s AND term IN ({marks})"
        for term, _chunk, bits in _rows(model, where, [chunk, *batch], using):
            found[term] = BitMap.deserialize(bits)
    return found


def _rows(
    model: type[Posting], where: str, parameters: Sequence[int | str], using: str
) -> Iterator[Row]:
    table = model._meta.db_table
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"SELECT term, chunk, bits FROM {table} WHERE {where}",  # noqa: S608
            list(parameters),
        )
        while rows := cursor.fetchmany(2_000):
            yield from rows


def _by_chunk(sets: Sets) -> dict[int, dict[str, list[int]]]:
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for term, ids in sets.items():
        for pk in ids:
            found[pk >> CHUNK_BITS][term].append(pk)
    return found


def _batches(values: Iterable[str], size: int) -> Iterator[list[str]]:
    remaining = iter(values)
    while batch := list(islice(remaining, size)):
        yield batch
