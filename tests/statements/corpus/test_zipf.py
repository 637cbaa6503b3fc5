from collections import Counter

from statements.corpus.plan import Plan
from statements.corpus.zipf import Ranks, taken


def drawn(size: int, count: int) -> Counter[int]:
    return Counter(Ranks(size).draw(Plan(1, 1).rng(), count))


def test_the_first_is_twice_as_common_as_the_second() -> None:
    found = drawn(100, 20_000)
    assert 1.8 < found[0] / found[1] < 2.2


def test_the_rare_come_as_often_as_they_should_though_they_fill_no_slot() -> None:
    found = drawn(30_000, 200_000)
    rare = sum(count for number, count in found.items() if number >= 15_000)
    assert 0.06 < rare / 200_000 < 0.068  # (ln 2) / (ln 30,000 + 0.577)


def test_the_same_chance_draws_the_same() -> None:
    assert Ranks(50).draw(Plan(1, 3).rng(), 20) == Ranks(50).draw(Plan(1, 3).rng(), 20)


def test_several_are_all_different_and_in_order() -> None:
    found = Ranks(5).several(Plan(1, 1).rng(), 20)
    assert found == sorted(set(found))
    assert len(found) > 1


def test_one_is_a_number_of_the_range() -> None:
    assert Ranks(1).one(Plan(1, 1).rng()) == 0


def test_values_are_taken_from_their_places_however_few() -> None:
    found = [taken("abc", places) for places in ([], [1], [2, 0, 2])]
    assert found == [(), ("b",), ("c", "a", "c")]
