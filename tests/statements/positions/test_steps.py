"""What makes up one step, and which positions hold."""

from statements.positions.steps import heirs, steps_of
from tests.statements.holding import SECRETARY, VICE_CHAIR, held


def test_positions_of_one_day_and_stance_are_one_step() -> None:
    (step,) = steps_of([held(1, "2022-08-12", "unjust"), held(2, "2022-08-12", "unjust")], {})
    assert [one.pk for one in step.positions] == [1, 2]
    assert [one.pk for one in step.statements] == [101, 102]


def test_of_a_month_it_is_not_known_that_it_was_one_day() -> None:
    assert len(steps_of([held(1, "2022-08", "unjust"), held(2, "2022-08", "unjust")], {})) == 2


def test_stated_and_inferred_words_of_one_day_stay_two_steps() -> None:
    pair = [held(1, "2022-08-12", "unjust"), held(2, "2022-08-12", "unjust", target="inferred")]
    assert len(steps_of(pair, {})) == 2


def test_a_statement_that_two_positions_rest_on_counts_once() -> None:
    pair = [
        held(1, "2022-08-12", "unjust", statements=[7, 8], edition=2021),
        held(2, "2022-08-12", "unjust", statements=[7], edition=2022),
    ]
    (step,) = steps_of(pair, {})
    assert [one.pk for one in step.statements] == [7, 8]
    assert step.editions == [2021, 2022]


def test_all_offices_of_a_step_are_named() -> None:
    pair = [
        held(1, "2022-08-12", "unjust", role=VICE_CHAIR),
        held(2, "2022-08-12", "unjust", role=SECRETARY),
    ]
    (step,) = steps_of(pair, {})
    assert step.roles == ["Secretary", "Vice-chair"]


class TestHeirs:
    def chain(self, **links: int) -> dict[int, int]:
        """Positions 1 to 4; `p2=1` says that the second supersedes the first."""
        made = {
            pk: held(pk, "2022", "unjust", supersedes_id=links.get(f"p{pk}")) for pk in range(1, 5)
        }
        return heirs({pk: one.supersedes_id for pk, one in made.items()})

    def test_the_last_of_a_chain_holds(self) -> None:
        assert self.chain(p2=1, p3=2) == {1: 3, 2: 3}

    def test_the_newest_of_several_holds(self) -> None:
        assert self.chain(p2=1, p3=1) == {1: 3}

    def test_those_in_a_ring_all_hold(self) -> None:
        assert self.chain(p1=2, p2=1) == {}
        assert self.chain(p1=2, p2=1, p3=2) == {2: 3}
        assert self.chain(p1=1) == {}

    def test_one_that_is_not_loaded_is_not_missed(self) -> None:
        assert self.chain(p1=99) == {}
