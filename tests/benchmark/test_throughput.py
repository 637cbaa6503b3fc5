import pytest

from tests.benchmark.throughput import rate

DONE = """Running 4s test @ http://127.0.0.1:8000/
  2 threads and 16 connections
Requests/sec:    514.25
Transfer/sec:      1.02MB
"""


def test_the_rate_is_read() -> None:
    assert rate(DONE) == 514.25


@pytest.mark.parametrize(
    "line",
    ["  Non-2xx or 3xx responses: 7", "  Socket errors: connect 3, read 0, write 0, timeout 0"],
)
def test_errors_are_no_rate(line: str) -> None:
    with pytest.raises(ValueError, match=line.strip()[:10]):
        rate(f"{DONE}{line}\n")


def test_output_without_a_rate_is_refused() -> None:
    with pytest.raises(ValueError, match="no rate"):
        rate("")
