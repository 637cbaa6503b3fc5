"""Captures in the admin, and what rests on a source."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from sources import capturing, fetching
from sources.models import Capture
from statements import workflow
from tests import factories
from tests.sources.admin.capture_forms import ADD, TEXT, add, change, form, page_of, refused
from tests.sources.admin.test_records import log_in
from tests.sources.servers import answer, leads_to, serving
from tests.sources.test_extracting import PAGE, pdf

pytestmark = pytest.mark.django_db


# --- Adding ---


def test_a_pasted_text_is_kept_as_it_is_and_shown() -> None:
    response = add(factories.source(), text=f"  {TEXT}\r\n")
    capture = Capture.objects.get()
    assert (capture.text, capture.method, capture.extent) == (f"  {TEXT}\n", "pasted", "full")
    assert response.redirect_chain == [(change(capture), 302)]
    assert "We will act" in page_of(response)


def test_a_pasted_text_may_be_an_excerpt() -> None:
    add(factories.source(), text=TEXT, extent="excerpts")
    assert Capture.objects.get().extent == "excerpts"


def test_an_uploaded_page_fills_in_what_is_empty_and_says_so() -> None:
    source = factories.source(" ")
    upload = SimpleUploadedFile("page.html", PAGE.encode(), "application/octet-stream")
    page = page_of(add(source, upload=upload, extent="excerpts"))
    source.refresh_from_db()
    assert (source.title, source.authors) == ("Minister speaks", "Dara Sok")
    assert "Filled in from the page, please check: Title, Authors, Published on." in page
    assert Capture.objects.get().extent == "full"


def test_what_the_page_says_otherwise_is_told_and_left() -> None:
    source = factories.source("Ours")
    page = page_of(add(source, upload=SimpleUploadedFile("page.html", PAGE.encode())))
    assert "Title: the page gives “Minister speaks”, the source “Ours”." in page


def test_a_pdf_is_uploaded() -> None:
    add(factories.source(), upload=SimpleUploadedFile("report.pdf", pdf("We will act.")))
    capture = Capture.objects.get()
    assert (capture.text, capture.method) == ("We will act.", "uploaded")


def test_a_page_is_fetched_and_who_did_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MODULE", "tests.sources.admitting")
    source, client = factories.source(), log_in("Contributor")
    article = answer(PAGE.encode(), Content_Type="text/html; charset=utf-8")
    with serving({"/": leads_to("/article"), "/article": article}) as server:
        add(source, client, address=server.at("/"))
        assert server.asked[0][1]["User-Agent"] == "On Record"
    capture, entry = Capture.objects.get(), LogEntry.objects.get()
    source.refresh_from_db()
    assert "“we will act”" in capture.text
    assert (capture.method, source.accessed_on) == ("fetched", timezone.localdate())
    assert server.at("/article") in entry.change_message
    assert str(entry.user_id) == client.session["_auth_user_id"]
    assert capture.history.get().history_user_id == entry.user_id
    assert source.history.first().history_user_id == entry.user_id


def test_no_address_inside_is_fetched() -> None:
    with serving({"/": answer(PAGE.encode(), Content_Type="text/html")}) as server:
        response = add(factories.source(), address=server.at("/"))
        assert refused(response, "only public web sites")
        assert not server.asked


@pytest.mark.parametrize(
    "fields",
    [
        {}, {"text": ""}, {"text": TEXT, "address": "https://news.example/"},
        {"text": TEXT, "address": "https://news.example/", "extent": ""},
    ],
    ids=["nothing", "empty", "two", "two without extent"],
)  # fmt: skip
def test_one_of_the_three_ways_is_taken(fields: dict[str, Any]) -> None:
    assert refused(add(factories.source(), **fields), "one of the three")


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "NUL": ({"text": "nul\0"}, "Null characters"),
    "long": ({"text": "x" * 1_000_001}, "at most 1000000"),
    "blank": ({"text": " \r\n"}, "no text in it"),
    "scheme": ({"address": "file:///etc/passwd"}, "valid URL"),
    "port": ({"address": "https://n.example:99999/"}, "a browser could open"),
    "bracket": ({"address": "http://["}, "valid URL"),
    "long address": ({"address": "https://n.example/" + "x" * 1000}, "at most 1000"),
    "password": ({"address": "http://user:pw@[::1]/"}, "no address that can be fetched"),
    "empty file": ({"file": ("a.txt", b"")}, "empty"),
    "encoding": ({"file": ("a.txt", b"\x93x\x94")}, "not in UTF-8"),
    "NUL in file": ({"file": ("a.txt", b"a\0b")}, "NUL"),
    "other format": ({"file": ("a.docx", b"PK")}, "Only files named"),
    "broken PDF": ({"file": ("a.pdf", b"%PDF-1.4 x")}, "cannot be read"),
    "nested HTML": ({"file": ("a.html", b"<div>" * 68_000)}, "No text was found"),
    "extent": ({"text": TEXT, "extent": "half"}, "not one of the available choices"),
    "huge source": ({"text": TEXT, "source": "9" * 30}, "not one of the available choices"),
    "source in letters": ({"text": TEXT, "source": "abc"}, "not one of the available choices"),
    "NUL in source": ({"text": TEXT, "source": "nul\0"}, "Null characters"),
    "no source": ({"text": TEXT, "source": ""}, "This field is required"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_an_error_of_the_form(name: str) -> None:
    fields, reason = BAD[name]
    if "file" in fields:
        fields = {"upload": SimpleUploadedFile(*fields["file"])}
    assert refused(add(factories.source(), **fields), reason)


def test_hostile_html_is_an_error_of_the_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capturing, "SECONDS", 0.8)
    page = "<p " + " ".join(f"a{n}=1" for n in range(45_000)) + ">x"
    upload = SimpleUploadedFile("a.html", page.encode())
    assert refused(add(factories.source(), upload=upload), "more time or memory")


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capturing, "MAX_BYTES", 10)
    upload = SimpleUploadedFile("a.txt", b"x" * 11)
    assert refused(add(factories.source(), upload=upload), "larger than 10 MB")


def test_the_same_text_again_is_an_error_and_not_a_failure() -> None:
    source = factories.source()
    factories.capture(source, TEXT)
    response = add(source, text=TEXT)
    assert "has this very text already" in page_of(response)
    assert Capture.objects.count() == 1
    assert TEXT in page_of(response)  # what was pasted is not lost


def test_what_the_workflow_refuses_is_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: Any) -> None:
        raise workflow.WorkflowError(["Not today."])

    monkeypatch.setattr(workflow, "captured", refuse)
    assert refused(add(factories.source(), text=TEXT), "Not today.")


def test_what_rests_on_the_source_is_checked_against_a_new_capture() -> None:
    source = factories.source()
    statement = factories.draft("We will act", cite=source)
    add(source, text=TEXT)
    assert statement.citations.get().verification in {"exact", "typographic"}


def test_a_contributor_adds_no_capture_to_a_published_source() -> None:
    source = workflow.publish(record=factories.source(), by=None)
    assert refused(add(source, text=TEXT), "not yours to change")
    assert add(source, log_in("Reviewer"), text=TEXT).redirect_chain
    assert Capture.objects.count() == 1


def test_nothing_is_fetched_for_a_source_that_is_not_theirs_to_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetching, "MODULE", "tests.sources.admitting")
    source = workflow.publish(record=factories.source(), by=None)
    with serving({"/": answer(PAGE.encode(), Content_Type="text/html")}) as server:
        assert refused(add(source, address=server.at("/")), "not yours to change")
        assert not server.asked


def test_a_source_published_while_a_page_was_fetched_is_not_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = factories.source()

    def take(text: str) -> capturing.Taken:
        workflow.publish(record=source, by=None)
        return capturing.Taken(text, Capture.Method.PASTED)

    monkeypatch.setattr(capturing, "from_text", take)
    assert refused(add(source, text=TEXT), "not yours to change")


def test_who_may_not_add_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MODULE", "tests.sources.admitting")
    source = factories.source()
    with serving({"/": answer(PAGE.encode(), Content_Type="text/html")}) as server:
        for client in (log_in(), Client()):
            response = client.post(ADD, form(source, address=server.at("/")))
            assert response.status_code in {302, 403}
        assert not server.asked
    assert not Capture.objects.exists()


def test_the_form_is_opened_with_a_source_and_an_address() -> None:
    source = factories.source("A report")
    url = f"{ADD}?source={source.pk}&address=https%3A%2F%2Fnews.example%2Fa"
    page = page_of(log_in("Contributor").get(url))
    assert 'value="https://news.example/a"' in page
    assert "A report" in page
    assert 'enctype="multipart/form-data"' in page


@pytest.mark.parametrize("query", ["source=abc", "source=" + "9" * 30, "extent=x", "x=y"])
def test_no_address_breaks_the_form(query: str) -> None:
    assert log_in("Contributor").get(f"{ADD}?{query}").status_code == 200


def test_a_form_in_a_pop_up_hands_the_capture_over() -> None:
    client, source = log_in("Contributor"), factories.source()
    assert 'name="_popup"' in page_of(client.get(f"{ADD}?_popup=1&_to_field=id"))
    response = client.post(ADD, form(source, text=TEXT, _popup="1", _to_field="id"))
    assert f"&quot;value&quot;: &quot;{Capture.objects.get().pk}&quot;" in page_of(response)


def test_a_pop_up_asks_for_no_other_field() -> None:
    for field in ("text", "no_such_field"):
        assert log_in("Contributor").get(f"{ADD}?_to_field={field}").status_code == 400


# --- Looking, and correcting the body ---


# --- With the source ---
