import pytest

from statements import versions, workflow
from statements.models import Correction, Figure, FigureNote
from statements.refusals import StaleError
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_save_is_counted_unless_it_started_from_an_older_version() -> None:
    statement = factories.draft()
    versions.count(statement, 1)
    assert versions.newest(statement) == 2
    with pytest.raises(StaleError):
        versions.count(statement, 1)


def test_a_position_is_said_by_the_public_statements_that_it_rests_on() -> None:
    statement = factories.draft()
    position, figure = factories.position(statement), factories.figure(statement)
    note = FigureNote.objects.create(figure=figure, rule=FigureNote.Rule.RATIO, note="Odd.")
    assert versions.saying(position) == []
    workflow.publish(record=statement, by=None)
    for record in (position, figure, note):
        assert versions.saying(record) == [statement]
    assert versions.saying(statement) == []


def test_what_is_withdrawn_is_accounted_for_with_the_statement_it_was_shown_on() -> None:
    statement = factories.draft()
    figure = factories.figure(statement, 1577)
    workflow.publish(record=statement, by=None)
    figure.refresh_from_db()
    workflow.withdraw(record=figure, by=None, reason="The outlet misprinted it.")
    correction = statement.corrections.get()
    assert (correction.kind, correction.note) == ("withdrawal", "The outlet misprinted it.")
    assert (correction.model, correction.record_id) == ("statements.figure", figure.pk)
    assert correction.before is not None
    assert correction.after is not None
    assert [len(one.record["figures"]) for one in (correction.before, correction.after)] == [1, 0]
    assert statement.revisions.count() == 2


def test_what_rests_on_no_statement_is_accounted_for_by_itself() -> None:
    other = factories.published()
    figure = factories.figure(other, 12)
    Figure.objects.filter(pk=figure.pk).update(statement=None, source=factories.source())
    figure.refresh_from_db()
    workflow.publish(record=figure, by=None)
    workflow.withdraw(record=figure, by=None, reason="Counted twice.")
    correction = Correction.objects.get()
    assert correction.statement is None
    assert correction.record_id == figure.pk


def test_a_note_that_no_version_shows_makes_no_new_version() -> None:
    statement = factories.draft()
    figure = factories.figure(statement)
    workflow.publish(record=statement, by=None)
    note = FigureNote.objects.create(figure=figure, rule=FigureNote.Rule.RATIO, note="Odd.")
    workflow.publish(record=note, by=None)
    workflow.withdraw(record=note, by=None, reason="It does add up.")
    assert statement.corrections.get().after is None
    assert statement.revisions.count() == 1
