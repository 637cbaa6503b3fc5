from typing import Any

import pytest
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from statements.timeline import Timeline
from tests import factories

pytestmark = pytest.mark.django_db


def timeline(address: str = "/statements/", **fixed: Any) -> Timeline:
    return Timeline(RequestFactory().get(address), **fixed)


def shown(found: Timeline) -> list[int]:
    return [one.pk for one in found.page.statements]


def test_what_the_page_stands_for_holds_whatever_the_address_says() -> None:
    ann = factories.published(speaker=factories.speaker(slug="ann"))
    factories.published(speaker=factories.speaker(slug="bo"))
    found = timeline("/speakers/ann/?speaker=bo&kind=quotation", speaker=ann.speaker)
    assert shown(found) == [ann.pk]
    assert [chip.label for chip in found.chips] == ["Kind"]
    assert "speaker" not in [facet.name for facet in found.facets]


def test_links_lead_there_and_back(settings: Settings) -> None:
    settings.PAGE_SIZE = 2
    made = [factories.published(said_on=f"2022-0{month}") for month in range(1, 6)]
    first = timeline("/statements/?kind=quotation&q=")
    assert (first.count, first.previous_url) == (5, "")
    second = timeline(first.next_url)
    assert shown(second) == [made[2].pk, made[1].pk]
    assert "kind=quotation" in second.previous_url
    assert shown(timeline(second.previous_url)) == [made[4].pk, made[3].pk]
    assert timeline(second.next_url).next_url == ""


def test_years_and_months_are_the_rails() -> None:
    for day in ("2024-12-12", "2022-08-12", "2022-08", "2022"):
        factories.published(said_on=day)
    rails = [
        (year, [(month, len(rows)) for month, rows in months]) for year, months in timeline().years
    ]
    assert rails == [("2024", [("2024-12", 1)]), ("2022", [("", 1), ("2022-08", 2)])]


def test_the_most_relevant_first_on_demand() -> None:
    plain = factories.published("Cases rose. We act.", said_on="2024")
    dense = factories.published("Cases, cases and cases.", said_on="2005")
    assert shown(timeline("/statements/?q=cases")) == [plain.pk, dense.pk]
    found = timeline("/statements/?q=cases&order=relevance")
    assert shown(found) == [dense.pk, plain.pk]
    ((year, ((month, rows),)),) = found.years
    assert (year, month) == ("", "")
    assert [row.pk for row in rows] == [dense.pk, plain.pk]


def test_relevance_is_offered_only_for_a_search() -> None:
    assert [name for name, _ in timeline().orders] == ["Newest first", "Oldest first"]
    found = timeline("/statements/?q=cases")
    assert [name for name, _ in found.orders] == [
        "Newest first",
        "Oldest first",
        "Most relevant first",
    ]


def test_every_order_but_the_one_that_holds_has_an_address() -> None:
    found = timeline("/statements/?order=oldest&kind=quotation").orders
    assert [href for _, href in found] == ["/statements/?order=newest&kind=quotation", ""]


def test_what_cannot_be_read_shows_nothing_and_loses_nothing() -> None:
    factories.published(speaker=factories.speaker(slug="ann"))
    found = timeline("/statements/?since=soon&speaker=ann&order=oldest")
    assert (found.http_status, shown(found), found.facets) == (400, [], [])
    assert [name for name, _ in found.errors] == ["since"]
    assert found.carried == [("speaker", "ann"), ("order", "oldest")]


@pytest.mark.parametrize(
    ("query", "leads_to"),
    [
        ("", ""),
        ("order=oldest", ""),
        ("since=soon", ""),
        ("since=2022&order=oldest&until=", "/dossier/?since=2022"),
        ("q=we+act&order=relevance&after=2022-01-01_2022-01-01_1", "/dossier/?q=we%20act"),
    ],
)
def test_a_selection_leads_to_its_dossier(query: str, leads_to: str) -> None:
    assert Timeline(RequestFactory().get(f"/statements/?{query}")).dossier_url == leads_to


def test_what_a_page_stands_for_is_in_its_dossier() -> None:
    speaker = factories.published().speaker
    assert speaker is not None
    timeline = Timeline(RequestFactory().get("/x/?since=2020"), speaker=speaker.slug)
    assert timeline.dossier_url == f"/dossier/?since=2020&speaker={speaker.slug}"
