"""Captures that are there: looked at, their bodies corrected, compared and listed."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sources.models import Source
from statements import workflow
from tests import factories
from tests.sources.admin.capture_forms import ADD, TEXT, add, change, page_of
from tests.sources.admin.test_records import log_in

pytestmark = pytest.mark.django_db


def body_form(**fields: Any) -> dict[str, Any]:
    return {"extent": "full", "body_start": 0, "body_end": "", **fields}


def test_what_lies_outside_the_body_is_shown_apart_and_escaped() -> None:
    capture = factories.capture(
        factories.source(), "<b>LOGO</b> Body. MOST", body_start=12, body_end=17
    )
    page = page_of(log_in("Contributor").get(change(capture)))
    assert '<span class="outside">&lt;b&gt;LOGO&lt;/b&gt; </span>' in page
    assert '<span class="body">Body.</span><span class="outside"> MOST</span>' in page
    assert "admin-captures.css" in page


def test_the_body_is_corrected_and_the_words_are_not() -> None:
    capture = factories.capture(factories.source(), "LOGO As printed.")
    changed = body_form(body_start=5, body_end=15, text="Forged.", method="fetched", sha256="0")
    assert log_in("Contributor").post(change(capture), changed).status_code == 302
    capture.refresh_from_db()
    assert (capture.body_start, capture.body_end) == (5, 15)
    assert (capture.text, capture.method) == ("LOGO As printed.", "pasted")


@pytest.mark.parametrize(
    "bounds",
    [
        {"body_start": 17}, {"body_end": 17}, {"body_start": 9, "body_end": 5},
        {"body_start": -1}, {"body_end": 10**20}, {"body_start": "x"}, {"body_start": ""},
    ],
    ids=str,
)  # fmt: skip
def test_a_body_lies_within_the_text(bounds: dict[str, Any]) -> None:
    capture = factories.capture(factories.source(), "LOGO As printed.")
    response = log_in("Contributor").post(change(capture), body_form(**bounds))
    assert "errornote" in page_of(response)
    capture.refresh_from_db()
    assert (capture.body_start, capture.body_end) == (0, None)


def test_the_body_in_a_published_source_is_for_those_who_publish() -> None:
    capture = factories.capture(workflow.publish(record=factories.source(), by=None), "Words.")
    assert log_in("Contributor").post(change(capture), body_form()).status_code == 403
    assert log_in("Reviewer").post(change(capture), body_form()).status_code == 302


def test_only_of_a_pasted_text_the_extent_can_be_corrected() -> None:
    for method, extent in (("pasted", "excerpts"), ("fetched", "full")):
        capture = factories.capture(factories.source(), "Words.", method=method)
        log_in("Contributor").post(change(capture), body_form(extent="excerpts"))
        capture.refresh_from_db()
        assert capture.extent == extent


def test_a_second_capture_shows_what_has_changed() -> None:
    source = factories.source()
    add(source, text="We do not deny it.")
    page = page_of(add(source, text="We never <i>deny it."))
    assert "<del>do not deny</del> <ins>never &lt;i&gt;deny</ins>" in page
    assert source.captures.count() == 2


def test_the_first_capture_shows_no_change() -> None:
    source = factories.source()
    add(source, text="First.")
    add(source, text="First.  ")
    second, first = source.captures.all()
    client = log_in("Contributor")
    assert "What has changed" not in page_of(client.get(change(first)))
    assert "No word; only blanks or line ends." in page_of(client.get(change(second)))


def test_the_list_shows_the_beginning_of_the_digest() -> None:
    capture = factories.capture(factories.source(), TEXT)
    assert capture.sha256[:12] in page_of(log_in("Contributor").get("/admin/sources/capture/"))


def source_page(source: Source, *groups: str) -> str:
    path = reverse("admin:sources_source_change", args=[source.pk])
    return page_of(log_in(*groups or ("Contributor",)).get(path))


def test_a_source_lists_its_captures() -> None:
    source = factories.source()
    capture = factories.capture(source, TEXT, extent="excerpts")
    page = source_page(source)
    assert f'<a href="{change(capture)}">' in page
    assert "<td>Excerpts</td>" in page
    assert f"{capture.sha256[:12]}</code>" in page


def test_a_source_lists_what_rests_on_it_with_its_state() -> None:
    source = factories.source()
    statement, other = factories.draft("We <b>will act.", cite=source), factories.draft("Other.")
    page = source_page(source)
    assert reverse("admin:statements_statement_change", args=[statement.pk]) in page
    assert reverse("admin:statements_statement_change", args=[other.pk]) not in page
    assert '<span class="state state-draft">Draft</span>' in page
    assert "We &lt;b&gt;will act." in page


def test_a_source_leads_to_a_new_capture_for_those_who_may() -> None:
    source = factories.source(url="https://news.example/?a=1&b=2")
    page = source_page(source)
    assert f'href="{ADD}?source={source.pk}"' in page
    assert "address=https%3A%2F%2Fnews.example%2F%3Fa%3D1%26b%3D2" in page
    workflow.publish(record=source, by=None)
    assert f"{ADD}?source=" not in source_page(source)
    assert f"{ADD}?source=" in source_page(source, "Reviewer")


def test_a_new_source_has_neither() -> None:
    page = page_of(log_in("Contributor").get("/admin/sources/source/add/"))
    assert "What rests on this source" not in page


def test_the_page_of_a_source_asks_as_often_for_many_as_for_few() -> None:
    source, client = factories.source(), log_in("Reviewer")
    counts = []
    for number in range(2):
        for part in range(3):
            factories.capture(source, f"{number} {part}")
            factories.draft(cite=source)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("admin:sources_source_change", args=[source.pk]))
        counts.append(len(queries))
    assert counts[0] == counts[1]
