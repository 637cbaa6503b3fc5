"""The page that puts speakers side by side."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements.models import Speaker
from statements.positions.comparing import Comparison
from statements.postings import worker
from tests import factories
from tests.hostile import UNREADABLE, filtered
from tests.kept import kept
from tests.statements.holding import published
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db
TWO = "/compare/?speaker=ann&speaker=bo"
NAMES = ["speaker", "organisation", "period", "topic", "since"]


@pytest.fixture(autouse=True)
@kept
def _people() -> None:
    for slug, stance in (("ann", "welcomes"), ("bo", "dismisses")):
        published("2014", stance, speaker=factories.speaker(slug.title(), slug=slug))


class TestCompare:
    def test_nothing_asked_gives_the_form(self, client: Client) -> None:
        text = page(client, "/compare/")
        assert '<input type="checkbox" name="speaker" value="ann">' in text
        assert 'role="alert"' not in text

    def test_the_columns_tell_counts_dates_stances_and_words(self, client: Client) -> None:
        text = page(client, TWO)
        for words in ("1 statement", "1. Welcomes", "7. Dismisses", "Words of 2014.", "0 figures"):
            assert words in text, words
        assert text.count('<section class="compared"') == 2

    @pytest.mark.parametrize("query", ["speaker=ann", "speaker=ann&speaker=nobody", "topic=x"])
    def test_what_cannot_be_compared_is_said_above_the_form(
        self, client: Client, query: str
    ) -> None:
        text = page(client, f"/compare/?{query}", status=400)
        assert "<code>speaker</code>" in text
        assert "<form" in text

    def test_what_was_chosen_stays_in_the_form(self, client: Client) -> None:
        text = page(client, "/compare/?speaker=ann&period=2010..2012", status=400)
        assert 'name="speaker" value="ann" checked' in text
        assert 'value="2010..2012"' in text

    def test_hostile_values_are_escaped_and_refused(self, client: Client) -> None:
        for name in ("speaker", "organisation", "period", "topic", "ranking"):
            text = page(client, f'{TWO}&{name}="><b id=x>', status=400)
            assert "<b id=x>" not in text, name

    @pytest.mark.parametrize("name", NAMES)
    def test_what_cannot_be_read_is_a_400_whatever_it_is(self, client: Client, name: str) -> None:
        for number, value in enumerate(UNREADABLE):
            query = f"speaker=ann&{name}={value}"
            # The page answers as the comparison does: of each value one parameter is asked of it.
            if filtered(value) and number % len(NAMES) != NAMES.index(name):
                assert Comparison(QueryDict(query)).http_status == 400, value
            else:
                answer = client.generic("GET", "/compare/", QUERY_STRING=query)
                assert answer.status_code == 400, value[:80]

    def test_the_number_of_queries_does_not_grow(self, client: Client) -> None:
        asked = []
        ann = Speaker.objects.get(slug="ann")
        placement = factories.placement()
        for year in (2010, 2011, 2012):
            published(str(year), speaker=ann, placement=placement)
            worker.current()
            with CaptureQueriesContext(connection) as queries:
                page(client, TWO)
            asked.append(len(queries))
        assert asked[0] == asked[1] == asked[2]
