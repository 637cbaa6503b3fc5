"""Words before a name that are no part of it, though no list of titles holds them."""

from collections.abc import Container, Sequence
from itertools import pairwise

from sources.reading.describing import names_a_trade
from sources.reading.tokens import Token
from sources.reading.wordlists import listed

# Offices that have a domain: Minister of Works.
RULING = listed(
    """
    minister secretary governor mayor president chief director commissioner chairman bishop king
    queen prince sultan ambassador archbishop undersecretary speaker premier chancellor emir head
    inspector general superintendent magistrate
    """
)


def common_nouns(tokens: Sequence[Token]) -> frozenset[str]:
    """Give the words in lower case after "the" or "a": none of them is only a name."""
    return frozenset(
        after.text
        for before, after in pairwise(tokens)
        if before.lower in {"the", "a", "an"} and after.kind == "word" and not after.capital
    )


def in_domain(tokens: Sequence[Token], start: int) -> bool:
    """Whether a run follows "Minister of" or "Governor of", and so begins with their domain."""
    index = start - 1
    while index > max(0, start - 6) and (tokens[index].capital or tokens[index].lower == "and"):
        index -= 1
    return index > 0 and tokens[index].lower in {"of", "for"} and tokens[index - 1].lower in RULING


def unlisted(tokens: Sequence[Token], name: int, end: int, titles: Container[str]) -> bool:
    """Whether a title that no list holds stands before a whole name: Selectman X Y, DIG X Y."""
    before = tokens[name - 1].text
    if end - name < 2:
        return False
    initials = before.isupper() and 1 < len(before) < 6 and not tokens[name].text.isupper()
    return initials or before.lower() in titles or names_a_trade(before)
