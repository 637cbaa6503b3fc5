from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from statements.postings import worker
from tests import factories, register
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(text: str) -> list[str]:
    root = ET.fromstring(text)  # noqa: S314  # our own
    return [one.text or "" for one in root.iter(f"{NS}loc")]


class TestRobots:
    def test_all_but_the_editors_rooms_may_be_read(self, client: Client) -> None:
        rules = RobotFileParser()
        rules.parse(page(client, "/robots.txt").splitlines())
        assert rules.can_fetch("any", "/statements/?topic=x")
        assert not rules.can_fetch("any", "/admin/login/")
        assert rules.site_maps() == ["http://testserver/sitemap.xml"]


class TestSitemapIndex:
    def test_it_leads_to_every_section_and_these_to_pages_that_answer(self, client: Client) -> None:
        register.make()
        sections = locations(page(client, "/sitemap.xml"))
        assert len(sections) == 8
        for section in sections:
            for address in locations(page(client, section.removeprefix("http://testserver"))):
                page(client, address.removeprefix("http://testserver"))


class TestSitemap:
    def test_every_statement_stands_there_with_its_last_change(self, client: Client) -> None:
        statement = factories.published()
        factories.draft()
        text = page(client, "/sitemap-statements.xml")
        assert locations(text) == [f"http://testserver{statement.get_absolute_url()}"]
        assert text.count("<lastmod>") == 1

    def test_what_is_not_there_is_not_found_or_refused(self, client: Client) -> None:
        page(client, "/sitemap-secrets.xml", 404)
        assert "“p”" in page(client, "/sitemap-statements.xml?p=9", 400)
        assert "“p”" in page(client, "/sitemap-statements.xml?p=x", 400)

    def test_more_records_cost_no_more_queries(
        self, client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for _ in range(5):
            factories.published()
        for section in ("statements", "speakers", "sources", "outlets"):
            worker.current()
            with django_assert_num_queries(3):  # what changed, how many, and all of them
                page(client, f"/sitemap-{section}.xml")
