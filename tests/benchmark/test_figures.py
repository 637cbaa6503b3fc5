import pytest

from tests.benchmark import sample
from tests.benchmark.figures import ratio, shown


def test_growth_is_from_the_smallest_to_the_largest_size_as_asked_side_by_side() -> None:
    assert sample.run().growth("sqlite", "timeline") == pytest.approx(1.2)


def test_pages_that_are_not_full_at_both_sizes_have_no_growth() -> None:
    figures = sample.run()
    figures.questions(10_000)[0]["matches"] = 3
    assert figures.growth("sqlite", "timeline") is None
    assert figures.growth("sqlite", "word-rare") == 1


def test_a_run_of_one_size_knows_no_growth() -> None:
    figures = sample.run()
    del figures.kept["sizes"]["10000"]
    figures.kept["growth"] = {}
    assert figures.growth("sqlite", "timeline") is None


def test_a_peer_is_compared_with_ours() -> None:
    assert sample.run().times(1_000_000, "datasette", "sqlite", "timeline") == 120


def test_what_was_not_measured_is_none() -> None:
    figures = sample.run()
    assert figures.median(10_000, "postgresql", "timeline") is None
    assert figures.median(10_000, "plain-sqlite", "word-rare") is None
    assert figures.of(10_000, "changes", "postgresql", "index") is None
    assert ratio(None, 1.0) is None
    assert ratio(1.0, None) is None


def test_numbers_are_shown_with_the_digits_they_deserve() -> None:
    numbers = (0.456, 4.56, 45.6, 4567.8)
    assert [shown(number) for number in numbers] == ["0.46", "4.56", "45.6", "4,568"]
    assert shown(None, " ms") == "–"
    assert shown(3.0, " ms") == "3.00 ms"
