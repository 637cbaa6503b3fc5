import pytest
from pyroaring import BitMap

from statements.models import ValuePosting, WordPosting
from statements.postings import blobs

pytestmark = pytest.mark.django_db

FAR = 70_000  # in the second chunk


def change(added: blobs.Sets, removed: blobs.Sets | None = None) -> None:
    blobs.change(WordPosting, added, removed or {}, "default")


def read(*terms: str) -> dict[str, set[int]]:
    return {term: set(ids) for term, ids in blobs.read(WordPosting, terms, "default").items()}


def test_what_is_added_is_read_whatever_its_chunk() -> None:
    change({"one": [5, FAR], "two": [5]})
    change({"one": [6]})
    assert read("one", "two") == {"one": {5, 6, FAR}, "two": {5}}
    assert WordPosting.objects.filter(term="one").count() == 2


def test_what_is_taken_out_is_gone_and_an_empty_posting_with_it() -> None:
    change({"one": [5, 6, FAR], "two": [5]})
    change({}, {"one": [5, FAR], "two": [5]})
    assert read("one", "two") == {"one": {6}, "two": set()}
    assert [(row.term, row.chunk) for row in WordPosting.objects.all()] == [("one", 0)]


def test_what_is_added_and_taken_out_at_once_stands_in_the_end() -> None:
    change({"one": [5]})
    change({"one": [6]}, {"one": [5]})
    assert read("one") == {"one": {6}}


def test_taking_out_what_is_not_there_does_nothing() -> None:
    change({}, {"one": [5]})
    assert not WordPosting.objects.exists()


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
    change({"one": [5], "two": [5]})
    blobs.write(WordPosting, [("one", 0, BitMap([7])), ("two", 0, BitMap())], "default")
    assert blobs.read_all(WordPosting, "default") == {"one": BitMap([7])}


def test_a_union_is_a_set_of_its_own() -> None:
    only = BitMap([1])
    whole = blobs.united([only])
    whole.add(2)
    assert only == BitMap([1])
    assert blobs.united([]) == BitMap()
