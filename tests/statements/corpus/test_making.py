import pytest

from statements.corpus import making
from statements.corpus.making import LostError, batches
from statements.corpus.plan import Plan


def test_processes_make_what_this_one_would(plan: Plan) -> None:
    here = list(batches(plan, range(3), "sqlite", 0))
    there = list(batches(plan, range(3), "sqlite", 2))
    assert [made.tables for made in there] == [made.tables for made in here]
    assert [made.entered for made in there] == [made.entered for made in here]
    assert [made.postings.chunks for made in there] == [made.postings.chunks for made in here]
    assert [made.postings.drawn for made in there] == [made.postings.drawn for made in here]


def test_a_process_that_is_lost_is_noticed(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_hand_over", _fail)
    with pytest.raises(LostError):
        list(batches(plan, range(1), "sqlite", 1))


def _fail(*_arguments: object) -> None:
    raise SystemExit(1)
