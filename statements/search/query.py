"""The query language of the search box: words, "exact phrases" and -exclusions."""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext

from statements.search.analyser import tokens

#: Longest query in characters, and most clauses in one query.
LONGEST_QUERY = 500
MOST_CLAUSES = 32

_QUOTES = dict.fromkeys(map(ord, '“”„‟«»"\uff02'), '"')

# A dash excludes only where it begins a word; inside a word the word itself has taken it.
_CLAUSE = re.compile(r'(?P<minus>[-\u2212\u2013](?=\S))?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


class QueryError(ValueError):
    """A query that cannot be searched for; the message is for the reader and translated."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to find: tokens that stand side by side in this order.

    `printed` is what the reader typed, without the dash and the quotation marks.
    """

    tokens: tuple[str, ...]
    excluded: bool
    quoted: bool
    printed: str


@dataclass(frozen=True, slots=True)
class Query:
    """What must all occur, and what must not."""

    clauses: tuple[Clause, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the query holds nothing to search for or to exclude."""
        return not self.clauses

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """The clauses that must occur."""
        return tuple(clause for clause in self.clauses if not clause.excluded)

    @property
    def unwanted(self) -> tuple[Clause, ...]:
        """The clauses that must not occur. They may be the only ones."""
        return tuple(clause for clause in self.clauses if clause.excluded)


def parse(q: str) -> Query:
    """Read what was typed into the search box. Raise QueryError for what cannot be searched."""
    if len(q) > LONGEST_QUERY:
        message = gettext("The search is too long: %(length)d characters, at most %(most)d.")
        raise QueryError(message % {"length": len(q), "most": LONGEST_QUERY})
    if "\0" in q:
        raise QueryError(gettext("The search contains a character that is not text."))
    found = (_clause(match) for match in _CLAUSE.finditer(_cleaned(q)))
    clauses = tuple(clause for clause in found if clause.tokens)
    if len(clauses) > MOST_CLAUSES:
        message = gettext("The search has too many words: %(count)d, at most %(most)d.")
        raise QueryError(message % {"count": len(clauses), "most": MOST_CLAUSES})
    return Query(clauses)


def _cleaned(q: str) -> str:
    """Make control characters blanks, and every kind of double quotation mark the plain one."""
    blanked = (" " if unicodedata.category(char) == "Cc" else char for char in q)
    return "".join(blanked).translate(_QUOTES)


def _clause(match: re.Match[str]) -> Clause:
    phrase = match["phrase"]
    printed = (match["word"] if phrase is None else phrase).strip()
    return Clause(
        tokens=tuple(tokens(printed)),
        excluded=match["minus"] is not None,
        quoted=phrase is not None,
        printed=printed,
    )
