import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.models import ContentChange
from statements.postings import content
from statements.postings.content import Change

pytestmark = pytest.mark.django_db

CHANGES = [
    Change(7, frozenset({"b=2", "a=1"}), frozenset()),
    Change(8, frozenset(), frozenset({"c=3"})),
]


@pytest.fixture
def before() -> int:
    return ContentChange.objects.latest("seq").seq


def noted(before: int) -> list[ContentChange]:
    return list(ContentChange.objects.filter(seq__gt=before).order_by("seq"))


def test_each_change_is_a_row_in_the_order_given(before: int) -> None:
    content.note(CHANGES)
    rows = [(one.statement_id, one.added, one.removed, one.names) for one in noted(before)]
    assert rows == [(7, "a=1 b=2", "", False), (8, "", "c=3", False)]


def test_that_something_changed_is_a_row_though_no_value_did(before: int) -> None:
    content.note()
    (row,) = noted(before)
    assert (row.statement_id, row.added, row.removed, row.names) == (None, "", "", False)


def test_that_names_changed_is_a_row_of_its_own(before: int) -> None:
    content.note(CHANGES[:1], names=True)
    assert [(one.statement_id, one.names) for one in noted(before)] == [(7, False), (None, True)]


def test_no_two_rows_have_the_same_mark(before: int) -> None:
    content.note(CHANGES)
    content.note()
    assert len({one.mark for one in noted(before)}) == 3


def test_a_rebuild_is_marked(before: int) -> None:
    content.mark_rebuilt()
    (row,) = noted(before)
    assert (row.rebuilt, row.names) == (True, True)


def test_who_notes_a_change_has_waited_for_their_turn() -> None:
    """Else a change with a lower number could become visible after one with a higher."""
    with CaptureQueriesContext(connection) as caught:
        content.note()
    locks = ["pg_advisory_xact_lock" in one["sql"] for one in caught.captured_queries]
    assert locks == ([True, False] if connection.vendor == "postgresql" else [False])


def test_changes_are_read_from_a_number_on_and_so_many_at_most(before: int) -> None:
    content.note(CHANGES)
    rows = content.since(before, 2, "default")
    stored, _last = noted(before)  # numbers may be left out
    assert [row.seq for row in rows] == [before, stored.seq]
    read = rows[1]
    assert (read.mark, read.statement_id, read.added) == (stored.mark, 7, "a=1 b=2")
    assert (bool(read.names), bool(read.rebuilt)) == (False, False)
    assert content.moment(read.made_at) == stored.made_at


def test_the_newest_change_is_the_one_of_the_highest_number(before: int) -> None:
    content.note(CHANGES)
    newest = content.newest("default")
    assert newest
    assert (newest.seq, newest.statement_id) == (noted(before)[-1].seq, 8)
    ContentChange.objects.all().delete()
    assert content.newest("default") is None
    assert content.moment(None) is None
