"""What the pages tell, and to whom: one class a view."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.models import Speaker
from tests import factories
from tests.statements.holding import published
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestSpeaker:
    def test_the_list_is_by_family_name(self, client: Client) -> None:
        for name, sort_name in (("W. Patrick Murphy", "Murphy"), ("Chou Bun Eng", "Chou Bun Eng")):
            speaker = factories.speaker(name, sort_name=sort_name)
            workflow.publish(record=speaker, by=None)
        text = page(client, "/speakers/")
        assert text.index("Chou Bun Eng") < text.index("W. Patrick Murphy")

    def test_the_list_names_the_office_last_spoken_in(self, client: Client) -> None:
        speaker = factories.speaker("Hun Manet")
        spoken_in = speaker.roles.create(title="Prime Minister", start="2023-08-22")
        speaker.roles.create(title="Vice president", start="2023-12-10")
        factories.published(speaker=speaker, role=spoken_in, said_on="2024-12-12")
        text = page(client, "/speakers/")
        assert "Prime Minister" in text
        assert "Vice president" not in text

    def test_the_page_tells_offices_aliases_and_statements(self, client: Client) -> None:
        speaker = factories.speaker("Hun Manet", slug="hun-manet", name_local="ហ៊ុន ម៉ាណែត")
        speaker.roles.create(title="Prime Minister", start="2023-08-22")
        speaker.roles.create(title="Commander", start="2018", end="2023")
        speaker.aliases.create(text="Samdech Thipadei", kind="honorific")
        factories.published("We do not deny.", speaker=speaker)
        text = page(client, "/speakers/hun-manet/")
        for words in (
            "ហ៊ុន ម៉ាណែត", "since 22 August 2023", "2018 – 2023", "Samdech Thipadei",
            "We do not deny.",
        ):  # fmt: skip
            assert words in text, words

    def test_the_page_filters_its_own_statements(self, client: Client) -> None:
        speaker = factories.speaker(slug="ann")
        factories.published("In August.", speaker=speaker, said_on="2022-08")
        factories.published("In May.", speaker=speaker, said_on="2022-05")
        text = page(client, "/speakers/ann/?since=2022-06")
        assert "In August." in text
        assert "In May." not in text

    def test_an_office_of_an_unpublished_organisation_does_not_name_it(
        self, client: Client
    ) -> None:
        speaker = factories.speaker(slug="ann")
        speaker.roles.create(title="Chair", organisation=factories.organisation("Hidden body"))
        factories.published(speaker=speaker)
        assert "Hidden body" not in page(client, "/speakers/ann/")

    def test_the_newest_positions_stand_with_a_way_to_all_of_them(self, client: Client) -> None:
        speaker, placement = factories.speaker(slug="ann"), factories.placement()
        for year in range(2010, 2018):
            published(str(year), speaker=speaker, placement=placement)
        text = page(client, "/speakers/ann/")
        for words in ("8 positions, resting on 8 statements", "Here the newest 6, oldest first."):
            assert words in text, words
        assert '<a href="/positions/?speaker=ann">All 8 positions, page by page</a>' in text
        assert text.count('<li><p class="shift') == 6

    def test_a_few_positions_are_all_shown(self, client: Client) -> None:
        published(speaker=factories.speaker(slug="ann"))
        text = page(client, "/speakers/ann/")
        assert "Oldest first." in text
        assert "page by page" not in text

    def test_more_positions_take_no_more_queries(self, client: Client) -> None:
        asked = []
        speaker, placement = factories.speaker(slug="ann"), factories.placement()
        for year in range(2010, 2013):
            published(str(year), speaker=speaker, placement=placement)
            with CaptureQueriesContext(connection) as queries:
                page(client, "/speakers/ann/")
            asked.append(len(queries))
        assert asked[1] == asked[2]


class TestOrganisation:
    def test_its_positions_lead_to_all_of_them(self, client: Client) -> None:
        body = factories.organisation(slug="ncct")
        for year in range(2010, 2021):
            published(str(year), organisation=body)
        text = page(client, "/organisations/ncct/")
        assert '<a href="/positions/?organisation=ncct">All 11 positions' in text

    def test_an_organisation_speaks_and_has_office_holders(self, client: Client) -> None:
        body = factories.organisation("Committee", slug="ncct", other_names="Anti-Trafficking Body")
        factories.published("In its report.", organisation=body, kind="written")
        speaker: Speaker = factories.published().speaker  # type: ignore[assignment]
        speaker.roles.create(title="Vice-chair", organisation=body)
        text = page(client, "/organisations/ncct/")
        for words in ("In its report.", "Vice-chair", speaker.name, "Anti-Trafficking Body"):
            assert words in text, words
