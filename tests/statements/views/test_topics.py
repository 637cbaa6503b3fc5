"""What the pages tell, and to whom: one class a view."""

import pytest
from django.test import Client

from tests import factories
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestTopic:
    def test_topics_are_listed_with_their_counts(self, client: Client) -> None:
        topic = factories.topic("Prevention")
        factories.published(topics=[topic])
        factories.draft(topics=[topic])
        text = page(client, "/topics/")
        assert "Prevention" in text
        assert "1 statement<" in text

    def test_a_topics_page_holds_its_statements(self, client: Client) -> None:
        topic = factories.topic(slug="prevention")
        factories.published("About it.", topics=[topic])
        factories.published("About another.")
        text = page(client, "/topics/prevention/")
        assert "About it." in text
        assert "About another." not in text
