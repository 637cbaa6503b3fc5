"""Postings are stored as batches come, made here or by another process."""

import pickle
from typing import Any

import pytest
from django.db import DatabaseError

from statements.corpus import index as module
from statements.corpus.index import index_behind
from statements.corpus.indexing import Postings
from statements.corpus.processes import LostError
from statements.corpus.scene import Field
from statements.models import ContentChange, ValuePosting, WordPosting
from statements.postings import blobs
from tests import factories

pytestmark = pytest.mark.django_db
BORDER = 1 << blobs.CHUNK_BITS
PROCESSES = pytest.mark.parametrize("processes", [0, 1])


def batch(*added: tuple[int, str]) -> bytes:
    made = Postings()
    for pk, word in added:
        made.add(pk, [Field(word, {word})], ["kind=x"])
    return pickle.dumps(made)


def found(term: str) -> list[int]:
    return list(blobs.read(WordPosting, [term], "default")[term])


@PROCESSES
def test_batches_come_together_whatever_chunk_they_are_of(processes: int) -> None:
    with index_behind(0, 0, processes) as index:
        index.add(batch((1, "a"), (2, "b")))
        index.add(batch((BORDER - 1, "a"), (BORDER, "a")))
        index.close()
    assert (found("a"), found("b")) == ([1, BORDER - 1, BORDER], [2])
    kept = blobs.read(ValuePosting, ["kind=x"], "default")["kind=x"]
    assert list(kept) == [1, 2, BORDER - 1, BORDER]


def test_a_chunk_is_stored_as_soon_as_another_begins() -> None:
    with index_behind(0, 0, 0) as index:
        index.add(batch((BORDER - 1, "a"), (BORDER, "a")))
        assert found("a") == [BORDER - 1]


def test_the_end_is_told_to_every_worker() -> None:
    before = ContentChange.objects.filter(rebuilt=True).count()
    with index_behind(0, 0, 0) as index:
        index.close()
    assert ContentChange.objects.filter(rebuilt=True).count() == before + 1


@PROCESSES
def test_a_run_that_goes_on_indexes_what_was_not_stored(processes: int) -> None:
    own = factories.published()
    models = (WordPosting, ValuePosting)
    before = [blobs.read_all(model, "default") for model in models]
    for model in models:
        model.objects.all().delete()
    with index_behind(0, own.pk, processes) as index:
        index.close()
    assert [blobs.read_all(model, "default") for model in models] == before
    assert all(before)


def test_a_chunk_that_was_stored_is_not_stored_again() -> None:
    own = factories.published()
    WordPosting.objects.all().delete()
    with index_behind(0, own.pk, 0) as index:
        index.close()
    assert ValuePosting.objects.exists()
    assert not WordPosting.objects.exists()


def test_a_chunk_is_stored_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    append = blobs.append

    def fail_at_values(model: Any, *rest: Any) -> None:
        if model is ValuePosting:
            raise DatabaseError
        append(model, *rest)

    monkeypatch.setattr(blobs, "append", fail_at_values)
    with index_behind(0, 0, 0) as index, pytest.raises(DatabaseError):
        index.add(batch((1, "a"), (BORDER, "a")))
    assert not WordPosting.objects.exists()


def test_where_there_are_others_all_is_indexed_anew() -> None:
    own = factories.published()
    before = blobs.read_all(WordPosting, "default")
    WordPosting.objects.all().delete()
    with index_behind(own.pk, own.pk, 1) as index:
        index.add(batch((own.pk + 1, "a")))
        index.close()
    assert blobs.read_all(WordPosting, "default") == before


def test_the_loss_of_the_other_process_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "build", fail)
    with index_behind(0, 0, 1) as index, pytest.raises(LostError):
        index.close()


def fail(*_arguments: object) -> None:
    raise SystemExit(1)
