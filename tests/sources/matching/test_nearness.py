from collections.abc import Iterator

from sources.matching.folding import fold
from sources.matching.haystack import haystack
from sources.matching.interruptions import Run
from sources.matching.nearness import Nearness, best_first

SOURCE = haystack("one so two, three so four, five so six")
PLACES: list[tuple[Run, ...]] = [
    ((place, place + 1),) for place in SOURCE.hits(SOURCE.spell(["so"]))
]


def best(prefix: str, suffix: str) -> int:
    return PLACES.index(next(best_first(PLACES, Nearness(SOURCE, prefix, suffix))))


def test_what_stands_around_it_tells_the_place() -> None:
    assert best("three ", " four") == 1
    assert best("", " six") == 2
    assert best("five", "") == 2


def test_the_place_that_agrees_most_is_taken_if_none_agrees_wholly() -> None:
    assert best("nine, three", "ten") == 1


def test_the_first_of_equals_is_taken() -> None:
    assert best("nine", "ten") == 0


def test_without_prefix_and_suffix_all_are_given_in_order() -> None:
    assert list(best_first(PLACES, Nearness(SOURCE, " ", ""))) == PLACES


def test_no_places_give_none() -> None:
    assert list(best_first([], Nearness(SOURCE, "one", ""))) == []


def test_not_all_of_very_many_places_are_looked_at() -> None:
    source = haystack("a " * 50_000)
    looked_at = []

    def places() -> Iterator[tuple[Run, ...]]:
        for place in range(len(fold(source.folded.raw).tokens)):
            looked_at.append(place)
            yield ((place, place + 1),)

    assert list(best_first(places(), Nearness(source, "b", "c"))) == [((0, 1),)]
    assert len(looked_at) == 20_000
