from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from sources import capturing, fetching
from sources.capturing import Taken, from_address, from_file, from_text, keep, propose_body
from sources.fetching import Fault, FetchError, Page
from sources.models import Capture
from statements import workflow
from tests import factories
from tests.sources.test_extracting import PAGE, pdf

METADATA = {
    "title": "Minister speaks", "authors": "Dara Sok", "language": "en",
    "published_on": "2022-08-12", "site": "The Daily",
}  # fmt: skip


def refusal(call: Any, *arguments: Any, **options: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        call(*arguments, **options)
    return " ".join(caught.value.messages)


# --- Taking ---


def test_a_pasted_text_stays_as_it_is_but_for_the_line_ends_of_the_browser() -> None:
    text = "  “We will\nact,”\u200b she said. \n"
    assert from_text(text) == Taken(text, Capture.Method.PASTED)
    assert from_text(text.replace("\n", "\r\n")) == Taken(text, Capture.Method.PASTED)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("nul\0", "NUL"), (" \r\n", "no text"), ("x" * 1_000_001, "longer")],
    ids=["NUL", "blank", "long"],
)
def test_a_text_that_cannot_be_kept_is_refused(text: str, reason: str) -> None:
    assert reason in refusal(from_text, text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_plain_text_is_decoded_and_nothing_else(encoding: str) -> None:
    text = "“We will act,”\r\nស្ត្រី "
    taken = from_file(text.encode(encoding), "speech.TXT")
    assert taken == Taken(text, Capture.Method.UPLOADED, "speech.TXT")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x93We will act\x94", "not in UTF-8: byte 1 "), (b"\xff\xfea", "not in UTF-16"),
        (b"\xef\xbb\xbfok \xff", "not in UTF-8: byte"), (b"a\0b", "NUL"), (b"", "no text"),
        (b"\xff\xfe\0\0a\0\0\0", "NUL"), (b"x" * 10_000_001, "larger than 10 MB"),
        (b"\xed\xa0\x80", "not in UTF-8"),
    ],
    ids=lambda value: repr(value)[:24],
)  # fmt: skip
def test_a_plain_text_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    assert reason in refusal(from_file, data, "speech.txt")


@pytest.mark.parametrize("name", ["speech.docx", "speech", "", ".html/../x.exe", "page.html.zip"])
def test_other_files_are_refused(name: str) -> None:
    assert "Only files named" in refusal(from_file, b"PK\x03\x04", name)


def test_a_page_is_uploaded_with_what_it_tells_of_itself() -> None:
    taken = from_file(PAGE.encode(), "page.html")
    assert "“we will act”" in taken.text
    assert (taken.method, taken.origin, taken.metadata) == ("uploaded", "page.html", METADATA)


def test_a_pdf_is_told_by_its_beginning_whatever_its_name() -> None:
    assert from_file(pdf("We will act."), "report.html").text == "We will act."


def test_a_damaged_file_is_refused() -> None:
    assert "cannot be read" in refusal(from_file, b"%PDF-1.4 nothing", "report.pdf")


def test_hostile_html_is_refused_when_its_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capturing, "SECONDS", 0.8)
    attributes = " ".join(f"a{n}=1" for n in range(45_000))
    page = f"<html><body><p {attributes}>x</p>".encode()
    assert 340_000 < len(page) < 400_000
    assert "more time or memory" in refusal(from_file, page, "page.html")


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the next fetch gives."""
    given: dict[str, Any] = {}

    def fetch(url: str, *, agent: str) -> tuple[Page, bytes]:
        given["asked"] = (url, agent)
        if "fault" in given:
            raise FetchError(given["fault"], "what it said")
        return given["page"], given["data"]

    monkeypatch.setattr(fetching, "fetch", fetch)
    return given


def test_a_fetched_page_is_known_by_its_last_address(fetched: dict[str, Any]) -> None:
    fetched["page"] = Page("https://news.example/there", "text/plain", "")
    fetched["data"] = b"We will act."
    taken = from_address("https://news.example/", agent="On Record")
    assert taken == Taken("We will act.", Capture.Method.FETCHED, "https://news.example/there")
    assert fetched["asked"] == ("https://news.example/", "On Record")


@pytest.mark.parametrize("fault", Fault)
def test_every_reason_for_not_fetching_is_told(fetched: dict[str, Any], fault: Fault) -> None:
    fetched["fault"] = fault
    said = refusal(from_address, "https://news.example/", agent="On Record")
    assert said.endswith(".")
    assert "%" not in said
    assert ("what it said" in said) == (fault in {Fault.STATUS, Fault.TYPE, Fault.UNREACHABLE})


# --- Keeping ---

FETCHED = Taken("We will act.", Capture.Method.FETCHED, "https://n.example/a", METADATA)


@pytest.mark.django_db
class TestKeeping:
    def test_empty_fields_of_a_draft_are_filled_in(self) -> None:
        source = factories.source(" ", language="")
        kept = keep(taken=FETCHED, source=source)
        source.refresh_from_db()
        assert kept.filled == ["title", "authors", "language", "published_on"]
        assert (source.title, source.authors, source.language) == (
            "Minister speaks", "Dara Sok", "en",
        )  # fmt: skip
        assert str(source.published_on) == "2022-08-12"

    def test_what_is_entered_is_never_overwritten(self) -> None:
        source = factories.source("Ours", authors="Us", language="km", published_on="2022")
        assert keep(taken=FETCHED, source=source).filled == []
        source.refresh_from_db()
        assert (source.title, source.authors, source.language) == ("Ours", "Us", "km")
        assert str(source.published_on) == "2022"

    def test_nothing_is_filled_in_where_the_public_reads_it(self) -> None:
        source = workflow.publish(record=factories.source(), by=None)
        assert keep(taken=FETCHED, source=source).filled == []
        source.refresh_from_db()
        assert source.authors == ""
        assert source.status == "published"

    @pytest.mark.parametrize(
        "metadata",
        [
            {"authors": "x" * 301}, {"published_on": "12 August"}, {"published_on": "2022-02-30"},
            {"authors": ""}, {"authors": "nul\0"}, {"language": "English"}, {},
        ],
        ids=str,
    )  # fmt: skip
    def test_what_does_not_fit_is_no_proposal(self, metadata: dict[str, str]) -> None:
        source = factories.source(language="")
        taken = Taken("Words.", Capture.Method.UPLOADED, "a.html", metadata)
        assert keep(taken=taken, source=source).filled == []

    def test_a_fetch_notes_the_day_on_the_source_and_where_from(self) -> None:
        source = factories.source()
        kept = keep(taken=FETCHED, source=source, extent="excerpts")
        source.refresh_from_db()
        assert source.accessed_on == timezone.localdate()
        assert (kept.capture.extent, kept.capture.method) == ("full", "fetched")
        history = kept.capture.history.get()
        assert history.history_change_reason == "https://n.example/a"
        assert "https://n.example/a" in source.history.first().history_change_reason

    def test_an_address_longer_than_the_history_holds_is_cut(self) -> None:
        taken = Taken("Words.", Capture.Method.FETCHED, "https://n.example/" + "x" * 900)
        history = keep(taken=taken, source=factories.source()).capture.history.get()
        assert len(history.history_change_reason) == 100

    def test_only_a_pasted_text_may_be_an_excerpt(self) -> None:
        source = factories.source()
        kept = keep(taken=from_text("Words."), source=source, extent="excerpts")
        assert kept.capture.extent == "excerpts"
        source.refresh_from_db()
        assert source.accessed_on is None

    def test_a_second_text_leaves_the_first(self) -> None:
        source = factories.source()
        for text in ("One.", "Two."):
            keep(taken=from_text(text), source=source)
        assert [capture.text for capture in source.captures.all()] == ["Two.", "One."]

    def test_the_same_text_again_is_refused_with_its_day(self) -> None:
        source = factories.source(" ")
        factories.capture(source, FETCHED.text)
        said = refusal(keep, taken=FETCHED, source=source)
        assert f"already, captured on {timezone.localdate()}" in said
        source.refresh_from_db()
        assert (source.captures.count(), source.accessed_on, source.title) == (1, None, " ")

    def test_the_same_text_may_stand_in_two_sources(self) -> None:
        for _ in range(2):
            keep(taken=from_text("One."), source=factories.source())
        assert Capture.objects.count() == 2


# --- The body ---


def test_a_body_lies_within_its_text() -> None:
    article = "The minister spoke on Friday about the plan. " * 5
    text = f"NEWS DAILY\n\n{article}\n\nMOST VIEWED\n\nA"
    start, end = propose_body(text)
    assert 0 <= start < end <= len(text)
    assert "The minister spoke" in text[start:end]


def test_a_text_without_an_article_is_all_body() -> None:
    assert propose_body("MENU") == (0, 4)


def test_a_very_long_text_is_all_body() -> None:
    text = "LOGO\n\n" + "The minister spoke on Friday. " * 10_000
    assert propose_body(text) == (0, len(text))
