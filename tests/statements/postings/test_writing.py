import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.models import ContentChange, SearchEntry, Statement, ValuePosting, WordPosting
from statements.postings import blobs, writing
from statements.postings.content import Change
from statements.postings.writing import Edit, Entry, put
from tests import factories

pytestmark = pytest.mark.django_db

FIRST, SECOND = frozenset({"kind=quotation"}), frozenset({"kind=written", "topic=none"})


@pytest.fixture
def pk() -> int:
    return factories.draft().pk


def sets(model: type[WordPosting] | type[ValuePosting]) -> dict[str, set[int]]:
    return {term: set(ids) for term, ids in blobs.read_all(model, "default").items()}


def newest() -> ContentChange:
    return ContentChange.objects.latest("seq")


def test_an_entry_its_postings_and_its_change_are_written_together(pk: int) -> None:
    put([Entry(pk, " one two ", FIRST)])
    entry = SearchEntry.objects.get()
    assert (entry.pk, entry.tokens, entry.values) == (pk, " one two ", "kind=quotation")
    assert sets(WordPosting) == {"one": {pk}, "two": {pk}}
    assert sets(ValuePosting) == {"kind=quotation": {pk}}
    assert (newest().statement_id, newest().added, newest().removed) == (pk, "kind=quotation", "")


def test_a_new_entry_takes_the_place_of_the_old(pk: int) -> None:
    put([Entry(pk, " one two ", FIRST)])
    put([Entry(pk, " two three ", SECOND)])
    assert sets(WordPosting) == {"two": {pk}, "three": {pk}}
    assert sets(ValuePosting) == {"kind=written": {pk}, "topic=none": {pk}}
    assert (newest().added, newest().removed) == ("kind=written topic=none", "kind=quotation")
    assert SearchEntry.objects.get().tokens == " two three "


def test_an_entry_that_says_the_same_changes_nothing(pk: int) -> None:
    put([Entry(pk, " one ", FIRST)])
    before = newest().seq
    put([Entry(pk, " one ", FIRST)])
    assert newest().seq == before


def test_other_words_are_no_change_of_values(pk: int) -> None:
    put([Entry(pk, " one ", FIRST)])
    before = newest().seq
    put([Entry(pk, " two ", FIRST)])
    assert newest().seq == before
    assert sets(WordPosting) == {"two": {pk}}


def test_an_empty_entry_takes_everything_away(pk: int) -> None:
    put([Entry(pk, " one ", FIRST)])
    put([Entry(pk)])
    assert not SearchEntry.objects.exists()
    assert sets(WordPosting) == sets(ValuePosting) == {}
    assert newest().removed == "kind=quotation"


def test_taking_away_what_was_never_there_does_nothing(pk: int) -> None:
    before = newest().seq
    put([Entry(pk)])
    assert newest().seq == before


def test_many_are_written_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_BATCH", 2)
    ids = [factories.draft().pk for _ in range(3)]
    put(Entry(one, " one ", FIRST) for one in ids)
    assert sets(WordPosting) == {"one": set(ids)}
    assert ContentChange.objects.filter(statement_id__in=ids).count() == 3


def test_an_edit_knows_what_it_changes() -> None:
    edit = Edit(Entry(1, "", FIRST), Entry(1, "", SECOND))
    assert edit.change == Change(1, SECOND, FIRST)


def test_publishing_asks_as_much_in_a_full_register_as_in_an_empty_one() -> None:
    """The index of one statement costs the same whatever stands in it already."""

    def queries() -> int:
        statement = factories.published("We will act on human rights.")
        entries = [Entry(statement.pk, " other words ", SECOND)]
        with CaptureQueriesContext(connection) as caught:
            put(entries)
        return len(caught)

    first = queries()
    for n in range(4):
        factories.published(f"Number {n}", topics=[factories.topic()])
    assert Statement.objects.published().count() == 5
    assert queries() == first
