"""The page and the file of positions: one class a view."""

import csv

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import demo, factories
from tests.statements.holding import published
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestPositionList:
    def test_a_row_tells_who_when_where_and_on_which_words(self, client: Client) -> None:
        speaker = factories.speaker("Ann")
        role = speaker.roles.create(title="Vice-chair")
        placement = factories.placement(factories.ranking("Report"), year=2022)
        published(
            "2022-08-12", speaker=speaker, role=role, placement=placement, text="It is unjust."
        )
        text = page(client, "/positions/")
        for words in (
            "12 August 2022", "Ann", "Vice-chair", "5. Rejects as unjust", "Report 2022, Cambodia",
            "It is unjust.", "Word for word", "1 position", "The first on record.",
        ):  # fmt: skip
            assert words in text, words

    def test_the_shift_stands_with_both_quotations(self, client: Client) -> None:
        first = published("2010-06", "welcomes", text="Good news.")
        published(
            "2022-08-12", speaker=first.speaker, placement=first.placement, text="It is unjust."
        )
        text = page(client, "/positions/?since=2022")
        for words in ("Reversed", "Good news.", "It is unjust.", "2 statements, June 2010"):
            assert words in text, words

    def test_what_cannot_be_read_is_refused_by_name(self, client: Client) -> None:
        published()
        text = page(client, "/positions/?stance=boasts", status=400)
        assert "<code>stance</code>" in text
        assert "Rejects as unjust" not in text

    def test_an_empty_register_says_so(self, client: Client) -> None:
        assert "No position is recorded here yet." in page(client, "/positions/")

    def test_the_number_of_queries_does_not_grow(self, client: Client) -> None:
        asked = []
        placement = factories.placement()
        for _round in range(3):
            for year in range(2015, 2018):
                published(str(year), placement=placement)
            with CaptureQueriesContext(connection) as queries:
                page(client, "/positions/")
            asked.append(len(queries))
        assert asked[0] == asked[1] == asked[2]


class TestPositionsAsData:
    def rows(self, client: Client, query: str = "") -> list[dict[str, str]]:
        answer = client.get(f"/positions.csv{query}")
        assert answer.status_code == 200
        text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
        return list(csv.DictReader(text.splitlines()))

    def test_it_holds_the_selection_of_the_page_in_its_order(self, client: Client) -> None:
        demo.load()
        rows = self.rows(client, "?speaker=chou-bun-eng&order=oldest")
        assert [row["as_of"] for row in rows] == [
            "2010-06", "2020-07-29", "2021-07", "2022-07-20", "2022-07", "2022-08-12",
        ]  # fmt: skip
        assert [row["shift"] for row in rows] == [
            "", "reversed", "hardened", "not-compared", "hardened", "held",
        ]  # fmt: skip
        assert rows[4]["compared_with"] == rows[2]["id"]
        assert rows[3]["not_compared"] == "no-order"

    def test_a_bad_value_is_refused_in_plain_text(self, client: Client) -> None:
        answer = client.get("/positions.csv?stance=boasts")
        assert answer.status_code == 400
        assert answer["Content-Type"].startswith("text/plain")
        assert answer.content.startswith(b"stance:")
