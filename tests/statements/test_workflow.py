import pytest

from sources.publication import Publishable, Status
from statements import workflow
from statements.models import Figure, Position, SearchEntry, Statement
from statements.workflow import StaleError, WorkflowError
from tests import factories

pytestmark = pytest.mark.django_db


def test_publishing_makes_public_all_that_the_statement_shows() -> None:
    speaker, topic, organiser = (
        factories.speaker(), factories.topic(), factories.organisation()
    )  # fmt: skip
    event = factories.event(organiser=organiser)
    statement = factories.draft(speaker=speaker, topics=[topic], event=event)
    position, figure = factories.position(statement), factories.figure(statement)
    workflow.publish(record=statement, by=None)

    (citation,) = statement.citations.all()
    shown: list[Publishable] = [
        statement, speaker, topic, event, organiser, citation.source, citation.source.outlet,
        position, figure, position.placement, position.placement.edition.ranking,
    ]  # fmt: skip
    for record in shown:
        record.refresh_from_db()
        assert record.status == Status.PUBLISHED, record
        assert record.published_at is not None
    assert list(Position.objects.published()) == [position]
    assert list(Figure.objects.published()) == [figure]


@pytest.mark.parametrize(
    ("lacking", "reason"),
    [
        ({"said_on": None}, "date"),
        ({"text": "", "kind": "reported"}, "words"),
        ({"cite": False}, "source"),
    ],
)
def test_what_lacks_evidence_is_not_published_and_nothing_half_is(
    lacking: dict[str, object], reason: str
) -> None:
    statement = factories.draft(**{"text": "We will act.", **lacking})  # type: ignore[arg-type]
    with pytest.raises(WorkflowError, match=reason):
        workflow.publish(record=statement, by=None)
    statement.refresh_from_db()
    assert statement.status == Status.DRAFT
    assert statement.speaker is not None
    assert not statement.speaker.is_published


def test_all_reasons_are_given_at_once() -> None:
    lacking = factories.draft(said_on=None, cite=False, kind="reported")
    with pytest.raises(WorkflowError) as caught:
        workflow.publish(record=lacking, by=None)
    assert len(caught.value.reasons) == 2


@pytest.mark.parametrize(("group", "may"), [("Contributor", 0), ("Editor", 0), ("Reviewer", 1)])
def test_reviewers_publish_and_withdraw_and_others_do_not(group: str, may: int) -> None:
    person = factories.staff(group)
    statement = factories.draft()
    if may:
        workflow.publish(record=statement, by=person)
        workflow.withdraw(record=statement, by=person, reason="Misattributed.")
        return
    with pytest.raises(WorkflowError):
        workflow.publish(record=statement, by=person)
    workflow.publish(record=statement, by=None)
    with pytest.raises(WorkflowError):
        workflow.withdraw(record=statement, by=person, reason="x")


def test_the_history_knows_who_published() -> None:
    reviewer = factories.staff("Reviewer")
    statement = workflow.publish(record=factories.draft(), by=reviewer)
    newest = statement.history.first()
    assert newest is not None
    assert (newest.history_user, newest.status) == (reviewer, Status.PUBLISHED)


def test_publishing_twice_changes_nothing() -> None:
    statement = factories.published()
    moment, revisions = statement.published_at, statement.history.count()
    workflow.publish(record=statement, by=None)
    statement.refresh_from_db()
    assert (statement.published_at, statement.history.count()) == (moment, revisions)


def test_a_published_statement_can_be_found_and_a_withdrawn_one_cannot() -> None:
    statement = factories.published()
    assert SearchEntry.objects.filter(pk=statement.pk).exists()
    workflow.withdraw(record=statement, by=None, reason="Misattributed.")
    assert not SearchEntry.objects.exists()
    assert not Statement.objects.published().exists()


def test_a_withdrawal_needs_a_published_statement_and_a_reason() -> None:
    with pytest.raises(WorkflowError, match="published"):
        workflow.withdraw(record=factories.draft(), by=None, reason="x")
    with pytest.raises(WorkflowError, match="reason"):
        workflow.withdraw(record=factories.published(), by=None, reason="  ")


def test_what_was_withdrawn_stays_withdrawn() -> None:
    statement = workflow.withdraw(record=factories.published(), by=None, reason="Misattributed.")
    with pytest.raises(WorkflowError, match="withdrawn"):
        workflow.publish(record=statement, by=None)


def test_a_position_needs_evidence() -> None:
    position = factories.position(factories.published())
    position.evidence_rows.all().delete()
    with pytest.raises(WorkflowError, match="evidence"):
        workflow.publish(record=position, by=None)


def test_an_edit_of_what_is_public_reaches_the_search() -> None:
    statement = factories.published("We will act.", kind="reported", summary="Will act.")
    statement.text = "We shall overcome."
    statement.save()
    workflow.edited(record=statement, by=None, note="Misquoted.")
    assert "overcom" in SearchEntry.objects.get(pk=statement.pk).tokens


def test_an_edit_that_takes_the_last_source_away_is_refused() -> None:
    statement = factories.published()
    statement.citations.all().delete()
    with pytest.raises(WorkflowError, match="source"):
        workflow.edited(record=statement, by=None)


def test_a_source_added_to_a_published_statement_is_published() -> None:
    statement, source = factories.published(), factories.source()
    statement.citations.create(source=source)
    workflow.edited(record=statement, by=None, note="A second source.", kind="addition")
    source.refresh_from_db()
    assert source.is_published


def test_a_new_alias_finds_what_its_speaker_said() -> None:
    statement = factories.published()
    speaker = statement.speaker
    assert speaker is not None
    speaker.aliases.create(text="Samdech Thipadei", kind="honorific")
    workflow.edited(record=speaker, by=None)
    assert "thipadei" in SearchEntry.objects.get(pk=statement.pk).tokens


class TestVerification:
    @staticmethod
    def unverified() -> Statement:
        statement = factories.draft("We will not act.", cite=False)
        source = factories.source()
        factories.capture(source, "“We will act,” she said.")
        statement.citations.create(source=source)
        return statement

    def test_a_quotation_that_differs_from_its_source_is_not_published(self) -> None:
        statement = self.unverified()
        with pytest.raises(WorkflowError, match="word for word"):
            workflow.publish(record=statement, by=None)
        workflow.verify(record=statement, by=None)
        assert statement.citations.get().verification == "differs"

    def test_a_reviewer_lets_it_through_with_a_reason(self) -> None:
        statement, reviewer = self.unverified(), factories.staff("Reviewer")
        with pytest.raises(WorkflowError, match="reason"):
            workflow.override(record=statement, by=reviewer, reason="")
        workflow.override(record=statement, by=reviewer, reason="The video has the “not”.")
        workflow.publish(record=statement, by=reviewer)
        assert statement.is_published
        assert statement.overridden_by == reviewer

    def test_only_reviewers_do_and_only_before_publication(self) -> None:
        with pytest.raises(WorkflowError, match="may not"):
            workflow.override(record=self.unverified(), by=factories.staff("Editor"), reason="x")
        with pytest.raises(WorkflowError, match="not published yet"):
            workflow.override(record=factories.published(), by=None, reason="x")

    def test_reported_speech_has_no_words_to_verify(self) -> None:
        statement = factories.draft("", kind="reported", summary="Promises to act.")
        assert workflow.publish(record=statement, by=None).is_published

    def test_an_edit_checks_again(self) -> None:
        statement = self.unverified()
        statement.text = "We will act."
        statement.save()
        workflow.edited(record=statement, by=None)
        assert statement.citations.get().verification == "typographic"

    def test_a_new_capture_checks_what_rests_on_its_source(self) -> None:
        statement = factories.published("We will act.")
        citation = statement.citations.get()
        kept = citation.capture
        worse = factories.capture(citation.source, "“We may act,” she said.")
        workflow.captured(capture=worse, by=None)
        citation.refresh_from_db()
        assert (citation.capture, citation.broken_by) == (kept, worse)
        assert citation.verification == "exact"
        better = factories.capture(citation.source, "On Friday: “We will act.”")
        workflow.captured(capture=better, by=None)
        citation.refresh_from_db()
        assert (citation.capture, citation.broken_by) == (better, None)


class TestCorrection:
    def test_an_edit_of_what_is_public_leaves_a_public_note_with_before_and_after(self) -> None:
        statement = factories.published("", kind="reported", summary="Said so in June.")
        statement.summary = "Said so in July."
        statement.save()
        workflow.edited(record=statement, by=None, note="The month was wrong.")
        correction = statement.corrections.get()
        assert (correction.kind, correction.note) == ("correction", "The month was wrong.")
        assert correction.before is not None
        assert correction.after is not None
        assert correction.before.record["summary"] == "Said so in June."
        assert correction.after.record["summary"] == "Said so in July."
        assert [row.version for row in statement.revisions.all()] == [1, 2]

    def test_it_is_refused_without_a_note(self) -> None:
        statement = factories.published("", kind="reported", summary="Said so in June.")
        statement.summary = "Said so in July."
        statement.save()
        with pytest.raises(WorkflowError, match="readers will see"):
            workflow.edited(record=statement, by=None)

    def test_what_readers_cannot_see_needs_none(self) -> None:
        statement = factories.published()
        statement.notes = "Ask the author."
        statement.save()
        workflow.edited(record=statement, by=None)
        assert not statement.corrections.exists()
        assert statement.revisions.count() == 1

    def test_only_what_is_public_is_corrected_and_only_by_those_who_may(self) -> None:
        with pytest.raises(WorkflowError, match="Only what is published"):
            workflow.correct(record=factories.draft(), by=None, note="x")
        with pytest.raises(WorkflowError, match="may not"):
            workflow.correct(record=factories.published(), by=factories.staff("Editor"), note="x")

    def test_a_withdrawal_is_a_public_note_too(self) -> None:
        statement = workflow.withdraw(record=factories.published(), by=None, reason="Not said.")
        assert statement.corrections.get().kind == "withdrawal"


class TestVersions:
    def test_each_save_counts_one(self) -> None:
        statement = factories.draft()
        workflow.edited(record=statement, by=None, version=1)
        statement.refresh_from_db()
        assert statement.version == 2

    def test_an_edit_that_started_from_an_older_one_is_refused(self) -> None:
        statement = factories.draft()
        workflow.edited(record=statement, by=None, version=1)
        with pytest.raises(StaleError):
            workflow.edited(record=statement, by=None, version=1)

    def test_a_reviewer_does_not_publish_what_changed_meanwhile(self) -> None:
        statement = workflow.submit(record=factories.draft(), by=None)
        workflow.edited(record=statement, by=None)
        with pytest.raises(StaleError):
            workflow.publish(record=statement, by=None, version=1)
        assert workflow.publish(record=statement, by=None, version=2).is_published


def test_a_position_is_withdrawn_by_reviewers_only_and_with_a_reason() -> None:
    statement = factories.draft()
    position = factories.position(statement)
    workflow.publish(record=statement, by=None)
    position.refresh_from_db()
    for by, reason in ((factories.staff("Editor"), "Misread."), (None, " ")):
        with pytest.raises(WorkflowError):
            workflow.withdraw(record=position, by=by, reason=reason)
    workflow.withdraw(record=position, by=factories.staff("Reviewer"), reason="Misread.")
    assert not Position.objects.published().exists()
    statement.refresh_from_db()
    assert statement.is_published
    assert statement.version == 2


def test_a_speaker_cannot_be_withdrawn() -> None:
    speaker = workflow.publish(record=factories.speaker(), by=None)
    with pytest.raises(WorkflowError, match="Only statements"):
        workflow.withdraw(record=speaker, by=None, reason="x")


def test_a_withdrawn_statement_is_not_checked_again() -> None:
    statement = factories.published()
    workflow.withdraw(record=statement, by=None, reason="Misattributed.")
    before = statement.citations.get().verified_at
    workflow.captured(capture=factories.capture(statement.citations.get().source, "x"), by=None)
    workflow.checked(record=statement, by=None)
    citation = statement.citations.get()
    assert (citation.verified_at, citation.broken_by) == (before, None)
