from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.ledger import book, proof
from statements.ledger.content import contents, kinds, sha256
from statements.models import LedgerEntry, Statement
from statements.relations import relating
from tests import factories

pytestmark = pytest.mark.django_db


def told(record: Any) -> list[str]:
    """What the ledger says of a record, the newest last."""
    entries = LedgerEntry.objects.filter(model=record._meta.label_lower, record_id=record.pk)
    return [str(one.action) for one in entries]


def test_publishing_enters_the_record_and_all_that_it_shows() -> None:
    statement = factories.draft(topics=[factories.topic()])
    position, figure = factories.position(statement), factories.figure(statement)
    assert not LedgerEntry.objects.exists()
    workflow.publish(record=statement, by=None)
    source = statement.citations.get().source
    for record in (
        statement, statement.speaker, statement.topics.get(), source, source.outlet, position,
        position.placement, position.placement.edition.ranking, figure,
    ):  # fmt: skip
        assert told(record) == ["published"], record


def test_an_entry_holds_the_digest_of_what_is_public() -> None:
    statement = factories.published()
    entry = LedgerEntry.objects.get(model="statements.statement")
    assert entry.sha256 == sha256(contents(Statement, [statement.pk])[statement.pk])


def test_each_entry_is_bound_to_the_one_before() -> None:
    factories.published()
    entries = list(LedgerEntry.objects.all())
    assert [one.number for one in entries] == list(range(1, len(entries) + 1))
    assert [one.previous for one in entries] == [book.FIRST, *(one.hash for one in entries[:-1])]
    assert all(one.hash == sha256(book.chained(one)) for one in entries)


def test_a_correction_is_entered_and_an_edit_that_changes_nothing_is_not() -> None:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    workflow.edited(record=statement, by=None)
    assert told(statement) == ["published"]
    statement.summary = "Promises nothing."
    statement.save()
    workflow.edited(record=statement, by=None, note="It was misread.")
    assert told(statement) == ["published", "corrected"]


def test_an_edit_of_any_public_record_counts_as_a_correction() -> None:
    statement = factories.published()
    speaker = statement.speaker
    assert speaker is not None
    speaker.refresh_from_db()
    speaker.name = "Another spelling"
    speaker.save()
    workflow.edited(record=speaker, by=None)
    assert told(speaker) == ["published", "corrected"]
    assert told(statement) == ["published"]


def test_what_a_new_check_found_is_entered() -> None:
    statement = factories.published()
    source = statement.citations.get().source
    workflow.captured(capture=factories.capture(source, "Nothing of it “We will act.”."), by=None)
    assert told(statement)[0] == "published"
    assert told(statement)[-1] == "corrected"


def test_a_relation_that_is_confirmed_changed_or_taken_back_is_entered() -> None:
    one, other = factories.published(), factories.published()
    relation = relating.relate(statement=one, target=other, kind="repeats", by=None)
    relating.amend(relation=relation, by=None, kind="clarifies", note="")
    relating.reject(relation=relation, by=None)
    assert told(one) == ["published", "corrected", "corrected", "corrected"]
    assert told(other) == ["published"]
    assert list(proof.faults()) == []


def test_a_withdrawal_is_entered_and_what_it_takes_along() -> None:
    statement = factories.draft()
    position = factories.position(statement)
    workflow.publish(record=statement, by=None)
    workflow.withdraw(record=statement, by=None, reason="Misattributed.")
    assert told(statement) == ["published", "withdrawn"]
    assert told(position) == ["published", "corrected"]  # it lost its evidence


def test_a_draft_is_in_no_ledger() -> None:
    draft = factories.draft()
    workflow.edited(record=draft, by=None)
    workflow.submit(record=draft, by=None)
    assert not LedgerEntry.objects.exists()


def test_what_is_undone_leaves_no_entry() -> None:
    statement = factories.draft(said_on=None)
    with pytest.raises(workflow.WorkflowError):
        workflow.publish(record=statement, by=None)
    assert not LedgerEntry.objects.exists()


def test_a_ledger_begins_with_what_is_public() -> None:
    statement = factories.published()
    gone = factories.published()
    workflow.withdraw(record=gone, by=None, reason="Misattributed.")
    LedgerEntry.objects.all()._raw_delete(LedgerEntry.objects.db)  # as before there was one
    entered = book.begin()
    assert entered == LedgerEntry.objects.count()
    assert (told(statement), told(gone)) == (["published"], ["withdrawn"])
    assert book.begin() == 0


def test_what_was_public_before_the_ledger_is_entered_when_it_changes() -> None:
    topic = workflow.publish(record=factories.topic(), by=None)
    LedgerEntry.objects.all()._raw_delete(LedgerEntry.objects.db)
    workflow.edited(record=topic, by=None)
    assert told(topic) == ["published"]


def test_a_long_ledger_costs_a_publication_no_more() -> None:
    counts = []
    for _ in range(2):
        draft = factories.topic()
        with CaptureQueriesContext(connection) as asked:
            book.enter(published=[draft])
        counts.append(len(asked))
        factories.published()
    assert counts[0] == counts[1]


def test_every_kind_can_be_entered() -> None:
    for label in kinds():
        assert not book.once_public(label).exists()
