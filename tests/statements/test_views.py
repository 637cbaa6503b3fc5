"""One class a view, named after it: what its page tells, and to whom."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from statements import workflow
from statements.models import Page, Speaker, Statement
from tests import factories

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer
    return answer.content.decode()


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


class TestStatementList:
    def test_it_shows_count_chips_and_rows(self, client: Client) -> None:
        topic = factories.topic("Prevention", slug="prevention")
        factories.published("We will act,", topics=[topic])
        factories.published("Other words")
        text = page(client, "/statements/?topic=prevention")
        assert "1 statement" in text
        assert "“We will act”" in text
        assert "Other words" not in text
        assert 'href="/statements/"' in text

    def test_what_cannot_be_read_is_named_and_nothing_shown(self, client: Client) -> None:
        factories.published("We will act.")
        text = page(client, "/statements/?since=soon", status=400)
        assert "<code>since</code>" in text
        assert "We will act." not in text

    def test_an_empty_selection_helps(self, client: Client) -> None:
        factories.published()
        assert "Take a filter off" in page(client, "/statements/?q=nowhere")

    def test_a_swapped_list_pushes_the_clean_address(self, client: Client) -> None:
        answer = client.get("/statements/?q=&kind=quotation&order=", headers={"HX-Request": "true"})
        assert answer["HX-Push-Url"] == "/statements/?kind=quotation"

    def test_the_office_held_that_day_stands_beside_the_name(self, client: Client) -> None:
        speaker = factories.speaker("Hun Manet")
        role = speaker.roles.create(title="Prime Minister", start="2023-08-22")
        factories.published(speaker=speaker, role=role, said_on="2024-12-12")
        assert "Prime Minister" in page(client, "/statements/")

    def test_its_queries_do_not_grow_with_its_rows(
        self, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        for _ in range(15):
            factories.published(topics=[factories.topic()])
        with django_assert_max_num_queries(18):
            client.get("/statements/")


class TestStatementDetail:
    def test_it_tells_all_that_is_recorded(self, client: Client) -> None:
        statement = factories.draft(
            "We do not accept it,",
            role_as_printed="permanent vice-chair",
            attributed_as="Bun Eng",
            weekday_as_printed="Friday",
            context="After the downgrade.",
            event=factories.event("Press conference", venue="Council of Ministers"),
            topics=[factories.topic("TIP ranking")],
        )
        factories.position(statement, rationale="Calls it unjust.")
        factories.figure(statement, 1577, note="Year implied.")
        workflow.publish(record=statement, by=None)
        text = page(client, statement.get_absolute_url())
        for words in (
            "“We do not accept it”", "permanent vice-chair", "Bun Eng", "Friday",
            "After the downgrade.", "Press conference", "Council of Ministers", "TIP ranking",
            "Rejects as unjust", "Calls it unjust.", "1,577", "Year implied.",
            f"http://testserver/s/{statement.pk}/", "12 August 2022",
        ):  # fmt: skip
            assert words in text, words

    def test_its_sources_can_be_opened(self, client: Client) -> None:
        source = factories.source("Ministry lauds work", archive_url="https://archive.example/1")
        text = page(client, factories.published(cite=source).get_absolute_url())
        assert f'href="{source.url}#:~:text=' in text
        assert 'href="https://archive.example/1"' in text

    def test_a_wrong_slug_and_the_short_link_lead_to_it(self, client: Client) -> None:
        statement = factories.published()
        for address in (f"/statements/{statement.pk}/x/", f"/s/{statement.pk}/"):
            answer = client.get(address)
            assert answer["Location"] == statement.get_absolute_url()

    def test_a_draft_has_no_page_and_no_short_link(self, client: Client) -> None:
        draft = factories.draft()
        page(client, draft.get_absolute_url(), status=404)
        page(client, f"/s/{draft.pk}/", status=404)

    def test_a_withdrawn_one_gives_its_reason_and_nothing_else(self, client: Client) -> None:
        statement = factories.published("We will act.")
        workflow.withdraw(record=statement, by=None, reason="Another speaker said it.")
        text = page(client, statement.get_absolute_url(), status=410)
        assert "Another speaker said it." in text
        assert "We will act." not in text

    def test_others_of_the_same_event_stand_below(self, client: Client) -> None:
        event = factories.event()
        first, _ = factories.published(event=event), factories.published("As he said.", event=event)
        assert "As he said." in page(client, first.get_absolute_url())


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


class TestTopicAndOrganisation:
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

    def test_an_organisation_speaks_and_has_office_holders(self, client: Client) -> None:
        body = factories.organisation("Committee", slug="ncct", other_names="Anti-Trafficking Body")
        factories.published("In its report.", organisation=body, kind="written")
        speaker: Speaker = factories.published().speaker  # type: ignore[assignment]
        speaker.roles.create(title="Vice-chair", organisation=body)
        text = page(client, "/organisations/ncct/")
        for words in ("In its report.", "Vice-chair", speaker.name, "Anti-Trafficking Body"):
            assert words in text, words


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

    def test_the_list_has_pages_and_refuses_those_there_are_not(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("statements.views.LONGEST_LIST", 2)
        for _ in range(3):
            factories.published()
        assert "?page=2" in page(client, "/sources/")
        page(client, "/sources/?page=2")
        for number in ("3", "0", "x", "-1", str(10**20)):
            assert "“page”" in page(client, f"/sources/?page={number}", status=400)

    def test_an_outlets_page_has_its_sources_and_statements(self, client: Client) -> None:
        outlet = factories.outlet("The Post", slug="post", languages="en km", state="Online")
        factories.published("Printed there.", cite=factories.source("Lauds", outlet=outlet))
        text = page(client, "/outlets/post/")
        for words in ("Khmer", "Online", "Lauds", "Printed there."):
            assert words in text, words


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


class TestOtherPages:
    def test_about_is_a_record_that_editors_write(self, client: Client) -> None:
        Page.objects.create(slug="about", title="About us", body="First.\n\nSecond.")
        text = page(client, "/about/")
        assert "<p>First.</p>" in text
        assert "<h1>About us</h1>" in text

    def test_the_method_defines_every_function_and_stance(self, client: Client) -> None:
        text = page(client, "/method/")
        for code in ("function-rebuttal", "stance-rejects-as-unjust", "stance-no-position"):
            assert f'id="{code}"' in text

    def test_another_register_needs_no_change_of_code(
        self, client: Client, settings: Settings
    ) -> None:
        settings.SITE_NAME, settings.HOME_COUNTRY = "Laos on Record", "LA"
        laos = factories.country("LA", "Laos")
        workflow.publish(record=factories.placement(country=laos, code="2"), by=None)
        text = page(client, "/")
        assert "Laos on Record" in text
        assert ": Laos</a>" in text

    def test_health_is_told_in_plain_text(self, client: Client) -> None:
        assert page(client, "/healthz") == "ok\n"
        assert page(client, "/readyz") == "ready\n"

    def test_nothing_is_at_an_unknown_address(self, client: Client) -> None:
        assert "Nothing is published at this address" in page(client, "/nowhere/", status=404)

    def test_pages_are_only_read(self, client: Client) -> None:
        statement: Statement = factories.published()
        for address in ("/", "/statements/", statement.get_absolute_url(), "/speakers/"):
            assert client.post(address).status_code == 405
