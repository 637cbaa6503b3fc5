"""Matching in SQLite: the FTS5 table `statements_searchentry_fts`, kept by triggers."""

from collections.abc import Iterable

from django.db.models.expressions import RawSQL

from statements.search.query import Clause

#: Ids of the statements whose entries match; takes an expression of `match`.
MATCHING = "SELECT rowid FROM statements_searchentry_fts WHERE statements_searchentry_fts MATCH %s"

#: Ids most relevant first, then newest first. Takes an expression, then the subquery of ids to
#: choose from with its own parameters, then how many.
RANKED = """
    SELECT s.id FROM statements_searchentry_fts
    JOIN statements_statement s ON s.id = statements_searchentry_fts.rowid
    WHERE statements_searchentry_fts MATCH %s AND s.id IN ({chosen})
    ORDER BY bm25(statements_searchentry_fts),
        s.said_on_latest DESC, s.said_on_earliest DESC, s.id DESC
    LIMIT %s
"""  # fixed text, but for SQL that Django made


def match(clauses: Iterable[Clause], *, operator: str) -> str:
    """Return the FTS5 expression for clauses joined by AND or OR.

    Tokens are ASCII letters and digits, so nothing in them needs escaping.
    """
    return f" {operator} ".join(f'"{" ".join(clause.tokens)}"' for clause in clauses)


def all_of(clauses: Iterable[Clause]) -> RawSQL:
    """Return the ids of the statements in which every clause stands."""
    return RawSQL(MATCHING, [match(clauses, operator="AND")])  # noqa: S611  # fixed text


def any_of(clauses: Iterable[Clause]) -> RawSQL:
    """Return the ids of the statements in which at least one clause stands."""
    return RawSQL(MATCHING, [match(clauses, operator="OR")])  # noqa: S611  # fixed text


def ranking(
    clauses: Iterable[Clause], chosen: str, parameters: Iterable[object], limit: int
) -> tuple[str, list[object]]:
    """Return SQL and parameters for the ids among the subquery `chosen`, most relevant first."""
    return RANKED.format(chosen=chosen), [match(clauses, operator="AND"), *parameters, limit]
