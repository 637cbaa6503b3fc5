import pytest

from sources.publication import Publishable, Status
from statements import workflow
from statements.models import Figure, Position, SearchEntry, Statement
from statements.workflow import WorkflowError
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
    with pytest.raises(WorkflowError) as caught:
        workflow.publish(record=factories.draft(said_on=None, cite=False), by=None)
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


def test_an_edit_raises_the_version_and_reaches_the_search() -> None:
    statement = factories.published("We will act.")
    statement.text = "We shall overcome."
    statement.save()
    workflow.edited(record=statement, by=None)
    statement.refresh_from_db()
    assert statement.version == 2
    assert "overcom" in SearchEntry.objects.get(pk=statement.pk).tokens


def test_an_edit_that_takes_the_last_source_away_is_refused() -> None:
    statement = factories.published()
    statement.citations.all().delete()
    with pytest.raises(WorkflowError, match="source"):
        workflow.edited(record=statement, by=None)


def test_a_source_added_to_a_published_statement_is_published() -> None:
    statement, source = factories.published(), factories.source()
    statement.citations.create(source=source)
    workflow.edited(record=statement, by=None)
    source.refresh_from_db()
    assert source.is_published


def test_a_new_alias_finds_what_its_speaker_said() -> None:
    statement = factories.published()
    speaker = statement.speaker
    assert speaker is not None
    speaker.aliases.create(text="Samdech Thipadei", kind="honorific")
    workflow.edited(record=speaker, by=None)
    assert "thipadei" in SearchEntry.objects.get(pk=statement.pk).tokens
