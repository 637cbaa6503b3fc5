from collections.abc import Iterator

import pytest

from statements.postings import freshness
from tests.statements.postings.asking import in_a_request

pytestmark = pytest.mark.django_db  # the end of a request looks after connections


@pytest.fixture
def _request() -> Iterator[None]:
    with in_a_request():
        yield


def test_outside_a_request_a_database_is_asked_every_time() -> None:
    freshness.asked("default")
    assert not freshness.is_fresh("default")


@pytest.mark.usefixtures("_request")
class TestWithinARequest:
    def test_a_database_is_asked_once(self) -> None:
        assert not freshness.is_fresh("default")
        freshness.asked("default")
        assert freshness.is_fresh("default")

    def test_each_database_is_asked_for_itself(self) -> None:
        freshness.asked("default")
        assert not freshness.is_fresh("other")

    def test_what_changed_something_itself_asks_again(self) -> None:
        freshness.asked("default")
        freshness.outdate()
        assert not freshness.is_fresh("default")

    def test_the_next_request_asks_again(self) -> None:
        freshness.asked("default")
        with in_a_request():
            assert not freshness.is_fresh("default")


def test_a_request_that_ended_leaves_nothing_fresh() -> None:
    with in_a_request():
        freshness.asked("default")
    assert not freshness.is_fresh("default")
