import pytest
from pyroaring import BitMap

from sources.publication import Status
from statements.models import SearchEntry, Statement, ValuePosting, WordPosting
from statements.postings import blobs
from statements.postings.checking import disagreements
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement() -> Statement:
    return factories.published("unheard")


def wrong() -> list[str]:
    return list(disagreements())


@pytest.mark.usefixtures("statement")
def test_what_the_workflow_wrote_is_right() -> None:
    factories.published(topics=[factories.topic()])
    factories.draft()
    assert wrong() == []


def test_an_empty_register_is_right() -> None:
    assert wrong() == []


def test_a_statement_that_was_changed_behind_its_back_is_named(statement: Statement) -> None:
    Statement.objects.filter(pk=statement.pk).update(text="other")
    assert wrong() == [f"Statement {statement.pk} is not indexed as it stands."]


def test_a_statement_that_is_not_indexed_is_named(statement: Statement) -> None:
    draft = factories.draft()
    Statement.objects.filter(pk=draft.pk).update(
        status=Status.PUBLISHED, published_at=statement.published_at
    )
    assert wrong() == [f"Statement {draft.pk} is not indexed as it stands."]


def test_a_statement_that_is_indexed_and_not_published_is_named(statement: Statement) -> None:
    Statement.objects.filter(pk=statement.pk).update(status=Status.DRAFT)
    assert wrong() == [f"Statement {statement.pk} is indexed and not published."]


@pytest.mark.usefixtures("statement")
def test_a_posting_that_is_missing_is_named() -> None:
    WordPosting.objects.filter(term="unheard").delete()
    ValuePosting.objects.filter(term="kind=quotation").delete()
    assert wrong() == [
        "Posting “unheard” of chunk 0 is wrong.",
        "Posting “kind=quotation” of chunk 0 is wrong.",
    ]


def test_a_posting_that_holds_too_much_is_named(statement: Statement) -> None:
    bits = BitMap([statement.pk, statement.pk + 1])
    blobs.write(WordPosting, [("unheard", 0, bits), ("unknown", 0, bits)], "default")
    assert wrong() == [
        "Posting “unheard” of chunk 0 is wrong.",
        "Posting “unknown” of chunk 0 is wrong.",
    ]


def test_a_posting_of_nobody_is_named(statement: Statement) -> None:
    blobs.write(WordPosting, [("lost", 9, BitMap([9 << blobs.CHUNK_BITS]))], "default")
    assert wrong() == ["Posting “lost” of chunk 9 belongs to no statement."]
    SearchEntry.objects.all().delete()
    assert f"Statement {statement.pk} is not indexed as it stands." in wrong()
