import pickle

import pytest

from statements.corpus import making
from statements.corpus.making import Made, batches
from statements.corpus.plan import Plan
from statements.corpus.processes import LostError


def test_processes_make_what_this_one_would(plan: Plan) -> None:
    with (
        batches(plan, range(3), "sqlite", 0) as made_here,
        batches(plan, range(3), "sqlite", 2) as made_there,
    ):
        here, there = list(made_here), list(made_there)
    assert [made.tables for made in there] == [made.tables for made in here]
    assert [made.entered for made in there] == [made.entered for made in here]
    assert list(map(chunks, there)) == list(map(chunks, here))


def chunks(made: Made) -> object:
    return pickle.loads(made.postings).chunks  # noqa: S301  # our own


def test_a_process_that_is_lost_is_noticed(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "hand_over", _fail)
    with batches(plan, range(1), "sqlite", 1) as made, pytest.raises(LostError):
        next(made)


def _fail(*_arguments: object) -> None:
    raise SystemExit(1)
