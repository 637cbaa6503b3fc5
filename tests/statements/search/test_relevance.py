import pytest

from statements.search.query import Clause, parse
from statements.search.relevance import by_relevance, score


def clauses(q: str) -> tuple[Clause, ...]:
    return parse(q).wanted


def ordered(q: str, **texts: str) -> list[str]:
    """The texts, named by letters, most relevant first."""
    names = dict(enumerate(texts))
    numbered = {pk: f" {texts[name]} " for pk, name in names.items()}
    return [names[pk] for pk in by_relevance(list(names), numbered, clauses(q))]


def test_who_speaks_of_it_more_often_comes_first() -> None:
    assert ordered("one", a="one two three", b="one one two") == ["b", "a"]


def test_who_speaks_of_it_in_fewer_words_comes_first() -> None:
    assert ordered("one", a="one two three four five six", b="one two") == ["b", "a"]


def test_who_speaks_of_all_that_is_sought_comes_before_who_repeats_one() -> None:
    assert ordered("one two", a="one one one", b="one two six") == ["b", "a"]


def test_equally_relevant_ones_stay_as_they_were() -> None:
    assert ordered("one", a="one two", b="one six", c="two one") == ["a", "b", "c"]


def test_a_phrase_counts_only_where_it_stands_in_order() -> None:
    assert ordered('"one two"', a="two one two one one", b="six one two six six") == ["a", "b"]
    assert ordered('"one two"', a="two one six", b="six one two") == ["b", "a"]


@pytest.mark.parametrize(("text", "times"), [("one one", 2), ("one one one", 3), ("ones one", 1)])
def test_neighbours_are_counted_each_and_parts_of_words_not(text: str, times: int) -> None:
    padded = f" {text} "
    apart = " six ".join(["one"] * times).center(len(padded))
    same = f" {apart.strip()} "
    assert score(padded, [" one "], len(padded)) == score(same, [" one "], len(same))


def test_what_has_no_text_comes_last() -> None:
    assert by_relevance([1, 2], {2: " six "}, clauses("one")) == [2, 1]
    assert by_relevance([1, 2], {}, clauses("one")) == [1, 2]
