from array import array

from pyroaring import BitMap

from statements.corpus.indexing import BatchBuilder, Postings
from statements.corpus.prose import Passage
from statements.corpus.scene import Field
from statements.corpus.vocabulary import english
from statements.postings import blobs

BORDER = 1 << blobs.CHUNK_BITS


def postings(*added: tuple[int, list[str], list[str]]) -> Postings:
    made = Postings()
    for pk, words, values in added:
        made.add(pk, [Field(" ".join(words), set(words))], values)
    return made


def told(builder: BatchBuilder) -> dict[tuple[str, int], list[int]]:
    """What a builder hands over, by term and chunk."""
    rows = [row for _model, rows in builder.handed_over() for row in rows]
    return {(term, chunk): list(BitMap.deserialize(bits)) for term, chunk, bits in rows}


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


def test_only_whole_chunks_are_handed_over() -> None:
    builder = BatchBuilder()
    builder.add_batch(postings((1, ["a"], ["kind=x"])))
    assert builder.handed_over() == []
    builder.add_batch(postings((2, ["a"], []), (BORDER, ["a"], [])))
    assert told(builder) == {("a", 0): [1, 2], ("kind=x", 0): [1]}
    assert builder.handed_over() == []
    builder.close()
    assert told(builder) == {("a", 1): [BORDER]}


def test_words_that_were_drawn_come_to_their_own() -> None:
    rare, common = english().tokens[-1], english().tokens[0]
    made = Postings()
    for pk, numbers in [(BORDER - 1, [0, 0]), (BORDER, [0, 29_999]), (BORDER + 1, [0])]:
        made.add(pk, [Field.drawn_as(Passage("", "", array("H", numbers)))], [])
    made.add(BORDER + 1, [Field(rare, {rare})], [])  # the same word, and not drawn
    builder = BatchBuilder()
    builder.add_batch(made)
    builder.close()
    assert told(builder) == {
        (common, 0): [BORDER - 1],
        (common, 1): [BORDER, BORDER + 1],
        (rare, 1): [BORDER, BORDER + 1],
    }
