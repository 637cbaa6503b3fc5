"""Texts cut into sentences with the names of a small roster, for tests of single steps."""

from sources.reading.cast import Person, make_cast
from sources.reading.frames import Sentence
from sources.reading.marks import marked
from sources.reading.names import mentions
from sources.reading.tokens import sentences, tokenize

ROSTER = (Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f"))


def sentence(text: str) -> Sentence:
    """Give the first sentence of a text."""
    span = [(0, len(text))]
    tokens = tokenize(text, span, marked(text, span))
    first, end = sentences(tokens)[0]
    found = [one for one in mentions(tokens, make_cast(ROSTER)) if first <= one.first < end]
    return Sentence(tokens, first, end, found)
