"""What the pages tell, and to whom: one class a view."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.relations import relating
from statements.views import statements
from tests import factories
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


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
        with django_assert_max_num_queries(19):
            client.get("/statements/")


class TestStatementDetail:
    def test_of_a_long_event_it_shows_the_first_and_leads_to_the_others(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(statements, "MOST_OTHERS", 1)
        event = factories.event("Press conference")
        said = [factories.published(f"Words {n}.", event=event) for n in range(3)]
        text = page(client, said[0].get_absolute_url())
        assert "Words 1." in text
        assert "Words 2." not in text
        link = f'<a href="/statements/?event={event.slug}">1 more statement of this event</a>'
        assert link in text

    def test_its_queries_do_not_grow_with_what_was_said_around_it(
        self, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        event, topic = factories.event("Press conference"), factories.topic()
        said = [factories.published(event=event, topics=[topic]) for _ in range(6)]
        with django_assert_max_num_queries(26):
            client.get(said[0].get_absolute_url())

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


class TestRelationsOfAStatement:
    def test_each_page_says_them_from_its_own_side(self, client: Client) -> None:
        one, other = factories.published("We said so."), factories.published("We say so again.")
        relating.relate(statement=other, target=one, kind="repeats", by=None, note="Once more.")
        text = page(client, one.get_absolute_url())
        assert "Is repeated by" in text
        assert other.get_absolute_url() in text
        assert "Once more." in text
        assert ">Repeats<" in page(client, other.get_absolute_url())

    def test_a_remark_in_several_outlets_shows_their_words_and_how_they_are_counted(
        self, client: Client
    ) -> None:
        one = factories.published("Assessments were inaccurate and unfair.")
        other = factories.published("Assessments were false and unfair.")
        relating.relate(statement=one, target=other, kind="same-remark", by=None)
        text = page(client, one.get_absolute_url())
        assert "2 independent outlets" in text
        assert "<del>inaccurate</del> <ins>false</ins>" in text
        assert "/method/#independence" in text
        workflow.withdraw(record=other, by=None, reason="An error.")
        text = page(client, one.get_absolute_url())
        assert "independent outlet" not in text
        assert "Relations" not in text

    def test_nothing_is_said_of_what_stands_alone(self, client: Client) -> None:
        text = page(client, factories.published().get_absolute_url())
        assert 'id="relations"' not in text
        assert 'id="corroboration"' not in text
