from statements.search.postgres import all_of, all_words, any_of, condition, ranking
from statements.search.query import parse


def test_a_word_is_looked_up_in_the_vector_alone() -> None:
    sql, parameters = condition(parse("one").clauses[0])
    assert sql == "(e.vector @@ %s::tsquery)"
    assert parameters == ["'one'"]


def test_a_phrase_is_also_looked_for_in_the_tokens_between_blanks() -> None:
    sql, parameters = condition(parse('"one two one"').clauses[0])
    assert sql == "(e.vector @@ %s::tsquery AND strpos(e.tokens, %s) > 0)"
    assert parameters == ["'one' & 'two'", " one two one "]


def test_each_word_is_asked_for_once() -> None:
    assert all_words(parse('one "one two" two').clauses) == "'one' & 'two'"


def test_conditions_are_joined_by_and_or_by_or() -> None:
    clauses = parse("one two").clauses
    assert all_of(clauses).params == any_of(clauses).params == ["'one'", "'two'"]
    assert " AND " in all_of(clauses).sql
    assert " OR " in any_of(clauses).sql


def test_the_parameters_of_a_ranking_stand_in_the_order_of_its_places() -> None:
    clauses = parse('"one two" three').clauses
    sql, parameters = ranking(clauses, "SELECT id FROM t WHERE x = %s", ["x"], 7)
    assert parameters == [
        "'one' & 'two'",
        " one two ",
        "'three'",
        "x",
        "'one' & 'two' & 'three'",
        7,
    ]
    assert sql.count("%s") == len(parameters)
