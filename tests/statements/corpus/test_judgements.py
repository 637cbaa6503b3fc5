import pytest

from statements.corpus.judgements import judged
from statements.corpus.plan import Plan
from statements.corpus.speeches import Batch, Speech
from statements.models import Evidence, Figure, Position

AT = "2020-01-01 00:00:00"


@pytest.fixture
def speeches(plan: Plan) -> dict[int, Speech]:
    return {speech.number: speech for speech in Batch(plan, 0).speeches()}


def test_one_statement_in_so_many_has_a_position(plan: Plan, speeches: dict[int, Speech]) -> None:
    made = judged(plan, speeches[plan.position_every], AT)
    assert [model for model, _values in made.rows] == [Position, Evidence]
    assert [one["position"] for one in made.positions] == [1]
    assert [value.partition("=")[0] for value in made.values] == ["position", "evidence"]


def test_one_statement_in_so_many_gives_a_figure(plan: Plan, speeches: dict[int, Speech]) -> None:
    made = judged(plan, speeches[plan.figure_every], AT)
    assert [model for model, _values in made.rows] == [Figure]
    assert (
        made.figures[0]["value_as_printed"].split()[0].replace(",", "")
        == (made.figures[0]["value"])
    )


def test_most_statements_have_neither(plan: Plan, speeches: dict[int, Speech]) -> None:
    assert judged(plan, speeches[1], AT).rows == []


def test_the_evidence_is_a_part_of_the_position(plan: Plan, speeches: dict[int, Speech]) -> None:
    made = judged(plan, speeches[plan.position_every], AT)
    evidence = made.parts(Position)["evidence"]
    assert [one["statement"] for one in evidence] == [plan.position_every]
    assert made.parts(Figure) == {}
