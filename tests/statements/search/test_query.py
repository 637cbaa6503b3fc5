import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.search.analyser import tokens
from statements.search.query import LONGEST_QUERY, MOST_CLAUSES, Clause, QueryError, parse


def shape(q: str) -> list[tuple[str, bool, bool]]:
    return [(clause.printed, clause.excluded, clause.quoted) for clause in parse(q).clauses]


def test_each_word_is_a_clause() -> None:
    assert shape("human trafficking") == [("human", False, False), ("trafficking", False, False)]


def test_a_clause_holds_the_tokens_of_its_word() -> None:
    assert parse("Trafficking").clauses == (Clause(("traffick",), False, False, "Trafficking"),)


@pytest.mark.parametrize("word", ["Covid-19", "COVID19", "and/or", "ជួញដូរ"])
def test_a_word_of_several_tokens_is_one_clause(word: str) -> None:
    (clause,) = parse(word).clauses
    assert clause.tokens == tuple(tokens(word))
    assert len(clause.tokens) > 1
    assert not clause.quoted


@pytest.mark.parametrize("quoted", ['"a b"', "“a b”", "„a b“", "«a b»", "＂a b＂", '"a b', "“a b"])
def test_every_kind_of_quotation_mark_makes_a_phrase(quoted: str) -> None:
    assert shape(quoted) == [("a b", False, True)]


@pytest.mark.parametrize("dash", ["-", "−", "–"])
def test_a_dash_that_begins_a_word_excludes(dash: str) -> None:
    assert shape(f"{dash}a b {dash}“c d”") == [
        ("a", True, False),
        ("b", False, False),
        ("c d", True, True),
    ]


@pytest.mark.parametrize("q", ["a-b", "a–b", "a - b", "a – b", "a-", '"-a"', 'a-"b"'])
def test_any_other_dash_does_not_exclude(q: str) -> None:
    assert parse(q).clauses
    assert not parse(q).unwanted


def test_operators_of_other_languages_are_plain_words() -> None:
    assert shape("a AND b OR NOT c*") == [
        (word, False, False) for word in ("a", "AND", "b", "OR", "NOT", "c*")
    ]


@pytest.mark.parametrize("q", ["", "  ", '"', '""', "-", "- -", "?!", "។", "\u200b", "-“”", "\x01"])
def test_a_query_without_anything_searchable_is_empty(q: str) -> None:
    assert parse(q).is_empty


def test_a_query_that_only_excludes_is_not_empty() -> None:
    query = parse("-a")
    assert not query.is_empty
    assert query.wanted == ()
    assert query.unwanted == query.clauses


def test_control_characters_are_blanks() -> None:
    assert shape("a\x01b\tc\r\nd\x85e") == [(letter, False, False) for letter in "abcde"]


def test_a_nul_is_refused() -> None:
    with pytest.raises(QueryError, match="not text"):
        parse("a\0b")


def test_a_query_of_the_greatest_length_is_accepted_and_a_longer_one_refused() -> None:
    assert parse("a" * LONGEST_QUERY).clauses
    with pytest.raises(QueryError, match="501 characters, at most 500"):
        parse("a" * (LONGEST_QUERY + 1))


def test_the_greatest_number_of_clauses_is_accepted_and_one_more_refused() -> None:
    assert len(parse("a " * MOST_CLAUSES).clauses) == MOST_CLAUSES
    with pytest.raises(QueryError, match="33, at most 32"):
        parse("a " * (MOST_CLAUSES + 1))


def test_unsearchable_words_do_not_count() -> None:
    assert len(parse("? " * 100 + "a").clauses) == 1


@settings(deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from('-–“”" aកស្ត')), max_size=40))
def test_any_text_is_a_query_or_an_error_and_its_tokens_are_ascii(q: str) -> None:
    try:
        query = parse(q)
    except QueryError:
        assert "\0" in q or len(q.split()) > MOST_CLAUSES
        return
    for clause in query.clauses:
        assert clause.tokens
        assert all(re.fullmatch("[a-z0-9]{1,64}", token) for token in clause.tokens)
