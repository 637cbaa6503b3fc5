import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.changes import (
    CLAIMANT,
    ORDER,
    Lexicon,
    accounts,
    between,
    label_of,
    lines,
    name_of,
    worded,
)
from statements.models import Correction, Figure, Revision, Statement
from statements.revisions import NAMES
from tests import factories, register

pytestmark = pytest.mark.django_db


def corrected(statement: Statement, **fields: object) -> Correction:
    statement = Statement.objects.get(pk=statement.pk)
    for name, value in fields.items():
        setattr(statement, name, value)
    statement.save()
    workflow.edited(record=statement, by=None, note="It was misread.")
    return statement.corrections.first()  # type: ignore[return-value]


def test_a_correction_tells_the_words_that_changed() -> None:
    statement = factories.published("", kind="reported", summary="Promises to act now.")
    (account,) = accounts([corrected(statement, summary="Promises to think.", venue="Hall")])
    assert [change.label for change in account.changes] == ["Summary", "Venue"]
    told = [(part.operation, part.text) for part in account.changes[0].parts]
    assert told == [("equal", "Promises to"), ("delete", "act now."), ("insert", "think.")]


def test_choices_and_names_stand_in_words() -> None:
    public = register.make()
    record = public.statement.revisions.get().record
    told = {line.name: line.text for line in lines(record, Lexicon([record]))}
    assert told["claimant"] == str(public.speaker)
    assert told["kind"] == "Quotation"
    assert told["language"] == "English"
    assert told["topics"] == str(public.topic)
    assert told["functions"] == "Commitment"
    assert str(public.source) in told["citations"]
    assert str(public.placement) in told["positions"]
    assert public.figure.value_as_printed in told["figures"]
    assert "speaker" not in told
    assert "venue" not in told  # empty


def test_another_claimant_is_one_change_with_both_names() -> None:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    other = workflow.publish(record=factories.speaker("Chou Bun Eng"), by=None)
    before = str(statement.speaker)
    (account,) = accounts([corrected(statement, speaker=other)])
    (change,) = account.changes
    assert change.label == "Claimant"
    said = " ".join(part.text for part in change.parts)
    assert before.split(maxsplit=1)[0] in said
    assert "Chou Bun Eng" in said


def test_of_a_figure_that_was_withdrawn_since_only_the_number_is_told() -> None:
    public = register.make()
    workflow.withdraw(record=public.figure, by=None, reason="It was misprinted.")
    (account,) = accounts(Correction.objects.filter(model="statements.figure"))
    assert account.withdrawn_record == f"Figure {public.figure.pk}"
    (change,) = account.changes
    text = " ".join(part.text for part in change.parts)
    assert text == f"Figure {public.figure.pk} (withdrawn since)"
    assert public.figure.value_as_printed not in text


def test_of_a_withdrawn_statement_only_the_reason_is_told() -> None:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    corrected(statement, summary="Promises nothing.")
    statement.refresh_from_db()
    workflow.withdraw(record=statement, by=None, reason="Misattributed.")
    told = accounts(Correction.objects.newest_first().for_page())
    assert [one.correction.public_note for one in told] == ["Misattributed.", ""]
    assert not any(one.changes for one in told)


def test_the_first_version_differs_from_nothing() -> None:
    revision = factories.published().revisions.get()
    assert between(None, revision, Lexicon([revision.record])) == []


def test_what_is_not_in_the_register_any_more_keeps_its_code() -> None:
    record = factories.published().revisions.get().record
    record |= {"topics": ["gone"], "functions": ["gone"]}
    assert worded("topics", record, Lexicon([record])) == "gone"


def test_fields_and_records_have_names() -> None:
    assert label_of("text") == "Words as printed"
    assert label_of("citations") == "Where it stands"
    assert name_of("statements.position", 3) == "Position 3"
    assert name_of("statements.figurenote", 3) == "Note 3 on a figure"
    assert name_of("", 0) == ""


def test_every_field_of_a_version_has_its_place() -> None:
    record = factories.published().revisions.get().record
    told = {*ORDER, *CLAIMANT, NAMES} - {"claimant"}
    assert set(record) == told


def test_many_corrections_ask_no_more_questions() -> None:
    counts = []
    for number in (1, 2):
        for _ in range(number):
            statement = factories.draft("", kind="reported", summary="Promises to act.")
            factories.position(statement)
            factories.figure(statement)
            workflow.publish(record=statement, by=None)
            corrected(statement, summary="Promises nothing.")
        with CaptureQueriesContext(connection) as asked:
            accounts(Correction.objects.newest_first().for_page())
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert Revision.objects.count() == 2 * Figure.objects.count()
