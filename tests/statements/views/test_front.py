"""What the pages tell, and to whom: one class a view."""

import pytest
from django.test import Client

from statements import workflow
from statements.models import Page
from tests import factories
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestHome:
    def test_an_empty_register_has_a_front_page(self, client: Client) -> None:
        assert "All 0 statements" in page(client, "/")

    def test_it_shows_the_newest_and_the_home_countrys_standing(self, client: Client) -> None:
        Page.objects.create(slug="front", title="Trafficking, on record", body="Who said what.")
        workflow.publish(record=factories.placement(code="2WL"), by=None)
        factories.published("We will act.")
        text = page(client, "/")
        for words in ("Trafficking, on record", "Who said what.", "2WL", "We will act."):
            assert words in text
