"""Sequences as they are loaded from the register."""

import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import Position, Speaker
from statements.positions import sequences
from statements.positions.sequences import extracts_of, placed, sequences_of
from tests import demo, factories
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def test_the_shifts_of_chou_bun_eng_come_out_right() -> None:
    demo.load()
    (sequence,) = sequences_of([Speaker.objects.get(slug="chou-bun-eng")])
    told = [
        (str(entry.step.as_of), entry.step.stance.code, entry.shift and str(entry.shift.outcome))
        for entry in sequence.entries
    ]
    assert told == [
        ("2010-06", "welcomes", None),
        ("2020-07-29", "disputes-as-unfair", "reversed"),
        ("2021-07", "disputes-as-inaccurate", "hardened"),
        ("2022-07-20", "rejects", "not-compared"),
        ("2022-07", "rejects-as-unjust", "hardened"),
        ("2022-08-12", "rejects-as-unjust", "held"),
    ]
    reversed_, _inaccurate, unordered, past_it, _held = sequence.shifts
    assert unordered.reason == "no-order"
    assert str(past_it.since) == "2021-07"
    assert [str(step.as_of) for step in past_it.skipped] == ["2022-07-20"]
    assert reversed_.office == "other"
    assert reversed_.editions == [2010, 2020]
    assert (len(reversed_.statements), len(sequence.statements)) == (2, 7)


def test_a_draft_takes_no_part() -> None:
    placement, speaker = factories.placement(), factories.speaker()
    published("2020", speaker=speaker, placement=placement)
    hidden = factories.draft(speaker=speaker, said_on="2021")
    factories.position(hidden, "welcomes", placement=placement)
    published("2022", speaker=speaker, placement=placement)
    (sequence,) = sequences_of([speaker])
    assert [str(shift.outcome) for shift in sequence.shifts] == ["held"]


def test_a_withdrawn_statement_takes_its_position_with_it() -> None:
    placement, speaker = factories.placement(), factories.speaker()
    published("2020", speaker=speaker, placement=placement)
    last = published("2022", "welcomes", speaker=speaker, placement=placement)
    statement = last.evidence_rows.get().statement
    workflow.withdraw(record=statement, by=None, reason="An error.")
    (sequence,) = sequences_of([speaker])
    assert sequence.shifts == []


def test_a_draft_replaces_nothing() -> None:
    old = published("2020", "welcomes")
    draft = factories.draft(speaker=old.speaker, said_on="2020")
    factories.position(draft, "dismisses", placement=old.placement, supersedes=old)
    (sequence,) = sequences_of([old.speaker])  # type: ignore[list-item]
    assert sequence.steps[0].positions == (old,)


def test_a_judgement_moved_to_another_claimant_is_no_longer_the_first_ones() -> None:
    old = published("2020", "welcomes")
    new = published("2020", "welcomes", placement=old.placement, supersedes=old)
    assert sequences_of([old.speaker]) == []  # type: ignore[list-item]
    (sequence,) = sequences_of([new.speaker])  # type: ignore[list-item]
    assert sequence.steps[0].positions == (new,)
    assert placed([old])[old.pk][1] is None


def test_an_organisation_has_sequences_too() -> None:
    body = factories.organisation()
    held = published("2020", organisation=body)
    assert sequences_of([body])[0].claimant == body
    entry = placed([held])[held.pk][1]
    assert entry
    assert entry.shift is None


def test_loading_takes_the_same_number_of_queries_for_one_and_for_many(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    speaker, placement = factories.speaker(), factories.placement()
    for year in range(2010, 2013):
        published(str(year), speaker=speaker, placement=placement)
        with django_assert_num_queries(7):
            (sequence,) = sequences_of([speaker])
            for shift in sequence.shifts:
                assert shift.office
                for statement in shift.statements:
                    assert list(statement.citations.all())
    assert Position.objects.count() == 3


class TestExtracts:
    def test_all_is_shown_of_what_a_page_has_room_for(self) -> None:
        demo.load()
        held = extracts_of(Speaker.objects.get(slug="chou-bun-eng"))
        (extract,) = held.shown
        assert extract.is_whole
        assert held.is_whole
        assert (len(extract.entries), extract.shown, held.in_all) == (6, 6, 6)
        assert extract.statements == len(sequences_of([extract.sequence.claimant])[0].statements)

    def test_only_the_newest_of_a_longer_one_are(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sequences, "MOST_OF_ONE", 2)
        speaker, placement = factories.speaker(), factories.placement()
        for year in ("2010", "2012", "2014"):
            published(year, speaker=speaker, placement=placement)
        held = extracts_of(speaker)
        (extract,) = held.shown
        assert [str(entry.step.as_of) for entry in extract.entries] == ["2012", "2014"]
        assert extract.entries[0].shift
        assert str(extract.entries[0].shift.since) == "2010"
        assert not extract.is_whole
        assert not held.is_whole
        assert (extract.shown, extract.statements, held.in_all) == (2, 3, 3)

    def test_all_sequences_share_the_room(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sequences, "MOST", 3)
        speaker, placement = factories.speaker(), factories.placement()
        for year in ("2019", "2020"):
            published(year, speaker=speaker)
            published(year, speaker=speaker, placement=placement)
        published("2021", speaker=speaker, placement=placement)
        held = extracts_of(speaker)
        (extract,) = held.shown
        assert [str(entry.step.as_of) for entry in extract.entries] == ["2019", "2020", "2021"]
        assert extract.is_whole
        assert not held.is_whole
        assert held.in_all == 5

    def test_who_holds_nothing_has_nothing_to_show(self) -> None:
        held = extracts_of(factories.organisation())
        assert held.shown == []
        assert held.is_whole


def test_a_position_is_placed_with_all_that_a_list_shows_of_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first = published("2020", "welcomes")
    held = published("2022", speaker=first.speaker, placement=first.placement)
    found = placed([held])
    assert list(found) == [held.pk]
    position, entry = found[held.pk]
    with django_assert_num_queries(0):
        assert position.evidence_rows.all()[0].statement.text == "Words of 2022."
        assert entry is not None
        assert entry.shift is not None
        assert entry.shift.before.statements[0].text == "Words of 2020."


def test_what_is_no_longer_published_is_placed_nowhere() -> None:
    held = published()
    workflow.withdraw(record=held, by=None, reason="Not their stance.")
    assert placed([held]) == {}
