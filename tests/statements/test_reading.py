"""Where the present request reads."""

from collections.abc import Iterator
from threading import Thread

import pytest

from statements import reading


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    reading.choose("default")


def test_without_a_choice_there_is_one_server() -> None:
    assert reading.alias() == "default"


def test_a_choice_holds_until_the_next() -> None:
    reading.choose("replica1")
    assert reading.alias() == "replica1"
    reading.choose("default")
    assert reading.alias() == "default"


def test_a_choice_is_of_one_thread() -> None:
    reading.choose("replica1")
    seen: list[str] = []
    thread = Thread(target=lambda: seen.append(reading.alias()))
    thread.start()
    thread.join()
    assert seen == ["default"]
