import pytest
from django.core.management import call_command
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.urls import reverse

from sources.publication import Status
from statements import workflow
from statements.filters import StatementFilter
from statements.models import Statement
from statements.postings import worker
from statements.postings.selecting import selection_of
from statements.search import index
from statements.search.query import parse
from statements.timeline import Timeline
from tests import factories
from tests.statements.postings.asking import asked_for_changes, fresh, in_a_request, known

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _just_begun() -> None:
    worker.forget()


def behind_its_back(statement: Statement) -> Statement:
    Statement.objects.filter(pk=statement.pk).update(
        status=Status.PUBLISHED, published_at=statement.created_at
    )
    return statement


def pages(query: str = "") -> Timeline:
    return Timeline(RequestFactory().get(f"/statements/?{query}"))


class TestWithinARequest:
    def test_what_changed_is_asked_once_however_much_is_shown(self) -> None:
        factories.published()
        worker.current()
        with in_a_request(), asked_for_changes() as asked:
            for query in ("", "kind=quotation", "q=act"):
                found = pages(query)
                assert (found.count, len(found.page.statements)) == (1, 1)
                assert found.facets
            worker.latest()
        assert len(asked) == 1

    def test_a_page_asks_once(self, client: Client) -> None:
        factories.published()
        worker.current()
        with asked_for_changes() as asked:
            assert client.get(reverse("statement_list"), {"q": "act"}).status_code == 200
        assert len(asked) == 1

    def test_what_it_writes_itself_it_knows(self) -> None:
        with in_a_request():
            assert pages().count == 0
            statement = factories.published()
            assert pages().count == 1
            workflow.withdraw(record=statement, by=None, reason="Not said.")
            assert pages().count == 0

    def test_the_next_one_asks_again(self) -> None:
        with in_a_request():
            assert pages().count == 0
        factories.published()
        with in_a_request():
            assert pages().count == 1


class TestPages:
    def test_a_commit_is_on_the_next_page_counts_included(self, client: Client) -> None:
        address = reverse("statement_list")
        assert client.get(address).status_code == 200
        statement = factories.published("Unheard of before.")
        assert b"Unheard of before." in client.get(address).content
        (found,) = (one for one in pages().facets if one.name == "kind")
        assert [(option.value, option.count) for option in found.options] == [("quotation", 1)]
        workflow.withdraw(record=statement, by=None, reason="Not said.")
        assert b"Unheard of before." not in client.get(address).content

    def test_what_was_known_is_that_of_one_who_has_just_begun(self) -> None:
        worker.current()
        factories.published()
        current = worker.current()
        assert current
        assert known(current) == known(fresh())

    def test_the_newest_change_is_told_even_where_the_sets_are_not_trusted(self) -> None:
        behind_its_back(factories.draft())
        assert worker.current() is None
        assert worker.latest() == fresh().latest


class TestWithoutTrust:
    """A statement was published behind the back of the index."""

    @pytest.fixture(autouse=True)
    def statements(self) -> list[Statement]:
        right = factories.published("Human rights", said_on="2014")
        made = [right, behind_its_back(factories.draft("Human wrongs", said_on="2022"))]
        worker.forget()
        assert worker.current() is None
        assert selection_of(StatementFilter(QueryDict(""))) is None
        return made

    def test_sql_tells_lists_and_counts(self, statements: list[Statement]) -> None:
        found = pages()
        shown = [one.pk for one in found.page.statements]
        assert (found.count, shown) == (2, [one.pk for one in statements[::-1]])
        (kind,) = (one for one in found.facets if one.name == "kind")
        assert [(option.value, option.count) for option in kind.options] == [("quotation", 2)]

    def test_sql_tells_pages(self, client: Client, statements: list[Statement]) -> None:
        page = client.get(reverse("statement_list"))
        assert page.status_code == 200
        assert b"Human rights" in page.content
        assert b"Human wrongs" in page.content

    def test_entries_tell_what_is_found(self, statements: list[Statement]) -> None:
        found = index.matching(Statement.objects.published(), parse('"human rights"'))
        assert list(found) == statements[:1]
        assert pages("q=rights").count == 1

    def test_a_rebuild_brings_trust_back(self, statements: list[Statement]) -> None:
        call_command("reindex", verbosity=0)
        current = worker.current()
        assert current
        assert set(current.all) == {one.pk for one in statements}
        found = pages("q=human")
        assert found.selection
        assert found.count == 2
        (kind,) = (one for one in found.facets if one.name == "kind")
        assert [(option.value, option.count) for option in kind.options] == [("quotation", 2)]
