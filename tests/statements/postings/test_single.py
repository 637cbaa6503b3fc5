from pyroaring import BitMap

from statements.postings.single import SPARE, Column


def test_values_are_counted_within_a_set() -> None:
    column = Column()
    column.fill(7, BitMap([1, 2, 5]))
    column.put(3, 8)
    assert column.counts(BitMap([1, 2, 3])) == {7: 2, 8: 1}


def test_what_has_no_value_is_not_counted() -> None:
    column = Column()
    column.put(1, 7)
    column.put(2, 7)
    column.put(2, 0)
    assert column.counts(BitMap([1, 2, 3])) == {7: 1}


def test_statements_behind_the_last_one_with_a_value_count_as_without() -> None:
    column = Column()
    assert column.counts(BitMap([5])) == {}
    column.put(1, 7)
    assert column.counts(BitMap([1, 10 * SPARE])) == {7: 1}


def test_filling_with_nothing_makes_no_room() -> None:
    column = Column()
    column.fill(7, BitMap())
    assert len(column.values) == 0
