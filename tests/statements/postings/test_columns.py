from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from statements.postings.columns import MOST_NARROW, SPARE, Column

values = st.dictionaries(st.integers(1, 9), st.sets(st.sampled_from("abcd")), max_size=9)
changes = st.lists(st.tuples(st.booleans(), st.integers(1, 9), st.sampled_from("abcd")))


def filled(statements: dict[int, set[str]]) -> Column:
    column = Column()
    for key in "abcd":
        column.fill(key, BitMap(pk for pk, keys in statements.items() if key in keys))
    return column


@given(values, changes, st.sets(st.integers(1, 12)))
def test_values_are_counted_within_a_set_whatever_was_changed(
    statements: dict[int, set[str]], steps: list[tuple[bool, int, str]], within: set[int]
) -> None:
    column = filled(statements)
    for member, pk, key in steps:
        (column.add if member else column.discard)(pk, key)
        keys = statements.setdefault(pk, set())
        (keys.add if member else keys.discard)(key)
    expected = Counter(key for pk in within for key in statements.get(pk, ()))
    assert column.counts(BitMap(within)) == expected
    assert all(sorted(column.of(pk)) == sorted(keys) for pk, keys in statements.items())


def test_one_value_each_takes_one_slot_however_often_it_changes() -> None:
    column = Column()
    for key in "abc":
        column.add(1, key)
        column.discard(1, key)
    column.fill("a", BitMap([1, 2]))
    assert len(column.slots) == 1


def test_statements_behind_the_last_one_with_a_value_count_as_without() -> None:
    column = Column()
    assert column.counts(BitMap([5])) == {}
    column.add(1, "a")
    assert column.counts(BitMap([1, 10 * SPARE])) == {"a": 1}
    assert column.of(10 * SPARE) == []


def test_more_values_than_two_bytes_can_tell_apart_are_told_apart() -> None:
    column = Column()
    for number in range(MOST_NARROW + 2):
        column.fill(f"value {number}", BitMap([number]))
    assert column.of(1) == ["value 1"]
    assert column.of(MOST_NARROW + 1) == [f"value {MOST_NARROW + 1}"]
    assert set(column.counts(BitMap(range(MOST_NARROW + 2))).values()) == {1}


def test_filling_with_nothing_makes_no_room() -> None:
    column = Column()
    column.fill("a", BitMap())
    assert not any(slot.values for slot in column.slots)
