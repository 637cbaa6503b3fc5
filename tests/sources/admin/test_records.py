"""Outlets and sources in the admin."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sources.models import Country, Outlet, Source
from statements import workflow
from tests import factories

pytestmark = pytest.mark.django_db


def log_in(*groups: str) -> Client:
    client = Client()
    person = factories.staff(*groups)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def source_form(**fields: Any) -> dict[str, Any]:
    entered = {"outlet": factories.outlet().pk, "kind": "article", "language": "en"}
    return {**entered, "title": "A report", "url": "https://news.example/report", **fields}


ADD = "/admin/sources/source/add/"


def test_a_contributor_enters_a_source_as_a_draft() -> None:
    assert log_in("Contributor").post(ADD, source_form(published_on="2014-06")).status_code == 302
    made = Source.objects.get()
    assert (made.status, str(made.published_on)) == ("draft", "2014-06")


def test_an_address_recorded_already_is_an_error_that_leads_to_it() -> None:
    first = factories.source(url="https://news.example/report")
    form = source_form(url="http://www.news.example/report/?utm_source=mail")
    page = log_in("Contributor").post(ADD, form).content.decode()
    link = reverse("admin:sources_source_change", args=[first.pk])
    assert f'already: <a href="{link}">' in page
    assert page.count("is recorded already") == 1


def test_the_title_of_the_other_source_is_escaped() -> None:
    factories.source("<b>bold</b>", url="https://news.example/report")
    page = log_in("Contributor").post(ADD, source_form()).content.decode()
    assert "<b>bold</b>" not in page
    assert "&lt;b&gt;bold" in page


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "https://news.example:99999/"}, {"url": "javascript:alert(1)"}, {"url": "http://["},
        {"url": "https://news.example/?q=" + "é" * 900}, {"url": "https://n.example/" + "x" * 1000},
        {"title": "x" * 301}, {"title": "nul\0"}, {"published_on": "0000"}, {"outlet": "abc"},
        {"outlet": "9" * 30}, {"accessed_on": "0000-00-00"}, {"cites": ["abc"]},
        {"cites": ["9" * 30]}, {"archived_on": "2022-01-01"}, {"language": "English"},
    ],
    ids=lambda fields: str(fields)[:50],
)  # fmt: skip
def test_bad_input_is_an_error_of_the_form(fields: dict[str, Any]) -> None:
    response = log_in("Contributor").post(ADD, source_form(**fields))
    assert response.status_code == 200
    assert b"errornote" in response.content
    assert not Source.objects.exists()


def test_a_published_source_is_for_those_who_publish() -> None:
    source = workflow.publish(record=factories.source(), by=None)
    path = reverse("admin:sources_source_change", args=[source.pk])
    form = source_form(outlet=source.outlet_id)
    assert log_in("Editor").post(path, form).status_code == 403
    assert log_in("Reviewer").post(path, form).status_code == 302


def test_publishing_a_source_publishes_its_outlet() -> None:
    assert log_in("Reviewer").post(ADD, source_form(_publish="1")).status_code == 302
    assert Outlet.objects.get().is_published


def test_the_public_page_of_a_published_source_is_linked() -> None:
    source = workflow.publish(record=factories.source(), by=None)
    path = reverse("admin:sources_source_change", args=[source.pk])
    page = log_in("Reviewer").get(path).content.decode()
    assert f'href="/sources/{source.pk}/{source.slug}/" class="viewsitelink"' in page


def test_lists_count_the_statements() -> None:
    factories.draft()
    for name, column in (("source", "statement_count"), ("outlet", "statement_count")):
        page = log_in("Editor").get(f"/admin/sources/{name}/").content.decode()
        assert f'<td class="field-{column}">1</td>' in page


def test_a_country_needs_its_code_in_capitals() -> None:
    form = {"iso2": "kh", "name": "Cambodia", "slug": "cambodia"}
    assert (
        b"Two capital letters" in log_in("Editor").post("/admin/sources/country/add/", form).content
    )
    assert not Country.objects.exists()
