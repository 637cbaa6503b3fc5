"""A row that was edited in the database, behind the application's back, is found."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from sources.models import Outlet, Source
from statements import workflow
from statements.ledger.proof import entries, faults, faults_of_copy
from statements.models import (
    Citation,
    Correction,
    Evidence,
    Figure,
    LedgerEntry,
    Position,
    Relation,
    Revision,
    Role,
    Speaker,
    Statement,
    Topic,
)
from tests import factories, register
from tests.kept import kept
from tests.register import Register

pytestmark = pytest.mark.django_db

Tamper = Callable[[Register], Any]
UPDATES: dict[str, tuple[str, Tamper]] = {
    "words": ("statement", lambda r: Statement.objects.update(text="We never said that.")),
    "day": ("statement", lambda r: Statement.objects.update(context="It was a joke.")),
    "name": ("speaker", lambda r: Speaker.objects.update(name="Somebody else")),
    "office": ("speaker", lambda r: Role.objects.update(title="Minister of nothing")),
    "excerpt": ("statement", lambda r: Citation.objects.update(excerpt="Other words")),
    "rung": ("statement", lambda r: Citation.objects.update(verification="differs")),
    "topic": ("statement", lambda r: r.statement.topics.clear()),
    "topic name": ("topic", lambda r: Topic.objects.update(name="Weather")),
    "grounds": ("position", lambda r: Position.objects.update(grounds="None at all")),
    "evidence": ("position", lambda r: Evidence.objects.update(weight="implicit")),
    "value": ("figure", lambda r: Figure.objects.update(value=1)),
    "link": ("source", lambda r: Source.objects.update(archive_url="https://a.example/")),
    "outlet": ("outlet", lambda r: Outlet.objects.update(ownership="state")),
    "version": ("statement", lambda r: Revision.objects.update(record={})),
    "relation": ("statement", lambda r: Relation.objects.create(
        statement=r.statement, target=r.second, kind="retracts", state="confirmed",
        decided_at=r.statement.published_at)),
    "reason": ("statement", lambda r: Correction.objects.update(note="No reason.")),
    "moment": ("statement", lambda r: Statement.objects.update(published_at="2020-01-01T00:00Z")),
}  # fmt: skip
RAW = {
    "statements_statement": ("text", "We never said that."),
    "statements_speaker": ("name", "Somebody else"),
    "statements_citation": ("locator", "page 99"),
    "statements_position": ("rationale", "For no reason."),
    "statements_figure": ("value_as_printed", "one case"),
}


@pytest.fixture
@kept
def public() -> Register:
    made = register.make()
    assert list(faults()) == []
    return made


@pytest.mark.parametrize("what", UPDATES)
def test_an_update_past_the_workflow_is_found(public: Register, what: str) -> None:
    kind, tamper = UPDATES[what]
    tamper(public)
    found = list(faults())
    assert found
    assert all(f".{kind} " in one and "behind its back" in one for one in found)


@pytest.mark.parametrize("table", RAW)
def test_a_row_edited_by_sql_is_found(public: Register, table: str) -> None:
    column, text = RAW[table]
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = %s", [text])  # noqa: S608
    assert any("behind its back" in one for one in faults())


def test_a_day_moved_by_sql_is_found_though_the_date_reads_as_before(public: Register) -> None:
    statement = factories.published(said_on="2014-06")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE statements_statement SET said_on_latest = '2014-06-02' WHERE id = %s",
            [statement.pk],
        )
    (fault,) = faults()
    assert fault.startswith(f"statements.statement {statement.pk} is not as the ledger has it")


def test_a_public_record_that_nobody_published_is_found(public: Register) -> None:
    topic = factories.topic()
    moment = public.topic.published_at
    Topic.objects.filter(pk=topic.pk).update(status="published", published_at=moment)
    assert list(faults()) == [
        f"statements.topic {topic.pk} is published, and the ledger does not know of it."
    ]


def test_what_vanished_is_found(public: Register) -> None:
    figure = public.figure
    Figure.objects.filter(pk=figure.pk).update(status="draft")
    Statement.objects.filter(pk=public.second.pk).update(
        status="withdrawn", withdrawn_reason="Silence."
    )
    assert sorted(faults()) == [
        f"statements.figure {figure.pk} is no longer there; by the ledger it is published.",
        f"statements.statement {public.second.pk} is withdrawn; by the ledger it is published.",
    ]


def test_a_deleted_row_is_found(public: Register) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM statements_figure")
    assert any("is no longer there" in one for one in faults())


def test_a_withdrawal_taken_back_is_found(public: Register) -> None:
    Statement.objects.filter(pk=public.withdrawn.pk).update(status="published", withdrawn_reason="")
    assert any("by the ledger it is withdrawn" in one for one in faults())


@pytest.mark.parametrize("column", ["sha256", "record_id", "action", "made_at"])
def test_an_entry_that_was_changed_is_found(public: Register, column: str) -> None:
    value = {"sha256": "0" * 64, "record_id": 9_999, "action": "corrected",
             "made_at": "2020-01-01T00:00Z"}[column]  # fmt: skip
    LedgerEntry.objects.filter(number=3).update(**{column: value})
    assert "Entry 3 was changed: it has another hash." in list(faults())


def test_an_entry_that_was_taken_out_is_found(public: Register) -> None:
    taken = LedgerEntry.objects.filter(number=3)
    taken._raw_delete(taken.db)
    assert "Entry 3 is missing: entry 4 follows." in list(faults())


def test_an_empty_ledger_of_a_public_register_is_said_in_one_line(public: Register) -> None:
    everything = LedgerEntry.objects.all()
    everything._raw_delete(everything.db)
    (fault,) = faults()
    assert "--begin" in fault


def test_an_empty_register_has_no_fault() -> None:
    assert list(faults()) == []


def test_an_earlier_copy_is_a_part_of_the_ledger(public: Register) -> None:
    copy = list(entries())
    factories.published()
    assert list(faults_of_copy(copy)) == []


def test_a_ledger_written_anew_does_not_agree_with_an_earlier_copy(public: Register) -> None:
    copy = list(entries())
    Statement.objects.filter(pk=public.statement.pk).update(text="We never said that.")
    everything = LedgerEntry.objects.all()
    everything._raw_delete(everything.db)
    workflow.publish(record=factories.topic(), by=None)
    found = list(faults_of_copy(copy))
    assert found[0] == "Entry 1 of the copy is another in the ledger."
    assert found[1] == "Entry 2 of the copy is not in the ledger."


def test_a_forged_copy_is_told(public: Register) -> None:
    copy = list(entries())
    copy[1]["sha256"] = "f" * 64
    found = list(faults_of_copy(copy))
    assert "Entry 2 was changed: it has another hash." in found


def test_a_renamed_topic_accuses_no_statement(public: Register) -> None:
    first, second = factories.topic("Aid"), factories.topic("Law")
    factories.published(topics=[first, second])
    first.refresh_from_db()
    first.name = "Zeal"
    first.save()
    workflow.edited(record=first, by=None)
    assert list(faults()) == []
