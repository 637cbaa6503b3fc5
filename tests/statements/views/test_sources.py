"""What the pages tell, and to whom: one class a view."""

import pytest
from django.test import Client

from statements.views import listing, sources
from tests import factories
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestSource:
    def test_a_source_lists_what_rests_on_it(self, client: Client) -> None:
        source = factories.source("Ministry lauds work")
        factories.published("Said there.", cite=source)
        factories.draft("Not yet public.", cite=source)
        text = page(client, f"/sources/{source.pk}/{source.slug}/")
        assert "Said there." in text
        assert "Not yet public." not in text

    def test_a_wrong_slug_leads_to_the_right_one(self, client: Client) -> None:
        source = factories.source("Ministry lauds work")
        factories.published(cite=source)
        answer = client.get(f"/sources/{source.pk}/x/")
        assert answer["Location"] == f"/sources/{source.pk}/ministry-lauds-work/"

    def test_an_outlets_page_has_its_sources_and_statements(self, client: Client) -> None:
        outlet = factories.outlet("The Post", slug="post", languages="en km", state="Online")
        factories.published("Printed there.", cite=factories.source("Lauds", outlet=outlet))
        text = page(client, "/outlets/post/")
        for words in ("Khmer", "Online", "Lauds", "Printed there."):
            assert words in text, words

    def test_a_long_list_of_sources_ends_and_says_where_the_others_are(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sources, "MOST_SOURCES", 2)
        outlet = factories.outlet("The Post", slug="post")
        for day in ("2020", "2021", "2022"):
            printed = factories.source(f"Of {day}", outlet=outlet, published_on=day)
            factories.published(cite=printed)
        text = page(client, "/outlets/post/")
        assert text.index("Of 2022") < text.index("Of 2021")
        assert "Of 2020" not in text
        assert "These are the newest 2 of 3." in text
        assert 'href="/sources.csv"' in text

    def test_a_source_of_many_statements_has_pages(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(listing, "LONGEST_LIST", 1)
        source = factories.source("Ministry lauds work")
        for words in ("The first.", "The second."):
            factories.published(words, cite=source)
        address = f"/sources/{source.pk}/{source.slug}/"
        first, second = page(client, address), page(client, f"{address}?page=2")
        assert ("The first." in first, "The second." in first) == (True, False)
        assert ("The first." in second, "The second." in second) == (False, True)
        assert 'href="?page=2"' in first
        page(client, f"{address}?page=3", 400)
