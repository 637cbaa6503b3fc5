"""What a researcher takes away from a filtered list, and what a correction leaves behind it."""

import csv
import io
import re
from pathlib import Path

import feedparser
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Page, expect

from tests.browser.conftest import LogIn, Open
from tests.browser.desk import press, saved

NUMBER = 10  # of the statement that is cited and corrected
LEFT_OUT = "We want Cambodia to be safe and peaceful for everyone,"  # what stays is word for word
NOTE = "The last sentence is another statement."


def test_a_filter_is_taken_away_cited_and_followed_through_a_correction(
    log_in: LogIn, browse_desk: Open
) -> None:
    reader = browse_desk("/statements/")
    filter_the_timeline(reader)
    shown = ids_on_the_page(reader)
    assert NUMBER in shown
    assert ids_in_the_csv(reader) == shown
    assert ids_in_the_feed(reader) == shown

    reader.locator(f"article.statement .words a[href^='/statements/{NUMBER}/']").click()
    words = reader.locator("blockquote.words").first.inner_text()
    assert LEFT_OUT[:-1] in words
    cite(reader)
    its_history_has_versions(reader, 1)

    correct(log_in("reviewer"))
    the_correction_is_told(reader)
    its_history_has_versions(reader, 2)
    the_old_words_stay(reader, words)


def filter_the_timeline(page: Page) -> None:
    """By two choices, so that what is left stands on one page."""
    page.get_by_role("checkbox", name="Chou Bun Eng").check()
    expect(page).to_have_url(re.compile(r"\?speaker=chou-bun-eng$"))
    page.get_by_role("checkbox", name="TIP ranking").check()
    expect(page).to_have_url(re.compile("topic=tip-ranking"))
    expect(page.get_by_role("link", name="Next")).to_have_count(0)
    shown = page.locator("article.statement").count()
    expect(page.locator("#count")).to_have_text(f"{shown} statements")


def ids_on_the_page(page: Page) -> list[int]:
    links = page.locator("article.statement .words a")
    paths = links.evaluate_all("links => links.map(link => link.pathname)")
    return [int(path.split("/")[2]) for path in paths]


def ids_in_the_csv(page: Page) -> list[int]:
    with page.expect_download() as download:
        page.get_by_role("navigation", name="Take this selection away").get_by_role(
            "link", name="CSV", exact=True
        ).click()
    assert (
        download.value.suggested_filename == "statements_speaker-chou-bun-eng_topic-tip-ranking.csv"
    )
    text = Path(download.value.path()).read_text(encoding="utf-8")
    return [int(row["id"]) for row in csv.DictReader(io.StringIO(text))]


def ids_in_the_feed(page: Page) -> list[int]:
    """By the address under which a feed reader finds it."""
    found = page.locator("link[rel=alternate][type='application/atom+xml']")
    answer = page.request.get(str(found.first.get_attribute("href")))
    feed = feedparser.parse(answer.body(), response_headers=answer.headers)
    assert (feed.bozo, feed.version) == (False, "atom10")
    return [int(entry.id.rpartition("/")[2]) for entry in feed.entries]


def cite(page: Page) -> None:
    """As plain text, and as the file that a bibliography takes."""
    expect(page.locator("pre.citation").first).to_contain_text("Chou Bun Eng")
    page.locator("#citations summary").click()
    link = page.get_by_role("link", name="Download .bib")
    with page.expect_download() as download:
        link.click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    library = parse_string(text)
    assert not library.failed_blocks
    assert len(library.entries) == 1
    assert "Chou" in str(library.entries[0].fields_dict)


def its_history_has_versions(page: Page, count: int) -> None:
    page.goto(f"/s/{NUMBER}/")
    page.get_by_role("link", name="All published versions of this record").click()
    expect(page.get_by_role("heading", name="Published versions of this record")).to_be_visible()
    expect(page.locator("ol.corrections > li")).to_have_count(count)


def correct(page: Page) -> None:
    page.goto(f"/admin/statements/statement/{NUMBER}/change/")
    words = page.locator("#id_text")
    words.fill(words.input_value().removesuffix(LEFT_OUT).rstrip())
    page.get_by_label("What did you correct, and why?").fill(NOTE)
    press(page, "Save")
    saved(page, "was changed successfully")


def the_correction_is_told(page: Page) -> None:
    """On the list of corrections with both wordings, from which a link leads to the statement."""
    page.goto("/corrections/")
    newest = page.locator("ol.corrections > li").first
    expect(newest).to_contain_text(NOTE)
    expect(newest.locator("del").first).to_contain_text(LEFT_OUT)
    newest.get_by_role("link", name=re.compile("Chou Bun Eng")).click()
    expect(page.locator("blockquote.words").first).not_to_contain_text(LEFT_OUT[:-1])
    expect(page.locator("#corrections + ol li").last).to_contain_text(NOTE)


def the_old_words_stay(page: Page, words: str) -> None:
    """Under the address to which citations of the first version lead."""
    page.get_by_role("link", name="Version 1", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?revision=1$"))
    notice = page.get_by_role("note")
    expect(notice).to_contain_text("Version 1, as it was published on")
    expect(notice).to_contain_text("The record was changed since.")
    expect(page.locator("blockquote.words").first).to_have_text(words)
