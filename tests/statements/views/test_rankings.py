"""What the pages tell, and to whom: one class a view."""

import pytest
from django.test import Client

from statements import workflow
from tests import factories
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestRanking:
    @pytest.fixture(autouse=True)
    def ranking(self) -> None:
        self.ranking_of = factories.ranking("TIP Report", slug="tip")
        statement = factories.draft("The downgrade is unjust.")
        placement = factories.placement(self.ranking_of, year=2022, code="3", evidence="The Post")
        factories.position(statement, placement=placement)
        workflow.publish(record=statement, by=None)
        earlier = factories.placement(self.ranking_of, year=2021, code="2WL")
        workflow.publish(record=earlier, by=None)

    def test_the_country_page_has_every_year_with_what_was_said(self, client: Client) -> None:
        text = page(client, "/rankings/tip/cambodia/")
        for words in (
            "Tier 3", "Tier 2WL", "Lowered", "Rejects as unjust", "The downgrade is unjust.",
            "The Post",
        ):  # fmt: skip
            assert words in text, words

    def test_the_ranking_lists_countries_with_their_newest_level(self, client: Client) -> None:
        text = page(client, "/rankings/tip/")
        assert "/rankings/tip/cambodia/" in text
        assert "2022" in text
        assert "/rankings/tip/" in page(client, "/rankings/")

    def test_a_country_without_placement_says_so_and_an_unknown_one_is_not_there(
        self, client: Client
    ) -> None:
        factories.country("LA", "Laos")
        assert "No placement of Laos" in page(client, "/rankings/tip/laos/")
        page(client, "/rankings/tip/atlantis/", status=404)
