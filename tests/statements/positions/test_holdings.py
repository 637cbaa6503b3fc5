"""What claimants hold, in short."""

import pytest

from statements import workflow
from statements.models import Organisation, Position, Speaker
from statements.positions.holdings import Holdings
from statements.positions.sequences import held_by
from statements.positions.shifts import Sequence, sequences
from tests import demo, factories
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def told(found: list[Sequence]) -> list[list[tuple[object, ...]]]:
    """What each sequence says of its steps and shifts."""
    return [
        [
            (
                [one.pk for one in entry.step.positions],
                [one.pk for one in entry.step.replaced],
                entry.shift and (entry.shift.outcome, entry.shift.reason),
                entry.shift and [one.pk for one in entry.shift.before.positions],
            )
            for entry in sequence.entries
        ]
        for sequence in found
    ]


def of_all() -> Holdings:
    speakers = set(Speaker.objects.values_list("pk", flat=True))
    return Holdings(speakers, set(Organisation.objects.values_list("pk", flat=True)))


def test_the_sequences_are_those_of_whole_records() -> None:
    demo.load()
    old = published("2020", "welcomes")
    published("2020", speaker=old.speaker, placement=old.placement, supersedes=old)
    body = factories.organisation("Body")
    for day in ("2021", "2021-05", "2023"):
        published(day, organisation=body, placement=old.placement)
    holdings = of_all()
    whole = held_by(*({pk for kind, pk in holdings.claimants if kind == name}
                      for name in ("speaker", "organisation")))  # fmt: skip
    assert told(holdings.sequences(holdings.held)) == told(sequences(whole.for_list()))


def test_only_the_sequences_asked_for_are_made() -> None:
    first = published("2020", "welcomes")
    other = published("2021", speaker=first.speaker)
    holdings = Holdings({first.speaker_id or 0}, [])
    (sequence,) = holdings.sequences([holdings.key_of(other.pk)])  # type: ignore[list-item]
    assert sequence.steps[0].positions == (other,)
    assert len(holdings.held) == 2


def test_the_one_that_moved_last_comes_first() -> None:
    ann = factories.speaker()
    days = ("2020", "2023-05-01", "2022-08")
    held = [published(day, speaker=ann) for day in days]
    holdings = Holdings({ann.pk}, [])
    assert holdings.moved_last(2) == [holdings.key_of(held[1].pk), holdings.key_of(held[2].pk)]
    made = [one.steps[0].positions[0] for one in holdings.sequences(holdings.moved_last(3))]
    assert made == [held[1], held[2], held[0]]


def test_what_another_claimant_took_over_stands_nowhere() -> None:
    old = published("2020", "welcomes")
    published("2020", "welcomes", placement=old.placement, supersedes=old)
    holdings = Holdings({old.speaker_id or 0}, [])
    assert holdings.key_of(old.pk) is None
    assert not holdings.held


def test_what_is_not_published_is_not_held() -> None:
    first = published("2020")
    hidden = factories.draft(speaker=first.speaker, said_on="2021")
    factories.position(hidden, placement=first.placement)
    gone = published("2022", speaker=first.speaker, placement=first.placement)
    statement = gone.evidence_rows.get().statement
    workflow.withdraw(record=statement, by=None, reason="An error.")
    assert list(Holdings({first.speaker_id or 0}, []).outlines) == [first.pk]
    assert Position.objects.count() == 3
