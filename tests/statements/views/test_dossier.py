"""The dossier as a page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements import dossier, workflow
from statements.models import Position
from statements.postings import worker
from tests import factories, register
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestDossier:
    def test_without_a_filter_it_asks_for_one(self, client: Client) -> None:
        made = register.make()
        text = page(client, "/dossier/")
        assert "Make the dossier" in text
        assert f'value="{made.speaker.slug}"' in text
        assert register.TEXT not in text

    def test_it_tells_all_that_the_register_can_say(self, client: Client) -> None:
        made = register.make()
        text = " ".join(page(client, f"/dossier/?speaker={made.speaker.slug}").split())
        for words in (
            f"Speaker: {made.speaker}</h1>",
            "1 statement, 12 August 2022, from 1 source.",
            "No gap of three months or more.",
            "That nothing is recorded does not mean that nothing was said.",
            "12 August 2022",
            "Minister",
            f"“{register.TEXT}”",
            made.source.title,
            made.source.url,
            "Word for word",
            f"http://testserver/s/{made.statement.pk}/",
            "Rejects as unjust",
            "The first on record.",
            "359",
            "Tier 3",
            "How to read this",
            f"http://testserver/dossier/?speaker={made.speaker.slug}",
        ):
            assert words in text, words
        assert "Nobody is above it." not in text

    def test_gaps_are_named_and_vague_dates_said(self, client: Client) -> None:
        for day in ("2014", "2022-07", "2022-08-12", "2024-12-12"):
            factories.published(said_on=day)
        text = " ".join(page(client, "/dossier/?since=2000").split())
        assert "4 statements, 2014 – 12 December 2024, from 4 sources." in text
        assert "None before 2014, between 2014 and July 2022" in text
        assert "and between 12 August 2022 and 12 December 2024." in text
        assert "Of 2 statements only the month or the year is known" in text

    def test_what_is_left_out_is_said(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dossier, "MOST", 1)
        for _time in range(3):
            factories.published()
        text = page(client, "/dossier/?since=2000")
        assert "2 older statements fit as well and are left out" in text
        assert "holds the 1 newest" in text

    def test_a_published_exception_is_explained(self, client: Client) -> None:
        draft = factories.draft("Heard by our own reporter.", cite=factories.source())
        draft.citations.update(capture=None)
        draft.citations.get().source.captures.all().delete()
        workflow.override(record=draft, by=None, reason="A recording is kept.")
        workflow.publish(record=draft, by=None)
        text = page(client, "/dossier/?since=2000")
        assert "A recording is kept." in text
        assert "No stored text to check against" in text

    def test_an_empty_selection_says_so(self, client: Client) -> None:
        assert "Nothing in the register fits all of this." in page(client, "/dossier/?since=2100")

    @pytest.mark.parametrize("query", ["since=soon", "speaker=nobody", "edition=x", "q=%22%22"])
    def test_what_cannot_be_read_is_refused_by_name(self, client: Client, query: str) -> None:
        register.make()
        text = page(client, f"/dossier/?{query}", status=400)
        assert f"<code>{query.partition('=')[0]}</code>" in text
        assert register.TEXT not in text

    def test_filtered_lists_lead_to_their_dossier(self, client: Client) -> None:
        made = register.make()
        speaker = made.speaker.slug
        link = "Dossier for printing"
        assert link not in page(client, "/statements/")
        text = page(client, f"/statements/?speaker={speaker}&order=oldest")
        assert f'href="/dossier/?speaker={speaker}">{link}' in text
        text = page(client, f"/speakers/{speaker}/?since=2022")
        assert f'href="/dossier/?since=2022&amp;speaker={speaker}">{link}' in text

    def test_it_takes_the_same_queries_however_much_is_in_it(self, client: Client) -> None:
        made = register.make()
        counts = []
        worker.current()
        for first in (2000, 2010):
            with CaptureQueriesContext(connection) as queries:
                page(client, "/dossier/?since=2000")
            counts.append(len(queries))
            for year in range(first, first + 4):
                said = factories.draft(topics=[made.topic], said_on=str(year))
                placement = factories.placement(made.ranking, year=year)
                factories.position(said, placement=placement)
                factories.position(said, placement=factories.placement())
                factories.figure(said)
                workflow.publish(record=said, by=None)
        assert Position.objects.published().count() > 5
        assert counts[0] == counts[1]
