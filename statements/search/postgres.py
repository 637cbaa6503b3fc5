"""Matching in PostgreSQL: the generated column `vector` finds words, the text settles phrases.

A tsvector keeps at most 256 positions of a word and none beyond the 16,383rd, which long Khmer
texts exceed; a phrase searched by position would be missed there. So the index proposes the entries
that hold all the words of a phrase, and the phrase is then looked for in the tokens themselves.
"""

from collections.abc import Iterable

from django.db.models.expressions import RawSQL

from statements.search.query import Clause

MATCHING = "SELECT e.statement_id FROM statements_searchentry e WHERE "

#: Ids most relevant first, then newest first. Takes words, the conditions of the clauses, then the
#: subquery of ids to choose from with its own parameters, then how many.
RANKED = """
    SELECT s.id FROM statements_searchentry e
    JOIN statements_statement s ON s.id = e.statement_id
    WHERE {conditions} AND s.id IN ({chosen})
    ORDER BY ts_rank(e.vector, %s::tsquery) DESC,
        s.said_on_latest DESC, s.said_on_earliest DESC, s.id DESC
    LIMIT %s
"""  # fixed text, but for SQL that Django made


def condition(clause: Clause) -> tuple[str, list[str]]:
    """Return the SQL condition for one clause, and its parameters."""
    words = ["e.vector @@ %s::tsquery"]
    parameters = [all_words([clause])]
    if len(clause.tokens) > 1:
        words.append("strpos(e.tokens, %s) > 0")
        parameters.append(f" {' '.join(clause.tokens)} ")
    return f"({' AND '.join(words)})", parameters


def all_words(clauses: Iterable[Clause]) -> str:
    """Return the tsquery for all words of the clauses, wherever they stand.

    Tokens are ASCII letters and digits, so nothing in them needs escaping.
    """
    tokens = dict.fromkeys(token for clause in clauses for token in clause.tokens)
    return " & ".join(f"'{token}'" for token in tokens)


def all_of(clauses: Iterable[Clause]) -> RawSQL:
    """Return the ids of the statements in which every clause stands."""
    conditions, parameters = _joined(clauses, " AND ")
    return RawSQL(MATCHING + conditions, parameters)  # noqa: S611  # fixed text


def any_of(clauses: Iterable[Clause]) -> RawSQL:
    """Return the ids of the statements in which at least one clause stands."""
    conditions, parameters = _joined(clauses, " OR ")
    return RawSQL(MATCHING + conditions, parameters)  # noqa: S611  # fixed text


def ranking(
    clauses: Iterable[Clause], chosen: str, parameters: Iterable[object], limit: int
) -> tuple[str, list[object]]:
    """Return SQL and parameters for the ids among the subquery `chosen`, most relevant first."""
    clauses = tuple(clauses)
    conditions, values = _joined(clauses, " AND ")
    sql = RANKED.format(conditions=conditions, chosen=chosen)
    return sql, [*values, *parameters, all_words(clauses), limit]


def _joined(clauses: Iterable[Clause], operator: str) -> tuple[str, list[str]]:
    made = [condition(clause) for clause in clauses]
    return operator.join(sql for sql, _ in made), [value for _, values in made for value in values]
