"""Which statements a query finds, by postings; and by the texts, where those do not suffice."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models.expressions import RawSQL
from pyroaring import BitMap

from statements.models import SearchEntry, WordPosting
from statements.postings import blobs
from statements.postings.terms import all_terms, is_exact, terms_of
from statements.prepared import array
from statements.search.query import Clause, Query


@dataclass(frozen=True)
class Candidates:
    """What the postings tell of a query: the statements that fit as far as they know.

    Those in `doubtful` are found only if the clauses `phrases` hold in their texts, too.
    """

    fitting: BitMap
    doubtful: BitMap
    phrases: tuple[Clause, ...]

    def within(self, ids: BitMap) -> "Candidates":
        """The same among these statements only."""
        return Candidates(self.fitting & ids, self.doubtful & ids, self.phrases)


def candidates(query: Query, within: BitMap, using: str) -> Candidates:
    """Look a query up among the statements `within`."""
    sets = blobs.read(WordPosting, all_terms(query.clauses), using)
    wanted = sorted((_holding(one, sets) for one in query.wanted), key=len)
    fitting = BitMap.intersection(*wanted, within)
    for clause in filter(is_exact, query.unwanted):
        fitting = fitting - _holding(clause, sets)  # never in place: it may be the register
    phrases = tuple(clause for clause in query.clauses if not is_exact(clause))
    if any(not clause.excluded for clause in phrases):
        return Candidates(fitting, fitting, phrases)
    doubtful = blobs.united([fitting & _holding(clause, sets) for clause in phrases])
    return Candidates(fitting, doubtful, phrases)


def settled(found: Candidates, using: str) -> BitMap:
    """The statements that a query finds, the doubtful ones looked at."""
    if not found.doubtful:
        return found.fitting
    conditions, parameters = [], []
    instr = "strpos" if connections[using].vendor == "postgresql" else "instr"
    for clause in found.phrases:
        conditions.append(f"{instr}(tokens, %s) {'= 0' if clause.excluded else '> 0'}")
        parameters.append(f" {' '.join(clause.tokens)} ")
    within, ids = among("statement_id", found.doubtful, using)
    sql = f"SELECT statement_id FROM {SearchEntry._meta.db_table} WHERE {within}"  # noqa: S608
    with connections[using].cursor() as cursor:
        cursor.execute(" AND ".join([sql, *conditions]), [*ids, *parameters])
        verified = BitMap([pk for (pk,) in cursor.fetchall()])
    return (found.fitting - found.doubtful) | verified


def _holding(clause: Clause, sets: dict[str, BitMap]) -> BitMap:
    return BitMap.intersection(*(sets[term] for term in terms_of(clause)))


def among(column: str, ids: Iterable[int], using: str) -> tuple[str, list[Any]]:
    """The SQL condition that a column is one of any number of ids, and its parameters."""
    if connections[using].vendor == "postgresql":
        return f"{column} = ANY(%s)", [array(list(ids))]
    sql, parameters = listed(ids, using)
    return f"{column} IN ({sql})", parameters


def listed(ids: Iterable[int], using: str) -> tuple[str, list[Any]]:
    """SQL that gives any number of ids as rows, and its parameters."""
    if connections[using].vendor == "postgresql":
        return "SELECT unnest(%s::bigint[])", [array(list(ids))]
    return "SELECT value FROM json_each(%s)", [f"[{','.join(map(str, ids))}]"]


def subquery(ids: Iterable[int], using: str) -> RawSQL:
    """Any number of ids, to be asked for by `pk__in`."""
    return RawSQL(*listed(ids, using))  # noqa: S611  # fixed text


def texts(ids: Iterable[int], using: str) -> dict[int, str]:
    """The tokens of these statements."""
    within, parameters = among("statement_id", ids, using)
    table = SearchEntry._meta.db_table
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT statement_id, tokens FROM {table} WHERE {within}", parameters)  # noqa: S608
        return dict(cursor.fetchall())
