"""What the pages tell, and to whom: one class a view."""

import pytest
from django.test import Client

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
