"""Which postings a text stands in, and which ones a clause of a query is looked up by.

A word is a term by itself. Clusters, the syllables of scripts without spaces, say little alone, so
that up to three in a row are a term too, joined by a low line, which no token contains. A clause of
one word or of up to three clusters is answered by postings alone; what is longer must also be
looked for in the texts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from statements.search.analyser import is_cluster
from statements.search.query import Clause

BORDER = "x0"  # stands between the fields of an entry; no term
LONGEST_RUN = 3  # clusters in one term
_CLUSTER = re.compile(" [kc][0-9]")


def terms(tokens: str) -> set[str]:
    """The terms of an entry, of which the tokens are parted by blanks."""
    if not _CLUSTER.search(tokens):
        found = set(tokens.split())
    else:
        found = set()
        for clustered, run in groupby(tokens.split(), is_cluster):
            pieces = list(run)
            found.update(_grams(pieces) if clustered else pieces)
    found.discard(BORDER)
    return found


def _grams(run: Sequence[str]) -> Iterator[str]:
    for length in range(1, LONGEST_RUN + 1):
        for first in range(len(run) - length + 1):
            yield "_".join(run[first : first + length])


def terms_of(clause: Clause) -> set[str]:
    """The terms in all of which a statement stands that holds the clause: the longest ones."""
    found: set[str] = set()
    for clustered, run in groupby(clause.tokens, is_cluster):
        pieces = list(run)
        if not clustered:
            found.update(pieces)
            continue
        length = min(len(pieces), LONGEST_RUN)
        places = range(len(pieces) - length + 1)
        found.update("_".join(pieces[first : first + length]) for first in places)
    return found


def is_exact(clause: Clause) -> bool:
    """Whether the terms alone tell that a statement holds the clause."""
    tokens = clause.tokens
    return len(tokens) == 1 or (len(tokens) <= LONGEST_RUN and all(map(is_cluster, tokens)))


def all_terms(clauses: Iterable[Clause]) -> set[str]:
    """The terms of all these clauses."""
    return {term for clause in clauses for term in terms_of(clause)}
