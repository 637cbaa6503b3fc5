"""What the pages tell, and to whom: one class a view."""

import csv
import html
import json
import re
from xml.dom import minidom

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.models import Ranking, Stance
from statements.postings import worker
from tests import factories
from tests.kept import kept
from tests.statements.charts.placing import place, take
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


@kept
def ranked() -> Ranking:
    """Two years of Cambodia, one with a position on it."""
    made = factories.ranking("TIP Report", slug="tip")
    statement = factories.draft("The downgrade is unjust.")
    placement = factories.placement(made, year=2022, code="3", evidence="The Post")
    factories.position(statement, placement=placement)
    workflow.publish(record=statement, by=None)
    workflow.publish(record=factories.placement(made, year=2021, code="2WL"), by=None)
    return made


@kept
def charted() -> Ranking:
    """Three countries, and three positions on one year of Cambodia."""
    made = factories.ranking("TIP Report", slug="tip")
    place(made, y2020="2", y2021="2WL", y2023="3")
    place(made, "TH", y2021="1", y2022="2")
    place(made, "VN", y2022="3")
    for day in ("2021-08-12", "2021-09", "2024"):
        take(made, 2021, day)
    return made


class TestRanking:
    @pytest.fixture(autouse=True)
    def ranking(self) -> None:
        self.ranking_of = ranked()

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

    def test_the_list_tells_where_the_home_country_stands_whatever_the_levels(
        self, client: Client
    ) -> None:
        place(factories.ranking("Press freedom", *"ABCDEF", slug="press"), y2020="E", y2021="F")
        workflow.publish(record=factories.ranking("Not begun", slug="bare"), by=None)
        text = page(client, "/rankings/")
        assert "Cambodia: Tier E in 2020, Tier F in 2021" in text
        for path in ("/rankings/press/cambodia/", "/rankings/tip/cambodia/", "/rankings/bare/"):
            assert f'href="{path}"' in text

    def test_a_country_without_placement_says_so_and_an_unknown_one_is_not_there(
        self, client: Client
    ) -> None:
        factories.country("LA", "Laos")
        assert "No placement of Laos" in page(client, "/rankings/tip/laos/")
        page(client, "/rankings/tip/atlantis/", status=404)

    def test_each_year_tells_its_edition_and_leads_to_its_statements(self, client: Client) -> None:
        text = html.unescape(page(client, "/rankings/tip/cambodia/"))
        assert "Date of release not known" in text
        assert "/statements/?ranking=tip&edition=2022" in text
        assert "edition=2021" not in text  # nothing is on record about that one

    def test_the_ranking_draws_the_way_of_each_country(self, client: Client) -> None:
        assert "Cambodia: Tier 2WL in 2021, Tier 3 in 2022" in page(client, "/rankings/tip/")

    def test_a_source_that_is_not_public_is_not_named(self, client: Client) -> None:
        hidden = factories.source("A leaked cable")
        edition = self.ranking_of.editions.get(year=2022)
        edition.source = hidden
        edition.save()
        assert "A leaked cable" not in page(client, "/rankings/tip/cambodia/")
        workflow.publish(record=hidden, by=None)
        assert "A leaked cable" in page(client, "/rankings/tip/cambodia/")


ADDRESS = "/rankings/tip/cambodia"
MARK = re.compile(r'<a class="mark [^"]+" [^>]*href="([^"#]+)"><title>([^<]*)</title>')
KNOT = re.compile(r"<title>([^<,]+), ([0-9]{4}): ([^<]+)</title>")
ROW = re.compile(r'<tr><th scope="row">([0-9]{4})</th><td>.*?</td>(.*?)</tr>')
LINKED = re.compile(r'<tr><td>([^<]+)</td>.*?<a href="([^"]+)">')


class TestChart:
    @pytest.fixture(autouse=True)
    def ranking(self) -> None:
        self.ranking_of = charted()

    def test_the_table_holds_what_the_chart_draws(self, client: Client) -> None:
        text = page(client, f"{ADDRESS}/?with=thailand")
        drawn = {(year, country, level) for country, year, level in KNOT.findall(text)}
        tabled = set()
        for year, cells in ROW.findall(text):
            named = re.findall(r"<td>(?:<span[^>]*>)?([^<]+)", cells)
            assert len(named) == 2
            countries = zip(("Cambodia", "Thailand"), named, strict=True)
            tabled |= {(year, country, level) for country, level in countries if level != "none"}
        assert drawn == tabled
        assert len(drawn) == 5

    def test_each_mark_and_its_row_lead_to_one_statement(self, client: Client) -> None:
        text = page(client, f"{ADDRESS}/")
        marks = dict(MARK.findall(text))
        rows = {address: day for day, address in LINKED.findall(text)}
        assert len(marks) == 3
        assert marks.keys() == rows.keys()
        for address, day in rows.items():
            assert marks[address].startswith(f"{day}, ")
            page(client, address)

    def test_the_drawing_travels_alone(self, client: Client) -> None:
        answer = client.get(f"{ADDRESS}.svg?with=thailand")
        assert answer.headers["Content-Type"] == "image/svg+xml"
        assert (
            answer.headers["Content-Disposition"] == 'inline; filename="tip-cambodia-thailand.svg"'
        )
        drawing = minidom.parseString(answer.content)  # noqa: S318 - our own answer
        links = [one.getAttribute("href") for one in drawing.getElementsByTagName("a")]
        assert len(links) == 4
        assert all(link.startswith("http://testserver/") for link in links)
        text = answer.content.decode()
        assert "TIP Report: Cambodia" in text
        assert "<style" not in text

    def test_what_xml_cannot_hold_does_not_break_the_drawing(self, client: Client) -> None:
        Stance.objects.filter(code="dismisses").update(label="<Dis&\x0bmisses>")
        minidom.parseString(client.get(f"{ADDRESS}.svg").content)  # noqa: S318 - our own answer

    def test_the_file_holds_the_same_placements(self, client: Client) -> None:
        answer = client.get(f"{ADDRESS}.csv?with=thailand")
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert 'filename="tip-cambodia-thailand.csv"' in answer.headers["Content-Disposition"]
        rows = list(csv.DictReader(answer.content.decode().splitlines()))
        assert len({(row["country"], row["edition"]) for row in rows}) == 5
        assert len([row for row in rows if row["claimant"]]) == 3

    def test_other_data_formats_hold_the_placements_as_the_ranking_has_them(
        self, client: Client
    ) -> None:
        answer = client.get(f"{ADDRESS}.json?with=thailand")
        assert 'filename="ranking-tip-cambodia.json"' in answer.headers["Content-Disposition"]
        placed = [(one["country"], one["edition"]) for one in answer.json()["results"]]
        assert sorted(placed) == [
            ("KH", 2020), ("KH", 2021), ("KH", 2023), ("TH", 2021), ("TH", 2022),
        ]  # fmt: skip
        lines = client.get(f"{ADDRESS}.jsonl").getvalue().splitlines()
        assert {json.loads(line)["country"] for line in lines} == {"KH"}
        assert "<title>TIP Report: Cambodia" in page(client, f"{ADDRESS}.atom")
        page(client, "/rankings/tip/atlantis.json", status=404)

    def test_downloads_keep_the_countries_beside(self, client: Client) -> None:
        text = page(client, f"{ADDRESS}/?with=thailand&with=vietnam&with=cambodia")
        for extension in ("svg", "csv"):
            assert f'href="{ADDRESS}.{extension}?with=thailand&amp;with=vietnam"' in text
        assert text.count(" checked") == 2

    def test_an_unknown_country_beside_is_refused_by_name(self, client: Client) -> None:
        factories.country("LA", "Laos")  # known, but has no place in this ranking
        for extension in ("/", ".svg", ".csv", ".json"):
            path = f"{ADDRESS}{extension}"
            for slug in ("laos", "atlantis", "%3Cb%3E"):
                assert "“with”" in page(client, f"{path}?with={slug}", status=400)

    def test_where_nothing_is_placed_there_is_no_drawing_but_a_file_with_a_head(
        self, client: Client
    ) -> None:
        factories.country("LA", "Laos")
        text = page(client, "/rankings/tip/laos/")
        assert "<figure" not in text
        page(client, "/rankings/tip/laos.svg", status=404)
        assert page(client, "/rankings/tip/laos.csv").startswith("id,country,edition")
        page(client, "/rankings/tip/atlantis.svg", status=404)

    def test_more_of_everything_needs_no_more_queries(self, client: Client) -> None:
        paths = (
            "/rankings/",
            "/rankings/tip/",
            f"{ADDRESS}/?with=thailand",
            f"{ADDRESS}.csv",
            f"{ADDRESS}.svg",
        )
        worker.current()
        before = [queries(client, path) for path in paths]
        for n in range(4):
            place(self.ranking_of, f"X{n}", y2020="1", y2021="2", y2022="3")
            take(self.ranking_of, 2020 + n % 2, "2024-01-10", "welcomes")
            place(factories.ranking(f"Ranking {n}"), y2020="1", y2021="2")
        assert [queries(client, path) for path in paths] == before
        assert max(before) <= 15


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        page(client, path)
    return len(captured)
