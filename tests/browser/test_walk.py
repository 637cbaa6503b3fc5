"""A reader's way from the first page down to the source, with nothing but the pages' own links."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open


@pytest.mark.parametrize("scripted", [True, False])
def test_from_the_front_page_by_a_mark_on_the_chart_to_the_source(
    browse: Open, scripted: bool
) -> None:
    page = browse("/", java_script_enabled=scripted)
    course = page.locator(".course")
    expect(course).to_contain_text("Tier 3")
    course.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/rankings/us-tip-report/cambodia/$"))
    mark = page.locator("a.mark", has_text="Chou Bun Eng").filter(has_text="12 August 2022")
    mark.click()
    expect(page).to_have_url(re.compile(r"/statements/\d+/chou-bun-eng-2022-08-12/$"))
    expect(page.get_by_role("heading", name="Position taken")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Rejects as unjust")
    outward = page.locator("a.source-link").first
    expect(outward).to_have_attribute("href", re.compile("^https?://"))
    expect(outward).to_have_attribute("rel", re.compile("noopener"))
    page.get_by_role("link", name="Interior ministry lauds anti-trafficking work").first.click()
    expect(page).to_have_url(re.compile(r"/sources/\d+/"))
    expect(page.get_by_role("link", name="Open the source")).to_have_attribute(
        "href", re.compile("^https?://")
    )


def test_a_mark_is_reached_and_followed_by_the_keyboard(browse: Open) -> None:
    page = browse("/rankings/us-tip-report/cambodia/")
    mark = page.locator("a.mark", has_text="Sar Kheng").first
    mark.focus()
    expect(mark).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/statements/\d+/sar-kheng-"))


def test_what_moved_last_leads_to_the_words_it_rests_on(browse: Open) -> None:
    page = browse("/")
    moved = page.locator("section", has=page.get_by_role("heading", name="What moved last"))
    moved.get_by_role("listitem").first.get_by_role("link").last.click()
    expect(page).to_have_url(re.compile(r"/statements/\d+/"))
    expect(page.get_by_role("heading", name="Position taken")).to_be_visible()


def test_a_new_figure_leads_to_its_row_in_the_table(browse: Open) -> None:
    page = browse("/")
    newest = page.locator("section", has=page.get_by_role("heading", name="Newest figures"))
    item = newest.get_by_role("listitem").first
    value = item.locator(".number").inner_text()
    item.get_by_role("link").last.click()
    expect(page.locator(":target")).to_contain_text(value)
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_navigation_says_where_the_reader_is(browse: Open) -> None:
    page = browse("/positions/?speaker=chou-bun-eng")
    head = page.get_by_role("navigation", name="Main")
    expect(head.locator("[aria-current]")).to_have_text("Positions")
    page.locator(".steps blockquote a").first.click()
    expect(head.locator("[aria-current]")).to_have_text("Statements")


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
def test_the_navigation_takes_two_lines_at_most(browse: Open, width: int) -> None:
    page = browse()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/statements/")
    tops = (
        page.get_by_role("navigation", name="Main")
        .get_by_role("link")
        .evaluate_all(
            "links => [...new Set(links.map(link => Math.round(link.getBoundingClientRect().top)))]"
        )
    )
    assert 1 <= len(tops) <= 2
