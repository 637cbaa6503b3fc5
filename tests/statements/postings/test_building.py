import pytest

from statements.models import ValuePosting, WordPosting
from statements.postings import blobs, building
from statements.postings.building import Builder

pytestmark = pytest.mark.django_db

NEXT = 1 << blobs.CHUNK_BITS  # the first id of the second chunk


def sets(model: type[WordPosting] | type[ValuePosting]) -> dict[str, set[int]]:
    return {term: set(ids) for term, ids in blobs.read_all(model, "default").items()}


def test_nothing_is_written_before_the_chunk_is_full_or_closed() -> None:
    builder = Builder()
    builder.add(1, " one k1 k2 ", ["kind=quotation"])
    assert sets(WordPosting) == {}
    builder.close()
    assert sets(WordPosting) == {"one": {1}, "k1": {1}, "k2": {1}, "k1_k2": {1}}
    assert sets(ValuePosting) == {"kind=quotation": {1}}


def test_a_chunk_is_written_when_the_next_begins() -> None:
    builder = Builder()
    builder.add(1, " one ", ["a=1"])
    builder.add(2, " one ", ["a=1"])
    builder.add(NEXT, " one ", ["a=1"])
    assert sets(WordPosting) == {"one": {1, 2}}
    builder.close()
    assert sets(WordPosting) == {"one": {1, 2, NEXT}}
    assert sets(ValuePosting) == {"a=1": {1, 2, NEXT}}


def test_a_chunk_that_was_left_is_not_taken_up_again() -> None:
    builder = Builder()
    builder.add(NEXT, " one ", ["a=1"])
    with pytest.raises(ValueError, match="0"):
        builder.add(1, " one ", ["a=1"])


def test_known_terms_need_not_be_found_again() -> None:
    builder = Builder()
    builder.add_terms(1, {"one", "k1_k2"}, ["a=1"])
    builder.close()
    assert sets(WordPosting) == {"one": {1}, "k1_k2": {1}}


def test_closing_twice_writes_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_BATCH", 2)
    builder = Builder()
    builder.add(1, " one two three ", [])
    builder.close()
    builder.close()
    assert sets(WordPosting) == {"one": {1}, "two": {1}, "three": {1}}
