"""Looking for related statements over the register."""

import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import Relation
from statements.relations import relating
from statements.relations.pairs import suggest_relations
from tests import factories

pytestmark = pytest.mark.django_db

FIRST = "We do not deny the assessment downgrade, but we do not accept it."
SECOND = "We do not deny that we have problems."


def test_finds_the_same_words_in_what_is_published_or_in_review() -> None:
    one, other = factories.published(FIRST), factories.draft(SECOND, said_on="2024-12-12")
    assert not suggest_relations(by=None)
    workflow.submit(record=other, by=None)
    assert suggest_relations(by=None) == {"wording": 1}
    found = relating.waiting().get()
    assert (found.statement, found.target, found.kind) == (other, one, "repeats")
    assert not Relation.objects.published().exists()


def test_passes_over_what_was_withdrawn() -> None:
    factories.published(FIRST)
    workflow.withdraw(record=factories.published(SECOND), by=None, reason="An error.")
    assert not suggest_relations(by=None)


def test_compares_original_words() -> None:
    khmer = "យើងមិនបដិសេធថាយើងមានបញ្ហានេះទេ"
    factories.published("One translation.", original_text=khmer, original_language="km")
    factories.published("Another wording.", original_text=f"{khmer}។", original_language="km")
    assert suggest_relations(by=None) == {"wording": 1}


def test_finds_one_event_in_several_outlets() -> None:
    given = {"event": factories.event(), "speaker": factories.speaker(), "kind": "reported"}
    for summary in ("Calls the assessments unfair.", "Says that assessments are quite unfair."):
        factories.published("", summary=summary, **given)
    assert suggest_relations(by=None) == {"event": 1}


def test_takes_merged_speakers_for_one() -> None:
    speaker, event = factories.speaker(), factories.event()
    twin = factories.speaker(merged_into=speaker)
    for who, text in ((speaker, "Calls it unfair."), (twin, "Says it is unfair.")):
        factories.published("", summary=text, speaker=who, event=event, kind="reported")
    assert suggest_relations(by=None) == {"event": 1}


def test_finds_both_sides_taken_on_one_placement() -> None:
    speaker, placement = factories.speaker(), factories.placement()
    for text, stance in (("Quite good.", "welcomes"), ("Never that.", "rejects-as-unjust")):
        statement = factories.draft(text, speaker=speaker)
        factories.position(statement, stance, placement=placement)
        workflow.publish(record=statement, by=None)
    assert suggest_relations(by=None) == {"stance": 1}
    assert relating.waiting().get().kind == "contradicts"


def test_tells_how_far_it_is() -> None:
    factories.published()
    told: list[tuple[int, int]] = []
    suggest_relations(by=None, progress=lambda *step: told.append(step))
    assert told == [(1, 1)]


def test_asks_the_same_number_of_questions_of_any_register(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(6):
        factories.published(f"{SECOND} {number}")
    with django_assert_num_queries(8):
        suggest_relations(by=None)
