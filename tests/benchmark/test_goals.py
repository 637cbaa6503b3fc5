from tests.benchmark import sample
from tests.benchmark.goals import Verdict, verdicts


def found(goal: str) -> Verdict:
    return next(one for one in verdicts(sample.run()) if one.goal.startswith(goal))


def test_the_slowest_page_decides() -> None:
    median = found("List pages, median")
    assert (median.at, median.measured, median.met) == ("Rare word", 6.0, True)


def test_the_worst_answer_has_a_limit_of_its_own() -> None:
    worst = found("List pages, worst answer")
    assert (worst.at, worst.measured) == ("Timeline", 10.0)


def test_a_rate_below_its_limit_is_not_met() -> None:
    rate = found("Timeline to the same page")
    assert (rate.at, rate.measured, rate.met) == ("16 connections", 0.2, False)


def test_loading_is_compared_with_plain_loading() -> None:
    assert round(found("Bulk loading").measured, 2) == 1.33


def test_the_peer_that_came_nearest_decides() -> None:
    rare = found("Datasette, rare word")
    assert (rare.measured, rare.met) == (1.5, False)
    assert found("Datasette, broad").met


def test_one_answer_that_does_not_count_a_change_fails() -> None:
    assert not found("Next answers").met


def test_what_was_not_measured_has_no_verdict() -> None:
    goals = {one.goal for one in verdicts(sample.run())}
    assert not {goal for goal in goals if goal.startswith("Phrase")}


def test_every_verdict_is_of_the_largest_size() -> None:
    figures = sample.run()
    figures.kept["sizes"]["10000"]["exports"]["sqlite"]["rate"] = 1.0
    rates = [one.measured for one in verdicts(figures) if one.goal == "Full CSV export"]
    assert rates == [24_000]
