from statements.search.query import parse
from statements.search.sqlite import all_of, any_of, match, ranking


def test_a_clause_is_a_phrase_of_its_tokens() -> None:
    assert match(parse("Covid-19").clauses, operator="AND") == '"covid 19"'


def test_clauses_are_joined() -> None:
    clauses = parse('one "two three"').clauses
    assert match(clauses, operator="AND") == '"one" AND "two three"'
    assert match(clauses, operator="OR") == '"one" OR "two three"'


def test_words_that_are_operators_elsewhere_are_only_words() -> None:
    assert match(parse("a NEAR b*").clauses, operator="AND") == '"a" AND "near" AND "b"'


def test_all_and_any_ask_for_the_same_words_differently() -> None:
    clauses = parse("one two").clauses
    assert all_of(clauses).params == ['"one" AND "two"']
    assert any_of(clauses).params == ['"one" OR "two"']


def test_the_parameters_of_a_ranking_stand_in_the_order_of_its_places() -> None:
    sql, parameters = ranking(parse("one").clauses, "SELECT id FROM t WHERE x = %s", ["x"], 7)
    assert parameters == ['"one"', "x", 7]
    assert sql.count("%s") == len(parameters)
