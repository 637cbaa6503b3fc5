from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from statements.postings.columns import MOST_NARROW, SPARE, Columns

FACETS = ("topic", "outlet")
values = st.sets(st.tuples(st.integers(1, 9), st.sampled_from(FACETS), st.sampled_from("abcd")))
changes = st.lists(
    st.tuples(st.booleans(), st.integers(1, 12), st.sampled_from(FACETS), st.sampled_from("abcd"))
)
Value = tuple[int, str, str]


def filled(having: set[Value]) -> Columns:
    return Columns(
        {
            facet: {
                key: BitMap(pk for pk, *value in having if value == [facet, key]) for key in "abcd"
            }
            for facet in FACETS
        }
    )


@given(values, changes, st.sets(st.integers(1, 14)))
def test_values_are_counted_within_a_set_whatever_was_changed(
    having: set[Value], steps: list[tuple[bool, int, str, str]], within: set[int]
) -> None:
    columns = filled(having)
    for member, pk, facet, key in steps:
        (columns.add if member else columns.discard)(pk, facet, key)
        having = having | {(pk, facet, key)} if member else having - {(pk, facet, key)}
    rows = columns.rows(BitMap(within))
    for asked in FACETS:
        held = [(pk, key) for pk, facet, key in having if facet == asked and pk in within]
        assert sorted(rows.pairs(asked)) == sorted(held)
        assert rows.counts(asked) == Counter(key for _pk, key in held)


def test_one_value_each_takes_one_place_however_often_it_changes() -> None:
    columns = filled({(1, "topic", "a")})
    for key in "abc":
        columns.discard(1, "topic", key)
        columns.add(1, "topic", key)
        columns.discard(1, "topic", key)
    assert columns.rows(BitMap([1])).width == 1


def test_statements_behind_the_last_one_with_a_value_count_as_without() -> None:
    columns = filled(set())
    assert columns.rows(BitMap([5])).counts("topic") == {}
    columns.add(1, "topic", "a")
    assert columns.rows(BitMap([1, 10 * SPARE])).counts("topic") == {"a": 1}
    assert list(columns.rows(BitMap([10 * SPARE])).pairs("topic")) == []


class TestMoreValuesThanTwoBytesCanTellApart:
    many = range(MOST_NARROW + 2)

    def test_from_the_beginning(self) -> None:
        sets = {f"value {number}": BitMap([number]) for number in self.many}
        columns = Columns({"speaker": sets, "topic": {"a": BitMap([2])}})
        self.check(columns)

    def test_added_later(self) -> None:
        columns = Columns({"speaker": {}, "topic": {"a": BitMap([2])}})
        for number in self.many:
            columns.add(number, "speaker", f"value {number}")
        self.check(columns)

    def check(self, columns: Columns) -> None:
        ends = columns.rows(BitMap([1, MOST_NARROW + 1]))
        assert dict(ends.pairs("speaker")) == {
            1: "value 1",
            MOST_NARROW + 1: f"value {MOST_NARROW + 1}",
        }
        rows = columns.rows(BitMap(self.many))
        assert set(rows.counts("speaker").values()) == {1}
        assert rows.counts("topic") == {"a": 1}


def test_filling_with_nothing_makes_no_room() -> None:
    assert filled(set()).rows(BitMap([1])).width == 0
