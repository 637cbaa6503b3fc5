from array import array

import pytest

from statements.corpus.indexing import Index, Postings
from statements.corpus.prose import Passage
from statements.corpus.scene import Field
from statements.corpus.vocabulary import english
from statements.models import ContentChange, SearchEntry, ValuePosting, WordPosting
from statements.postings import blobs

pytestmark = pytest.mark.django_db
BORDER = 1 << blobs.CHUNK_BITS


def postings(*added: tuple[int, list[str], list[str]]) -> Postings:
    made = Postings()
    for pk, words, values in added:
        made.add(pk, [Field(" ".join(words), set(words))], values)
    return made


def found(term: str) -> list[int]:
    return list(blobs.read(WordPosting, [term], "default")[term])


def test_statements_are_gathered_by_field_and_by_value() -> None:
    made = postings((1, ["a", "b"], ["kind=x"]), (2, ["b", "c"], ["kind=x"]), (3, ["b", "a"], []))
    assert made.chunks[0].fields == {
        "a b": ({"a", "b"}, [1]), "b c": ({"b", "c"}, [2]), "b a": ({"a", "b"}, [3]),
    }  # fmt: skip
    assert made.chunks[0].values == {"kind=x": [1, 2]}


def test_a_batch_may_lie_across_two_chunks() -> None:
    made = postings((BORDER - 1, ["a"], []), (BORDER, ["a"], []))
    assert {chunk: part.fields["a"][1] for chunk, part in made.chunks.items()} == {
        0: [BORDER - 1],
        1: [BORDER],
    }


def test_postings_are_stored_chunk_by_chunk() -> None:
    index = Index(0, 0)
    index.add(postings((BORDER - 1, ["a"], ["kind=x"]), (BORDER, ["a"], ["kind=x"])))
    assert found("a") == [BORDER - 1]
    index.close()
    assert found("a") == [BORDER - 1, BORDER]
    assert list(blobs.read(ValuePosting, ["kind=x"], "default")["kind=x"]) == [BORDER - 1, BORDER]


def test_batches_of_the_same_chunk_come_together() -> None:
    index = Index(0, 0)
    index.add(postings((1, ["a"], [])))
    index.add(postings((2, ["b", "a"], [])))
    index.close()
    assert (found("a"), found("b")) == ([1, 2], [2])


def test_words_that_were_drawn_come_to_their_own() -> None:
    rare, common = english().tokens[-1], english().tokens[0]
    made = Postings()
    for pk, numbers in [(BORDER - 1, [0, 0]), (BORDER, [0, 29_999]), (BORDER + 1, [0])]:
        made.add(pk, [Field.english(Passage("", "", array("H", numbers)))], [])
    made.add(BORDER + 1, [Field(rare, {rare})], [])  # the same word, and not drawn
    index = Index(0, 0)
    index.add(made)
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
