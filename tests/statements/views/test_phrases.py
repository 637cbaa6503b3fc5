from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.postings import worker
from tests import factories
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db

FIRST = "We do not deny the assessment downgrade."
SECOND = "We do not deny that we have problems."
ADDRESS = "/phrases/"


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


class TestWithoutAPhrase:
    def test_lists_what_recurs_with_links(self, client: Client) -> None:
        factories.published(FIRST, said_on="2022-08-12")
        factories.published(SECOND, said_on="2024-12-12")
        text = page(client, ADDRESS)
        assert "“We do not deny”" in text
        assert "?phrase=We%20do%20not%20deny" in text
        assert "12 August 2022 – 12 December 2024" in text

    def test_says_that_nothing_recurs(self, client: Client) -> None:
        assert "No phrase recurs in the register yet." in page(client, f"{ADDRESS}?phrase=")

    def test_asks_the_same_number_of_questions(
        self, client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for number in range(12):
            factories.published(f"{SECOND} Number {number} is a{'b' * number}c of ours.")
        worker.current()
        with django_assert_num_queries(4):
            client.get(ADDRESS)


class TestWithAPhrase:
    def test_shows_who_used_it_first_and_who_repeated_it(self, client: Client) -> None:
        first = factories.published(FIRST, said_on="2022-08-12")
        last = factories.published(SECOND, said_on="2024-12-12")
        text = page(client, f"{ADDRESS}?phrase=we+do+NOT+denied")
        assert text.index(str(first.speaker)) < text.index(str(last.speaker))
        assert text.count("<mark>We do not deny</mark>") == 2
        assert f"First {first.speaker}, 12 August 2022;" in text

    def test_takes_marks_of_quotation(self, client: Client) -> None:
        factories.published(FIRST)
        assert "<mark>We do not deny</mark>" in page(client, f"{ADDRESS}?phrase=“we do not deny”")

    def test_follows_the_other_filters(self, client: Client) -> None:
        factories.published(FIRST, said_on="2022")
        factories.published(SECOND, said_on="2024")
        text = page(client, f"{ADDRESS}?phrase=we+do+not+deny&since=2023")
        assert text.count('class="statement"') == 1

    def test_says_that_nobody_used_it(self, client: Client) -> None:
        assert "No statement here holds this phrase." in page(client, f"{ADDRESS}?phrase=not+said")

    def test_of_a_withdrawn_statement_is_gone_at_once(self, client: Client) -> None:
        statement = factories.published(FIRST)
        workflow.withdraw(record=statement, by=None, reason="An error.")
        assert "downgrade" not in page(client, f"{ADDRESS}?phrase=we+do+not+deny")

    @pytest.mark.parametrize(
        "query",
        [
            "phrase=word", "phrase=%22%22", "phrase=....", "phrase=a+b&phrase=c+d",
            "phrase=" + "long+" * 60, "phrase=" + "a" * 9_000,
        ],
    )  # fmt: skip
    def test_that_cannot_be_looked_for_is_named(self, client: Client, query: str) -> None:
        answer = client.get(f"{ADDRESS}?{query}")
        assert answer.status_code == 400
        if len(query) < 1_000:  # what is longer, no page reads
            assert "<code>phrase</code>" in answer.content.decode()

    def test_is_not_looked_for_together_with_other_words(self, client: Client) -> None:
        answer = client.get(f"{ADDRESS}?phrase=a+b+c&q=other")
        assert answer.status_code == 400
        assert "<code>q</code>" in answer.content.decode()

    def test_another_bad_parameter_is_named_too(self, client: Client) -> None:
        answer = client.get(f"{ADDRESS}?phrase=a+b+c&speaker=nobody")
        assert answer.status_code == 400
        assert "<code>speaker</code>" in answer.content.decode()

    def test_asks_the_same_number_of_questions(
        self, client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for number in range(3):
            factories.published(f"{SECOND} {number}")
        worker.names()["topic"]
        with django_assert_num_queries(6):
            client.get(f"{ADDRESS}?phrase=we+do+not+deny")
