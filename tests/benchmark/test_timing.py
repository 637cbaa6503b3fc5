from unittest.mock import Mock

import pytest

from tests.benchmark import timing
from tests.benchmark.timing import FEWEST, LASTING, PATIENCE, RUNNING, Probe, take_turn


def probe(*taken: float) -> Probe:
    return Probe(Mock(), "timeline", "/statements/", taken=list(taken))


def test_a_quick_page_is_never_given_up() -> None:
    assert not probe(*[5.0] * 100).done


def test_a_slow_page_is_given_up_after_the_fewest_rounds() -> None:
    slow = PATIENCE * 1000 + 1.0
    assert not probe(*[slow] * (FEWEST - 1)).done
    assert probe(*[slow] * FEWEST).done


def test_a_reading_tells_the_median_and_the_worst() -> None:
    one = probe(3.0, 1.0, 9.0)
    one.worked = [1.0, 2.0, 2.5]
    assert one.reading() == {"median": 3.0, "worst": 9.0, "worked": 2.0, "rounds": 3}


@pytest.mark.parametrize(
    ("each", "times"),
    [
        (LASTING * 1000 / 8, 8),
        (LASTING * 1000, RUNNING),
        (PATIENCE * 1000 + 1.0, FEWEST),
    ],
)
def test_rows_of_quick_pages_last_as_long_as_it_takes_and_slow_ones_are_given_up(
    each: float, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = probe()
    one.server.worked = Mock(return_value=0.0)  # type: ignore[method-assign]
    monkeypatch.setattr(timing, "asked", lambda _probe: each)
    monkeypatch.setattr("time.monotonic", lambda: sum(one.taken) / 1000)
    take_turn(one)
    assert one.taken == [each] * times
