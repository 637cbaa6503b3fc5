"""A dossier on paper: A4, numbered, nothing left out that a reader of the paper alone needs."""

import io
import unicodedata
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import Open, browsing
from tests.browser.contexts import Contexts

DOSSIER = "/dossier/?speaker=chou-bun-eng"
A4 = (595, 842)  # points


@pytest.fixture(scope="module")
def sheets(contexts: Contexts, site: str) -> list[Any]:
    """The pages of the dossier as Chromium prints it."""
    with contextmanager(browsing)(contexts, site) as open_page:
        printed = open_page(DOSSIER).pdf(prefer_css_page_size=True)
    return list(PdfReader(io.BytesIO(printed)).pages)


@pytest.fixture(scope="module")
def texts(sheets: list[Any]) -> list[str]:
    """The text of each page in one line, its ligatures undone."""
    return [
        " ".join(unicodedata.normalize("NFKC", sheet.extract_text()).split()) for sheet in sheets
    ]


def test_every_sheet_is_a4_and_numbered(sheets: list[Any], texts: list[str]) -> None:
    assert len(sheets) > 3
    for number, (sheet, text) in enumerate(zip(sheets, texts, strict=True), start=1):
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
        assert f"{number} / {len(sheets)}" in text


def test_it_opens_with_what_it_covers_and_where_it_stands(texts: list[str]) -> None:
    first = texts[0]
    for words in (
        "Speaker: Chou Bun Eng", "21 statements, June 2010 – 27 August 2022", "from 9 sources",
        "between June 2010 and 29 July 2020", DOSSIER,
    ):  # fmt: skip
        assert words in first, words
    assert "Statements Speakers Topics" not in first


def test_no_heading_is_parted_from_what_it_heads(texts: list[str]) -> None:
    for heading, following in (
        ("What was said", "Finds the step up to Tier 2 rather good."),
        ("Positions and shifts", "The first on record."),
        ("The same placements, the newest first", "2025 Tier 3"),
        ("How to read this", "A quotation is evidence"),
    ):
        (sheet,) = [text for text in texts if heading in text]
        assert following in sheet, heading


def test_sources_are_printed_with_their_addresses(texts: list[str]) -> None:
    whole = " ".join(texts).replace(" ", "")
    for address in (
        "https://www.phnompenhpost.com/national/interior-ministry-lauds-anti-trafficking-work",
        "https://m.freshnewsasia.com/index.php/en/localnews/255217-2022-08-27-09-20-27.html",
    ):
        assert address in whole, address


@pytest.mark.parametrize("scripted", [True, False])
def test_a_filtered_list_leads_to_its_dossier(browse: Open, scripted: bool) -> None:
    page = browse("/statements/?topic=tip-ranking&since=2022", java_script_enabled=scripted)
    count = page.locator("#count").inner_text()
    page.get_by_role("link", name="Dossier for printing").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("TIP ranking")
    expect(page.locator(".dossier .lead")).to_contain_text(count)


def test_the_form_makes_one(browse: Open) -> None:
    page = browse("/dossier/")
    page.get_by_label("Speaker").select_option("Sar Kheng")
    page.get_by_label("Since").fill("2008")
    page.get_by_role("button", name="Make the dossier").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Speaker: Sar Kheng; Since: 2008")
    expect(page.locator(".briefs > li").first).to_be_visible()
