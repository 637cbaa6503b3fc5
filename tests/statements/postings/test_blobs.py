from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase
from pyroaring import BitMap

from statements.models import ValuePosting, WordPosting
from statements.postings import blobs

pytestmark = pytest.mark.django_db

FAR = 70_000  # in the second chunk
SIZE = blobs.SIZE


def change(added: blobs.Sets, removed: blobs.Sets | None = None) -> None:
    blobs.change(WordPosting, added, removed or {}, "default")


def read(*terms: str) -> dict[str, set[int]]:
    return {term: set(ids) for term, ids in blobs.read(WordPosting, terms, "default").items()}


def stored(term: str) -> dict[int, BitMap]:
    """The rows of a term, by chunk; those of changes count from -1 downwards."""
    rows = WordPosting.objects.filter(term=term)
    return {row.chunk: BitMap.deserialize(bytes(row.bits)) for row in rows}


def test_what_is_added_is_read_whatever_its_chunk() -> None:
    change({"one": [5, FAR], "two": [5]})
    change({"one": [6]})
    assert read("one", "two") == {"one": {5, 6, FAR}, "two": {5}}
    assert WordPosting.objects.filter(term="one").count() == 2


def test_what_is_taken_out_is_gone() -> None:
    change({"one": [5, 6, FAR], "two": [5]})
    change({}, {"one": [5, FAR], "two": [5]})
    assert read("one", "two") == {"one": {6}, "two": set()}
    assert blobs.read_all(WordPosting, "default") == {"one": BitMap([6])}


def test_a_change_leaves_a_set_as_it_is_and_stands_beside_it() -> None:
    whole = BitMap(range(SIZE, SIZE + 9))
    blobs.write(WordPosting, [("one", 1, whole)], "default")
    change({"one": [SIZE + 20]}, {"one": [SIZE, SIZE + 3]})
    change({"one": [SIZE]})
    assert stored("one")[1] == whole
    assert stored("one")[-2] == BitMap([0, 20, SIZE + 3])
    assert read("one") == {"one": {SIZE, SIZE + 20, *range(SIZE + 1, SIZE + 9)} - {SIZE + 3}}


def test_changes_that_became_many_are_taken_into_the_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blobs, "MOST_CHANGES", 2)
    blobs.write(WordPosting, [("one", 1, BitMap([SIZE + 7, SIZE + 8]))], "default")
    change({"one": [SIZE + 5], "two": [SIZE]}, {"one": [SIZE + 7]})
    assert stored("one").keys() == {1, -2}
    change({"one": [SIZE + 6]})
    assert stored("one") == {1: BitMap([SIZE + 5, SIZE + 6, SIZE + 8])}
    assert read("one", "two") == {"one": {SIZE + 5, SIZE + 6, SIZE + 8}, "two": {SIZE}}


def test_a_set_that_changes_leave_empty_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    change({"one": [5, 6]})
    monkeypatch.setattr(blobs, "MOST_CHANGES", 1)
    change({}, {"one": [5, 6]})
    assert stored("one") == {}


def test_a_set_can_be_changed_to_the_ends_of_its_chunk() -> None:
    ends = [SIZE - 1, SIZE, 2 * SIZE - 1, 2 * SIZE]
    change({"one": ends})
    change({}, {"one": ends[1:3]})
    assert read("one") == {"one": {SIZE - 1, 2 * SIZE}}
    assert blobs.of_chunk(WordPosting, 1, "default") == {}
    assert blobs.of_chunk(WordPosting, 2, "default") == {"one": BitMap([2 * SIZE])}
    assert blobs.chunks(WordPosting, "default") == {0, 1, 2}


def test_what_is_added_and_taken_out_at_once_stands_in_the_end() -> None:
    change({"one": [5]})
    change({"one": [6]}, {"one": [5]})
    assert read("one") == {"one": {6}}


def test_taking_out_what_is_not_there_does_nothing() -> None:
    change({}, {"one": [5]})
    assert read("one") == {"one": set()}
    assert blobs.read_all(WordPosting, "default") == {}


def test_an_unknown_term_has_an_empty_set() -> None:
    assert read("none") == {"none": set()}
    assert read() == {}


def test_words_and_values_are_apart() -> None:
    change({"one": [5]})
    assert blobs.read_all(ValuePosting, "default") == {}
    assert blobs.read_all(WordPosting, "default") == {"one": BitMap([5])}


def test_more_terms_than_one_query_takes_are_changed_and_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blobs, "MOST_TERMS", 3)
    terms = [f"t{n}" for n in range(10)]
    change({term: [5] for term in terms})
    change({term: [6] for term in terms})
    assert read(*terms) == {term: {5, 6} for term in terms}


def test_a_chunk_is_read_by_itself() -> None:
    change({"one": [5, FAR], "two": [5]})
    assert blobs.of_chunk(WordPosting, 1, "default") == {"one": BitMap([FAR])}


def test_what_is_written_stands_in_place_of_what_was() -> None:
    blobs.write(WordPosting, [("one", 0, BitMap([5])), ("two", 0, BitMap([5]))], "default")
    blobs.write(WordPosting, [("one", 0, BitMap([7])), ("two", 0, BitMap())], "default")
    assert blobs.read_all(WordPosting, "default") == {"one": BitMap([7])}


def test_a_union_is_a_set_of_its_own() -> None:
    only = BitMap([1])
    whole = blobs.united([only])
    whole.add(2)
    assert only == BitMap([1])
    assert blobs.united([]) == BitMap()


IDS = st.lists(st.sampled_from([0, 5, SIZE - 1, SIZE, FAR, 2 * SIZE]), max_size=4)
CHANGES = st.lists(st.tuples(st.sampled_from(["one", "two"]), IDS, IDS), max_size=8)


class TestAgainstSets(HypothesisTestCase):
    """Whatever is changed, and whether it was taken into the sets or not, on both engines."""

    @settings(deadline=None, max_examples=60)
    @given(CHANGES, st.integers(0, 4))
    def test_what_is_read_is_what_plain_sets_would_hold(
        self, changes: list[tuple[str, list[int], list[int]]], most: int
    ) -> None:
        WordPosting.objects.all().delete()
        right: dict[str, set[int]] = {"one": set(), "two": set()}
        with mock.patch.object(blobs, "MOST_CHANGES", most):
            for term, added, removed in changes:
                change({term: added}, {term: removed})
                right[term] = (right[term] - set(removed)) | set(added)
        assert read("one", "two") == right
        kept = {term: BitMap(ids) for term, ids in right.items() if ids}
        assert blobs.read_all(WordPosting, "default") == kept
