"""Whatever is asked for, the postings find what a search through lists of words does."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase
from pyroaring import BitMap

from statements.postings import lookup, writing
from statements.postings.writing import Entry
from statements.search.analyser import tokens
from statements.search.highlights import highlight
from statements.search.query import Query, parse

pytestmark = pytest.mark.django_db


PIECES = [
    "one",
    "two",
    "three",
    "Covid-19",
    "19",
    "covid",
    "ជួញ",
    "ដូរ",
    "ជួញដូរ",
    "U.S.",
    "人口",
    "人",
]


CLAUSES = [*PIECES, "-one", "-19", "-ដូរ", '"one two"', '"two one"', '-"one two"', '"ដូរ ជួញ"']


def stands_in(query: Query, text: str) -> bool:
    """Whether the query finds the text, told by comparing lists of tokens."""
    whole = tokens(text)

    def stands(part: Iterable[str]) -> bool:
        sought = list(part)
        return any(whole[n : n + len(sought)] == sought for n in range(len(whole)))

    wanted = all(stands(clause.tokens) for clause in query.wanted)
    return wanted and not any(stands(clause.tokens) for clause in query.unwanted)


HELD = frozenset({"kind=quotation"})


class TestAgainstLists(HypothesisTestCase):
    """On both engines, what a comparison of token lists finds."""

    @settings(deadline=None, max_examples=60)
    @given(
        st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), max_size=6),
        st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=4),
    )
    def test_the_postings_find_the_same(self, texts: list[list[str]], words: list[str]) -> None:
        query = parse(" ".join(words))
        known = dict(enumerate((" ".join(text) for text in texts), 1))
        entries = [Entry(pk, f" {' '.join(tokens(text))} ", HELD) for pk, text in known.items()]
        writing.put(entries)
        expected = {pk for pk, text in known.items() if stands_in(query, text)}
        found = lookup.settled(lookup.candidates(query, BitMap(known), "default"), "default")
        assert set(found) == expected
        writing.put([Entry(pk) for pk in known])  # there are no statements they could belong to
        if query.wanted:
            assert expected <= {pk for pk, text in known.items() if highlight(text, query)}
