"""What the pages tell, and to whom: one class a view."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.models import Page
from tests import factories, register
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestHome:
    def test_an_empty_register_has_a_front_page(self, client: Client) -> None:
        text = page(client, "/")
        assert "All 0 statements" in text
        for absent in (
            "What moved last",
            "Newest figures",
            "Most heard",
            "sparkline",
            "word for word in a",
        ):
            assert absent not in text

    def test_it_shows_the_newest_and_the_home_countrys_standing(self, client: Client) -> None:
        Page.objects.create(slug="front", title="Trafficking, on record", body="Who said what.")
        workflow.publish(record=factories.placement(code="2WL"), by=None)
        factories.published("We will act.")
        text = page(client, "/")
        for words in ("Trafficking, on record", "Who said what.", "2WL", "We will act."):
            assert words in text

    def test_it_tells_what_the_register_holds(self, client: Client) -> None:
        register.make()
        text = " ".join(page(client, "/").split())
        for words in (
            '<dd><a href="/statements/">2</a></dd><dt>statements, 2022</dt>',
            '<dd><a href="/speakers/">1</a></dd><dt>speaker, and 1 body</dt>',
            '<dd><a href="/sources/">3</a></dd><dt>public sources</dt>',
            "2 of 2</a></dd><dt>quotations found word for word (100 %)</dt>",
        ):
            assert words in text, words

    def test_it_shows_what_moved_last_with_the_words_it_rests_on(self, client: Client) -> None:
        speaker, placement = factories.speaker("Sar Example"), factories.placement()
        for said_on, stance in (("2008", "welcomes"), ("2022-07", "disputes-as-unfair")):
            said = factories.draft(f"In {said_on}.", speaker=speaker, said_on=said_on)
            factories.position(said, stance, placement=placement)
            workflow.publish(record=said, by=None)
        text = " ".join(page(client, "/").split())
        assert "Reversed</strong>: from “Welcomes” (2008) to “Disputes as unfair”" in text
        assert "“In 2022-07.”" in text

    def test_it_shows_the_newest_figures_with_their_claimants(self, client: Client) -> None:
        made = register.make()
        text = page(client, "/")
        assert "359</strong>" in text
        address = f"/figures/{made.figure.indicator.code}/#figure-{made.figure.pk}"
        assert address in text
        assert f'id="figure-{made.figure.pk}"' in page(client, address)

    def test_it_takes_the_same_queries_however_many_rankings(self, client: Client) -> None:
        register.make()
        counts = []
        for _more in range(2):
            page(client, "/")  # the worker reads what it does not know yet
            with CaptureQueriesContext(
                connection,
            ) as queries:
                page(client, "/")
            counts.append(len(queries))
            for _ranking in range(3):
                workflow.publish(record=factories.placement(), by=None)
                said = factories.draft()
                factories.position(said, placement=factories.placement())
                factories.figure(said)
                workflow.publish(record=said, by=None)
        assert counts[0] == counts[1]
