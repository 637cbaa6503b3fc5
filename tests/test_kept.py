"""What is put back is what was made, and nothing else is taken for it."""

import pytest
from django.db import connection

from statements.models import Speaker, Stance, Statement
from statements.postings import worker
from tests import factories
from tests.kept import everything, kept

pytestmark = pytest.mark.django_db


def spoken() -> tuple[Speaker, Statement]:
    statement = factories.published("We will act.")
    assert statement.speaker
    return statement.speaker, statement


def back_to_nothing(point: str | None) -> None:
    """What the end of a test does to what it made."""
    assert point
    connection.savepoint_rollback(point)


def test_the_second_time_every_row_is_as_the_first_time() -> None:
    make, point = kept(spoken), connection.savepoint()
    speaker, statement = make()
    first = everything()
    back_to_nothing(point)
    assert not Statement.objects.exists()
    assert make() == (speaker, statement)
    again = everything()
    assert {name: {*map(repr, rows)} for name, rows in again.items()} == {
        name: {*map(repr, rows)} for name, rows in first.items()
    }


def test_what_follows_is_found_beside_what_was_put_back() -> None:
    make, point = kept(spoken), connection.savepoint()
    make()
    back_to_nothing(point)
    _speaker, statement = make()
    other = factories.published("Later.")
    standing = worker.current()
    assert standing
    assert {*standing.all} == {statement.pk, other.pk}


def test_each_caller_has_objects_of_its_own() -> None:
    make, point = kept(spoken), connection.savepoint()
    speaker, _statement = make()
    speaker.name = "Somebody else"
    back_to_nothing(point)
    assert make()[0].name != "Somebody else"


def test_beside_other_records_it_is_made_anew() -> None:
    make, point = kept(spoken), connection.savepoint()
    _speaker, first = make()
    back_to_nothing(point)
    factories.speaker()
    _speaker, second = make()
    assert second.speaker.name != first.speaker.name  # type: ignore[union-attr]
    assert Speaker.objects.count() == 2


def test_what_changes_rows_that_were_there_cannot_be_kept() -> None:
    make = kept(lambda: Stance.objects.update(label="Another"))
    with pytest.raises(AssertionError, match="statements_stance"):
        make()
