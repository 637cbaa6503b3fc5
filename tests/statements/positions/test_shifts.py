"""How positions compare. The tricky ones stand in `TestTricky`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.models import Organisation, Position
from statements.positions.shifts import Office, Outcome, Sequence, compared, sequences
from tests.statements.holding import SCALE, SECRETARY, STANCES, VICE_CHAIR, held, shifts, told


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [("unjust", "unjust", "held"), ("dismisses", "unfair", "softened"),
     ("unfair", "unjust", "hardened"), ("welcomes", "accepts", "hardened"),
     ("accepts", "unfair", "reversed"), ("dismisses", "welcomes", "reversed")],
)  # fmt: skip
def test_stances_compare_by_order_and_side(before: str, after: str, outcome: str) -> None:
    assert compared(STANCES[before], STANCES[after]) == outcome
    assert told(held(1, "2020", before), held(2, "2022", after)) == [outcome]


def test_the_first_has_nothing_before_it() -> None:
    (sequence,) = sequences([held(1, "2020", "unjust")])
    assert sequence.entries[0].shift is None


def test_no_positions_make_no_sequence() -> None:
    assert sequences([]) == []


def test_a_shift_carries_what_it_rests_on() -> None:
    (shift,) = shifts(
        held(1, "2010-06", "welcomes", role=SECRETARY, edition=2010, statements=[1]),
        held(2, "2022-08-12", "unjust", role=VICE_CHAIR, edition=2022, statements=[2, 3]),
    )
    assert shift.outcome == Outcome.REVERSED
    assert [one.text for one in shift.before.statements] == ["Words 1."]
    assert [one.text for one in shift.after.statements] == ["Words 2.", "Words 3."]
    assert len(shift.statements) == 3
    assert (str(shift.since), str(shift.until), shift.editions) == (
        "2010-06", "2022-08-12", [2010, 2022],
    )  # fmt: skip
    assert (shift.before.roles, shift.after.roles) == (["Secretary"], ["Vice-chair"])


class TestOffice:
    def office(self, first: object, second: object) -> Office | None:
        (shift,) = shifts(
            held(1, "2020", "unjust", role=first), held(2, "2022", "unjust", role=second)
        )
        return shift.office

    def test_another_office_is_said_and_does_not_hinder(self) -> None:
        assert self.office(VICE_CHAIR, SECRETARY) == Office.OTHER
        assert self.office(VICE_CHAIR, VICE_CHAIR) == Office.SAME

    def test_an_office_that_is_not_recorded_is_not_taken_to_be_the_same(self) -> None:
        assert self.office(None, None) == Office.UNKNOWN
        assert self.office(VICE_CHAIR, None) == Office.UNKNOWN

    def test_offices_that_are_the_same_in_part(self) -> None:
        (_held, shift) = shifts(
            held(1, "2021", "unjust"),
            held(2, "2022-08-12", "unjust", role=SECRETARY),
            held(3, "2022-08-12", "unjust", role=VICE_CHAIR),
            held(4, "2023", "unjust", role=VICE_CHAIR),
        )
        assert shift.office == Office.PARTLY

    def test_an_organisation_holds_none(self) -> None:
        body = {"speaker": None, "organisation": Organisation(pk=1, name="Ministry")}
        (shift,) = shifts(held(1, "2020", "unjust", **body), held(2, "2022", "unjust", **body))
        assert shift.office is None


class TestTricky:
    def test_an_unordered_stance_is_passed_over_and_it_is_said(self) -> None:
        first, between, last = (
            held(1, "2020", "unfair"), held(2, "2021", "rejects"), held(3, "2022", "unjust"),
        )  # fmt: skip
        (not_compared, shift) = shifts(first, between, last)
        assert not_compared.reason == "no-order"
        assert shift.outcome == Outcome.HARDENED
        assert shift.before.positions == (first,)
        assert [step.positions for step in shift.skipped] == [(between,)]

    def test_where_only_unordered_ones_stand_before_nothing_is_compared(self) -> None:
        positions = [held(1, "2020", "rejects"), held(2, "2021", "unjust"), held(3, "2022", "none")]
        assert told(*positions) == ["no-order", "no-order"]

    def test_a_year_and_a_month_of_it_are_not_compared(self) -> None:
        assert told(held(1, "2022-08", "unfair"), held(2, "2022", "unjust")) == ["order-unknown"]

    def test_an_overlap_with_an_unordered_one_does_not_hinder(self) -> None:
        positions = [
            held(1, "2021", "unfair"),
            held(2, "2022-07-20", "rejects"),
            held(3, "2022-07", "unjust"),
        ]
        assert told(*positions) == ["no-order", "hardened"]

    def test_two_stances_of_one_day_are_not_compared_nor_what_follows_them(self) -> None:
        day = [held(1, "2022-08-12", "accepts"), held(2, "2022-08-12", "dismisses")]
        assert told(*day) == ["order-unknown"]
        assert told(*day, held(3, "2022-09-01", "unjust")) == ["order-unknown", "several-before"]

    def test_a_whole_year_before_leaves_open_which_came_last(self) -> None:
        before = [held(1, "2022-08-12", "accepts"), held(2, "2022", "unjust")]
        assert told(*before, held(3, "2023-01-05", "unjust")) == ["order-unknown", "several-before"]

    def test_what_one_stance_follows_is_known_whichever_came_last(self) -> None:
        before = [held(1, "2022-08-12", "unjust"), held(2, "2022", "unjust")]
        assert told(*before, held(3, "2023-01-05", "unfair")) == ["order-unknown", "softened"]

    def test_stated_and_inferred_are_not_compared_in_either_direction(self) -> None:
        positions = [
            held(1, "2020", "unfair"),
            held(2, "2021", "unfair", target="inferred"),
            held(3, "2022", "unjust"),
        ]
        assert told(*positions) == ["basis", "basis"]

    def test_two_inferred_ones_are_compared(self) -> None:
        pair = [held(n, f"202{n}", "unfair", target="inferred") for n in (1, 2)]
        assert told(*pair) == ["held"]

    def test_the_superseding_one_replaces_the_superseded(self) -> None:
        old = held(1, "2020", "welcomes")
        new = held(2, "2020", "unfair", supersedes_id=1)
        later = held(3, "2022", "unjust")
        (shift,) = shifts(old, new, later)
        assert shift.outcome == Outcome.HARDENED
        assert shift.before.positions == (new,)
        assert shift.before.replaced == (old,)

    def test_claimants_rankings_and_countries_are_kept_apart(self) -> None:
        first, second = held(1, "2020", "unfair"), held(2, "2021", "unjust")
        second.speaker = None
        second.organisation = Organisation(pk=1, name="Ministry")  # of the same number as Ann
        assert len(sequences([first, second])) == 2


def test_a_sequence_gives_its_range_and_counts() -> None:
    (sequence,) = sequences(
        [held(1, "2022", "unfair"), held(2, "2022-08", "unjust"), held(3, "2022-09", "unjust")]
    )
    assert (str(sequence.since), str(sequence.until)) == ("2022", "2022")
    assert (sequence.count, len(sequence.statements)) == (3, 3)


DAYS = ["2010-06", "2020", "2021-07", "2022", "2022-07", "2022-07-20", "2022-08-12", "2023-01-01"]


@st.composite
def registers(draw: st.DrawFn) -> list[Position]:
    """Up to a dozen positions of two people, with chains, forks and rings of replacement."""
    size = draw(st.integers(0, 12))
    found = []
    for pk in range(1, size + 1):
        one = held(
            pk,
            draw(st.sampled_from(DAYS)),
            draw(st.sampled_from(sorted(SCALE))),
            target=draw(st.sampled_from(["stated", "inferred"])),
            role=draw(st.sampled_from([None, SECRETARY, VICE_CHAIR])),
            edition=draw(st.sampled_from([2010, 2022])),
            supersedes_id=draw(st.none() | st.integers(1, size)),
            statements=[draw(st.integers(1, 6))],
        )
        if draw(st.booleans()):
            one.speaker, one.organisation = None, Organisation(pk=1, name="Ministry")
        found.append(one)
    return found


def shape(found: list[Sequence]) -> list[object]:
    return [
        [
            ([one.pk for one in entry.step.positions], [one.pk for one in entry.step.replaced],
             entry.shift and (entry.shift.outcome, entry.shift.reason, entry.shift.office,
                              [one.pk for one in entry.shift.before.positions]))
            for entry in sequence.entries
        ]
        for sequence in found
    ]  # fmt: skip


@given(registers(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_never_matters(positions: list[Position], random: object) -> None:
    shuffled = list(positions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert shape(sequences(shuffled)) == shape(sequences(positions))


@given(registers())
def test_every_position_appears_exactly_once(positions: list[Position]) -> None:
    steps = [step for sequence in sequences(positions) for step in sequence.steps]
    shown = [one.pk for step in steps for one in (*step.positions, *step.replaced)]
    assert sorted(shown) == [one.pk for one in positions]


@given(registers())
def test_every_step_but_the_first_has_a_shift_that_tells_all(positions: list[Position]) -> None:
    for sequence in sequences(positions):
        assert len(sequence.shifts) == len(sequence.steps) - 1
        for shift in sequence.shifts:
            assert shift.before.statements
            assert shift.after.statements
            assert (shift.reason is None) == shift.is_compared
            assert not shift.is_compared or shift.before.as_of < shift.after.as_of
            assert not shift.is_compared or shift.before.target == shift.after.target
