from hypothesis import given
from hypothesis import strategies as st

from statements.postings.terms import (
    BORDER,
    LONGEST_RUN,
    all_terms,
    is_exact,
    terms,
    terms_of,
)
from statements.search.analyser import is_cluster, tokens
from statements.search.query import Clause, parse

PIECES = ("one", "two", "ជួញ", "ដូរ", "មនុស្ស", "19", "人口", "kc1")


def entry(*fields: str) -> str:
    """The tokens of an entry as the index keeps them."""
    return " " + f" {BORDER} ".join(" ".join(tokens(field)) for field in fields) + " "


def clause(q: str) -> Clause:
    (found,) = parse(q).clauses
    return found


def test_a_word_is_a_term_by_itself_and_the_border_is_none() -> None:
    assert terms(entry("one two", "two three")) == {"one", "two", "three"}


def test_up_to_three_clusters_in_a_row_are_a_term() -> None:
    assert terms(" one k1 k2 k3 k4 ") == {
        "one", "k1", "k2", "k3", "k4", "k1_k2", "k2_k3", "k3_k4", "k1_k2_k3", "k2_k3_k4",
    }  # fmt: skip


def test_a_word_or_a_border_ends_a_run_of_clusters() -> None:
    assert terms(f" k1 one k2 {BORDER} k3 ") == {"k1", "one", "k2", "k3"}


def test_words_that_begin_like_clusters_are_words() -> None:
    assert [is_cluster(token) for token in ("k1780", "c44eba", "kind", "case", "k", "1k")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


def test_a_clause_is_looked_up_by_its_longest_terms() -> None:
    assert terms_of(clause('"human rights"')) == set(tokens("human rights"))
    found = terms_of(clause("ជួញដូរមនុស្ស"))
    assert found
    assert all(term.count("_") == LONGEST_RUN - 1 for term in found)


def test_words_and_short_runs_of_clusters_need_no_look_at_the_texts() -> None:
    assert is_exact(clause("rights"))
    assert is_exact(clause("ដូរ"))
    assert not is_exact(clause('"human rights"'))
    assert not is_exact(clause("ជួញដូរមនុស្ស"))
    assert not is_exact(clause('"one ដូរ"'))


def test_all_terms_are_those_of_each_clause() -> None:
    assert all_terms(parse("one -two").clauses) == {"one", "two"}


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.data())
def test_a_text_that_holds_a_clause_has_its_terms(words: list[str], data: st.DataObject) -> None:
    whole = tokens(" ".join(words))
    first = data.draw(st.integers(0, len(whole) - 1))
    last = data.draw(st.integers(first + 1, len(whole)))
    part = Clause(tuple(whole[first:last]), excluded=False, quoted=True, printed="")
    assert terms_of(part) <= terms(f" {' '.join(whole)} ")


def test_no_term_is_longer_than_its_column() -> None:
    longest = terms(entry("ក្ក្ក្ក្ក្ក្ក្ក្ក្ក្ក្ក្ក្ក្ក្ក្ក" * 4, "я" * 90, "a" * 90))
    assert max(map(len, longest)) <= 200
