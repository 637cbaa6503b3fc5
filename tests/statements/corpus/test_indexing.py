import pytest

from statements.corpus.indexing import BatchBuilder, Index, Postings
from statements.corpus.scene import Field
from statements.corpus.vocabulary import english
from statements.models import ContentChange, SearchEntry, ValuePosting, WordPosting
from statements.postings import blobs

pytestmark = pytest.mark.django_db
BORDER = 1 << blobs.CHUNK_BITS


def gathered(*added: tuple[int, list[str], list[str]]) -> Postings:
    postings = Postings()
    for pk, words, values in added:
        postings.add(pk, [Field(" ".join(words), set(words))], values)
    return postings.gathered()


def found(term: str) -> list[int]:
    return list(blobs.read(WordPosting, [term], "default")[term])


def test_statements_are_gathered_by_term() -> None:
    made = gathered((1, ["a", "b"], ["kind=x"]), (2, ["b", "c"], ["kind=x"]))
    words, values = made.chunks[0]
    assert words == {"a": [1], "b": [1, 2], "c": [2]}
    assert values == {"kind=x": [1, 2]}


def test_a_batch_may_lie_across_two_chunks() -> None:
    made = gathered((BORDER - 1, ["a"], []), (BORDER, ["a"], []))
    assert {chunk: words for chunk, (words, _values) in made.chunks.items()} == {
        0: {"a": [BORDER - 1]},
        1: {"a": [BORDER]},
    }


def test_postings_are_stored_chunk_by_chunk() -> None:
    index = Index(0, 0)
    index.add(gathered((BORDER - 1, ["a"], ["kind=x"]), (BORDER, ["a"], ["kind=x"])))
    assert found("a") == [BORDER - 1]
    index.close()
    assert found("a") == [BORDER - 1, BORDER]
    assert list(blobs.read(ValuePosting, ["kind=x"], "default")["kind=x"]) == [BORDER - 1, BORDER]


def test_batches_of_the_same_chunk_come_together() -> None:
    builder = BatchBuilder()
    builder.add_postings(0, {"a": [1, 1]}, {})
    builder.add_postings(0, {"a": [2]}, {})
    builder.close()
    assert found("a") == [1, 2]


def test_words_that_were_drawn_come_to_their_own() -> None:
    rare, common = english().tokens[-1], english().tokens[0]
    postings = Postings()
    for pk, numbers in [(BORDER - 1, [0, 0]), (BORDER, [0, 29_999]), (BORDER + 1, [0])]:
        postings.add(pk, [Field.english(numbers)], [])
    postings.add(BORDER + 1, [Field(rare, {rare})], [])  # the same word, and not drawn
    index = Index(0, 0)
    index.add(postings.gathered())
    index.close()
    assert found(common) == [BORDER - 1, BORDER, BORDER + 1]
    assert found(rare) == [BORDER, BORDER + 1]
    assert WordPosting.objects.count() == 3


def test_the_end_is_told_to_every_worker() -> None:
    before = ContentChange.objects.filter(rebuilt=True).count()
    Index(0, 0).close()
    assert ContentChange.objects.filter(rebuilt=True).count() == before + 1


@pytest.mark.usefixtures("corpus")
def test_a_run_that_goes_on_reads_what_its_last_chunk_held() -> None:
    index = Index(0, 10)
    assert index.builder is not None
    read = {pk for ids in index.builder.words.values() for pk in ids}
    assert read == set(SearchEntry.objects.filter(pk__lte=10).values_list("pk", flat=True))
