"""Relations between statements: who may make them, and that what was decided stays decided."""

from typing import Any

import pytest

from statements import workflow
from statements.models import Relation, Statement
from statements.refusals import StaleError, WorkflowError
from statements.relations import relating
from statements.relations.suggesting import Suggestion
from tests import factories
from tests.kept import kept

pytestmark = pytest.mark.django_db

Kind, State = Relation.Kind, Relation.State


@pytest.fixture
@kept
def pair() -> tuple[Statement, Statement]:
    return factories.published("One."), factories.published("Other.")


Pair = tuple[Statement, Statement]


def relate(one: Statement, other: Statement, kind: str = Kind.REPEATS, **more: Any) -> Relation:
    return relating.relate(statement=one, target=other, kind=kind, **{"by": None, **more})


def suggestion(one: Statement, other: Statement, kind: str = Kind.REPEATS) -> Suggestion:
    return Suggestion(one.pk, other.pk, kind, Relation.Rule.WORDING, "“we do not deny”")


def suggested(one: Statement, other: Statement, kind: str = Kind.REPEATS) -> Relation:
    relating.suggest(suggestions=[suggestion(one, other, kind)], by=None)
    return relating.waiting().get()


class TestByHand:
    def test_a_relation_is_confirmed_at_once_with_who_and_when(self, pair: Pair) -> None:
        editor = factories.staff("Editor")
        made = relate(*pair, by=editor, note=" In the same words. ")
        assert (made.state, made.decided_by, made.note) == (
            State.CONFIRMED, editor, "In the same words.",
        )  # fmt: skip
        assert made.decided_at
        assert made.history.get().history_user == editor

    @pytest.mark.parametrize("kind", [Kind.CONTRADICTS, Kind.SAME_REMARK])
    def test_what_holds_both_ways_is_one_row(self, pair: Pair, kind: str) -> None:
        one, other = pair
        made = relate(other, one, kind)
        assert (made.statement_id, made.target_id) == (one.pk, other.pk)
        with pytest.raises(WorkflowError, match="already"):
            relate(one, other, kind)
        assert Relation.objects.count() == 1

    def test_what_holds_one_way_keeps_its_direction(self, pair: Pair) -> None:
        one, other = pair
        relate(other, one)
        relate(one, other)
        assert Relation.objects.count() == 2

    def test_a_statement_is_not_linked_with_itself(self, pair: Pair) -> None:
        with pytest.raises(WorkflowError, match="itself"):
            relate(pair[0], pair[0])

    def test_an_unknown_kind_is_refused(self, pair: Pair) -> None:
        with pytest.raises(WorkflowError, match="no such kind"):
            relate(*pair, kind="adores")

    def test_a_rejected_one_may_be_thought_over(self, pair: Pair) -> None:
        relating.reject(relation=suggested(*pair), by=None)
        assert relate(*pair).state == State.CONFIRMED
        assert Relation.objects.count() == 1

    @pytest.mark.parametrize("group", ["Contributor", None])
    def test_contributors_may_not(self, pair: Pair, group: str | None) -> None:
        person = factories.staff(*filter(None, [group]))
        with pytest.raises(WorkflowError, match="may not"):
            relate(*pair, by=person)
        waits = suggested(*pair)
        for act in (relating.confirm, relating.reject):
            with pytest.raises(WorkflowError, match="may not"):
                act(relation=waits, by=person)
        with pytest.raises(WorkflowError, match="may not"):
            relating.suggest(suggestions=[], by=person)
        with pytest.raises(WorkflowError, match="may not"):
            relating.amend(relation=waits, by=person, kind=Kind.REPEATS, note="")
        assert Relation.objects.get().state == State.SUGGESTED

    @pytest.mark.parametrize("group", ["Editor", "Reviewer", "Admin"])
    def test_editors_and_above_may(self, pair: Pair, group: str) -> None:
        assert relate(*pair, by=factories.staff(group)).state == State.CONFIRMED


class TestDeciding:
    def test_confirms_as_suggested(self, pair: Pair) -> None:
        done = relating.confirm(relation=suggested(*pair), by=None)
        assert (done.kind, done.statement_id) == (Kind.REPEATS, pair[0].pk)
        assert Relation.objects.published().get() == done

    def test_confirms_as_another_kind_the_other_way_round(self, pair: Pair) -> None:
        done = relating.confirm(
            relation=suggested(*pair), by=None, kind=Kind.CLARIFIES, turned=True, note="So."
        )
        assert (done.kind, done.statement_id, done.note) == (Kind.CLARIFIES, pair[1].pk, "So.")

    def test_twice_is_refused(self, pair: Pair) -> None:
        waits = suggested(*pair)
        relating.confirm(relation=waits, by=None)
        with pytest.raises(StaleError, match="Somebody else"):
            relating.reject(relation=waits, by=None)
        with pytest.raises(WorkflowError, match="confirmed already"):
            relating.confirm(relation=Relation.objects.get(), by=None)

    def test_as_what_is_linked_already_is_refused_and_changes_nothing(self, pair: Pair) -> None:
        waits = suggested(*pair)
        relate(*pair, kind=Kind.CONTRADICTS)
        with pytest.raises(WorkflowError, match="already"):
            relating.confirm(relation=waits, by=None, kind=Kind.CONTRADICTS)
        assert Relation.objects.get(pk=waits.pk).kind == Kind.REPEATS

    def test_rejects_what_was_confirmed_by_mistake(self, pair: Pair) -> None:
        relating.reject(relation=relate(*pair), by=None)
        assert not Relation.objects.published().exists()
        with pytest.raises(WorkflowError, match="rejected already"):
            relating.reject(relation=Relation.objects.get(), by=None)

    def test_amends_kind_and_note_and_keeps_the_decision(self, pair: Pair) -> None:
        made = relate(*pair)
        done = relating.amend(relation=made, by=None, kind=Kind.RESPONDS_TO, note="It says so.")
        assert (done.kind, done.note, done.state) == (
            Kind.RESPONDS_TO, "It says so.", State.CONFIRMED,
        )  # fmt: skip

    def test_of_what_was_deleted_is_refused(self, pair: Pair) -> None:
        waits = suggested(*pair)
        Relation.objects.all().delete()
        with pytest.raises(StaleError):
            relating.confirm(relation=waits, by=None)


class TestSuggesting:
    def test_counts_what_is_new_by_rule(self, pair: Pair) -> None:
        assert relating.suggest(suggestions=[suggestion(*pair)], by=None) == {"wording": 1}
        assert relating.suggest(suggestions=[suggestion(*pair)], by=None) == {}

    @pytest.mark.parametrize("turned", [True, False])
    @pytest.mark.parametrize("kind", Kind.values)
    def test_never_suggests_a_rejected_pair_again(
        self, pair: Pair, kind: str, turned: bool
    ) -> None:
        relating.reject(relation=suggested(*pair), by=None)
        again = suggestion(*(pair[::-1] if turned else pair), kind)
        assert not relating.suggest(suggestions=[again], by=None)
        assert Relation.objects.count() == 1

    @pytest.mark.parametrize("turned", [True, False])
    def test_never_suggests_a_confirmed_pair(self, pair: Pair, turned: bool) -> None:
        relate(*pair, kind=Kind.RESPONDS_TO)
        again = suggestion(*(pair[::-1] if turned else pair))
        assert not relating.suggest(suggestions=[again], by=None)

    def test_a_pair_decided_meanwhile_waits_no_more(self, pair: Pair) -> None:
        suggested(*pair)
        relate(*pair[::-1], kind=Kind.CLARIFIES)
        assert not relating.waiting().exists()

    def test_only_what_is_published_or_in_review_waits(self, pair: Pair) -> None:
        suggested(*pair)
        workflow.withdraw(record=pair[0], by=None, reason="An error.")
        assert not relating.waiting().exists()
        draft = factories.draft("A draft.")
        relating.suggest(suggestions=[suggestion(draft, pair[1])], by=None)
        assert not relating.waiting().exists()
        workflow.submit(record=draft, by=None)
        assert relating.waiting().count() == 1


def test_a_withdrawn_statement_takes_its_relations_along(pair: Pair) -> None:
    relate(*pair)
    workflow.withdraw(record=pair[1], by=None, reason="An error.")
    assert not Relation.objects.published().exists()
