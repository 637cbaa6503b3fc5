"""Postings as the database stores them: read, united, and changed chunk by chunk.

The set of a term in a chunk is a row. What changed since it was written stands in a row beside it,
the chunk of which is counted from -1 downwards: the places within the chunk that are in the set
now, and a chunk further up those that are not. So a change writes a few bytes for each term, in
however many statements it stands. Changes that have become many are taken into the set.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from django.db import connections
from pyroaring import BitMap

from statements.models import ValuePosting, WordPosting
from statements.models.content import Posting
from statements.prepared import planning

KINDS = (WordPosting, ValuePosting)
CHUNK_BITS = 16  # of an id; the rest is its chunk
SIZE = 1 << CHUNK_BITS
PRESENT = BitMap(range(SIZE))
MOST_TERMS = 500  # in one query
MOST_CHANGES = 256  # of a term in a chunk that are kept beside its set
Row = tuple[str, int, bytes]
Written = tuple[str, int, BitMap]
#: Ids of statements by term.
Sets = Mapping[str, Iterable[int]]


def read(model: type[Posting], terms: Iterable[str], using: str) -> dict[str, BitMap]:
    """The statements that stand in each of these postings; an empty set where in none."""
    found: dict[str, list[Row]] = {term: [] for term in terms}
    for batch in _batches(found, MOST_TERMS):
        marks = ", ".join(["%s"] * len(batch))
        for row in _rows(model, f"term IN ({marks})", batch, using):
            found[row[0]].append(row)
    return {term: _joined(rows) for term, rows in found.items()}


def read_all(model: type[Posting], using: str) -> dict[str, BitMap]:
    """Every posting of a kind."""
    return _by_term(_rows(model, "1 = 1", [], using))


def of_chunk(model: type[Posting], chunk: int, using: str) -> dict[str, BitMap]:
    """Every posting of one chunk."""
    return _by_term(_rows(model, "chunk IN (%s, %s)", [chunk, ~chunk], using))


def chunks(model: type[Posting], using: str) -> set[int]:
    """The chunks of which there are postings."""
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT chunk FROM {model._meta.db_table}")  # noqa: S608
        return {chunk if chunk >= 0 else ~chunk for (chunk,) in cursor.fetchall()}


def united(parts: Collection[BitMap]) -> BitMap:
    """A set of its own with what is in any of the sets."""
    return BitMap.union(*parts) if parts else BitMap()


def change(model: type[Posting], added: Sets, removed: Sets, using: str) -> None:
    """Add statements to postings and take them out. Who calls this has taken their turn."""
    plus, minus = _by_chunk(added), _by_chunk(removed)
    for chunk in sorted({*plus, *minus}):
        more, less = plus.get(chunk, {}), minus.get(chunk, {})
        changes = _stored(model, ~chunk, sorted({*more, *less}), using)
        for term, places in changes.items():
            come = BitMap(more.get(term, ()))
            gone = BitMap(less.get(term, ())) - come
            places.difference_update(gone, come.shift(SIZE))
            places.update(come, gone.shift(SIZE))
        _keep(model, chunk, changes, using)


def write(model: type[Posting], postings: Iterable[Written], using: str) -> None:
    """Store these rows in place of those there are; an empty one is dropped."""
    postings = list(postings)
    connection, table = connections[using], model._meta.db_table
    empty = [(term, chunk) for term, chunk, bits in postings if not bits]
    rows = [(term, chunk, bits.serialize()) for term, chunk, bits in postings if bits]
    with connection.cursor() as cursor:
        if empty:
            cursor.executemany(f"DELETE FROM {table} WHERE term = %s AND chunk = %s", empty)  # noqa: S608
        if rows and connection.vendor == "postgresql":  # one statement for all: half the time
            columns = list(map(list, zip(*rows, strict=True)))
            given = "SELECT * FROM unnest(%s::text[], %s::int[], %s::bytea[]) AS given"
            cursor.execute(_insert(table, given), columns)
        elif rows:
            cursor.executemany(_insert(table, "VALUES (%s, %s, %s)"), rows)


def append(model: type[Posting], rows: Iterable[Row], using: str) -> None:
    """Store rows of which there is none yet, and of these none is empty: the quickest way."""
    connection, table = connections[using], model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            insert = f"INSERT INTO {table} (term, chunk, bits) VALUES (%s, %s, %s)"  # noqa: S608
            cursor.executemany(insert, list(rows))
            return
        with cursor.copy(f"COPY {table} (term, chunk, bits) FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(["varchar", "int4", "bytea"])
            for row in rows:
                copy.write_row(row)


def _insert(table: str, given: str) -> str:
    return (
        f"INSERT INTO {table} (term, chunk, bits) {given} "
        "ON CONFLICT (term, chunk) DO UPDATE SET bits = excluded.bits"
    )


def _keep(model: type[Posting], chunk: int, changes: dict[str, BitMap], using: str) -> None:
    """Store changes beside the sets; many of a term are taken into its set."""
    many = {term: places for term, places in changes.items() if len(places) > MOST_CHANGES}
    written: list[Written] = [
        (term, ~chunk, BitMap() if term in many else places) for term, places in changes.items()
    ]
    for term, bits in _stored(model, chunk, list(many), using).items() if many else ():
        places = many[term]
        kept = bits - _absent(places, chunk)
        written.append((term, chunk, kept | _present(places, chunk)))
    write(model, written, using)


def _stored(
    model: type[Posting], chunk: int, terms: Sequence[str], using: str
) -> dict[str, BitMap]:
    """The rows of these terms, an empty set where there is none."""
    found = {term: BitMap() for term in terms}
    for batch in _batches(terms, MOST_TERMS):
        marks = ", ".join(["%s"] * len(batch))
        where = f"chunk = %s AND term IN ({marks})"
        for term, _chunk, bits in _rows(model, where, [chunk, *batch], using):
            found[term] = BitMap.deserialize(bits)
    return found


def _rows(
    model: type[Posting], where: str, parameters: Sequence[int | str], using: str
) -> Iterator[Row]:
    table, connection = model._meta.db_table, connections[using]
    with planning(connection) as cursor:
        if connection.vendor == "postgresql":  # as text, sets would be twice as long
            cursor.cursor.format = connection.Database.pq.Format.BINARY  # type: ignore[attr-defined]
        cursor.execute(
            f"SELECT term, chunk, bits FROM {table} WHERE {where}",  # noqa: S608
            list(parameters),
        )
        while rows := cursor.fetchmany(2_000):
            yield from rows


def _by_term(rows: Iterable[Row]) -> dict[str, BitMap]:
    """The sets that are not empty."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    joined = {term: _joined(own) for term, own in found.items()}
    return {term: bits for term, bits in joined.items() if bits}


def _joined(rows: Iterable[Row]) -> BitMap:
    """The set of a term, of all its rows."""
    sets, come, gone = [], [], []
    for _term, chunk, bits in rows:
        if chunk >= 0:
            sets.append(BitMap.deserialize(bits))
        else:
            changes = BitMap.deserialize(bits)
            come.append(_present(changes, ~chunk))
            gone.append(_absent(changes, ~chunk))
    whole = united(sets)
    return (whole - united(gone)) | united(come) if come else whole


def _present(changes: BitMap, chunk: int) -> BitMap:
    """The ids that changes put in."""
    return (changes & PRESENT).shift(chunk << CHUNK_BITS)


def _absent(changes: BitMap, chunk: int) -> BitMap:
    """The ids that changes take out."""
    return (changes - PRESENT).shift((chunk << CHUNK_BITS) - SIZE)


def _by_chunk(sets: Sets) -> dict[int, dict[str, list[int]]]:
    """The places within each chunk, by term."""
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for term, ids in sets.items():
        for pk in ids:
            found[pk >> CHUNK_BITS][term].append(pk & SIZE - 1)
    return found


def _batches(values: Iterable[str], size: int) -> Iterator[list[str]]:
    remaining = iter(values)
    while batch := list(islice(remaining, size)):
        yield batch
