"""Choosing statements, with the script and without: the same lists, counts and addresses."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

BOTH_WAYS = pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])


def count(page: Page) -> Any:
    return expect(page.locator("#count"))


def apply(page: Page, scripted: bool) -> None:
    """Without the script a choice waits for the button."""
    if not scripted:
        page.get_by_role("button", name="Apply").click()


def topic(page: Page, name: str = "TIP ranking") -> Any:
    return page.get_by_role("group", name="Topic").get_by_role("checkbox", name=name)


@BOTH_WAYS
def test_ticking_a_topic_narrows_the_list_and_changes_the_address(
    browse: Open, scripted: bool
) -> None:
    page = browse("/statements/", java_script_enabled=scripted)
    count(page).to_have_text("55 statements")
    topic(page).check()
    apply(page, scripted)
    count(page).to_have_text("28 statements")
    expect(page).to_have_url(re.compile(r"/statements/\?(.*&)?topic=tip-ranking(&|$)"))
    expect(topic(page)).to_be_checked()


@BOTH_WAYS
def test_two_choices_of_one_filter_widen_it(browse: Open, scripted: bool) -> None:
    page = browse("/statements/?speaker=sar-kheng", java_script_enabled=scripted)
    count(page).to_have_text("5 statements")
    page.get_by_role("checkbox", name="Sar Sokha").check()
    apply(page, scripted)
    count(page).to_have_text("8 statements")


@BOTH_WAYS
def test_a_chip_takes_its_filter_off_and_leaves_the_others(browse: Open, scripted: bool) -> None:
    page = browse("/statements/?topic=tip-ranking&speaker=sar-kheng", java_script_enabled=scripted)
    chips = page.get_by_role("list", name="Filters in force")
    expect(chips.get_by_role("listitem")).to_have_count(3)
    chips.get_by_role("link", name="Topic: TIP ranking").click()
    count(page).to_have_text("5 statements")
    expect(chips.get_by_role("listitem")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"/statements/\?speaker=sar-kheng$"))
    chips.get_by_role("link", name="Clear all").click()
    count(page).to_have_text("55 statements")
    expect(chips).to_be_hidden()


@BOTH_WAYS
def test_the_pages_of_a_list_follow_one_another_and_lead_back(browse: Open, scripted: bool) -> None:
    page = browse("/statements/?topic=tip-ranking", java_script_enabled=scripted)
    statements = page.locator("article.statement")
    expect(statements).to_have_count(20)
    first = statements.first.get_attribute("id")
    page.get_by_role("link", name="Next").click()
    expect(statements).to_have_count(8)
    expect(page).to_have_url(re.compile(r"topic=tip-ranking&after="))
    count(page).to_have_text("28 statements")
    page.get_by_role("link", name="Previous").click()
    expect(statements).to_have_count(20)
    expect(page.locator(f"#{first}")).to_be_visible()


@BOTH_WAYS
def test_a_search_marks_what_it_found(browse: Open, scripted: bool) -> None:
    page = browse("/statements/", java_script_enabled=scripted)
    page.get_by_role("searchbox", name="Search these statements").fill('"do not deny"')
    page.get_by_role("searchbox", name="Search these statements").press("Enter")
    count(page).to_have_text("2 statements")
    expect(page.locator("article.statement mark").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"q=%22do(\+|%20)not(\+|%20)deny%22"))


@BOTH_WAYS
def test_a_search_in_khmer_finds_its_speaker(browse: Open, scripted: bool) -> None:
    page = browse("/", java_script_enabled=scripted)
    page.get_by_role("searchbox").fill("ប៊ុនអេង")
    page.get_by_role("button", name="Search").click()
    count(page).to_have_text("21 statements")


@BOTH_WAYS
def test_a_bad_date_is_named_and_everything_else_is_kept(browse: Open, scripted: bool) -> None:
    address = "/statements/?topic=tip-ranking&q=unfair"
    page = browse(address, refused=True, java_script_enabled=scripted)
    kept = page.locator("#count").inner_text()
    page.get_by_label("Since").fill("2022-02-30")
    page.get_by_label("Since").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("since: Enter a date that exists")
    expect(page.locator("article.statement")).to_have_count(0)
    expect(page.get_by_label("Since")).to_have_value("2022-02-30")
    page.get_by_label("Since").fill("")
    page.get_by_label("Since").press("Enter")
    count(page).to_have_text(kept)
    expect(topic(page)).to_be_checked()
    expect(page.get_by_role("searchbox")).to_have_value("unfair")


@BOTH_WAYS
def test_the_order_turns_round(browse: Open, scripted: bool) -> None:
    page = browse("/statements/", java_script_enabled=scripted)
    expect(page.locator(".year > .rail").first).to_have_text("2024")
    page.get_by_role("link", name="Oldest first").click()
    expect(page.locator(".year > .rail").first).to_have_text("2002")
    topic(page).check()
    apply(page, scripted)
    count(page).to_have_text("28 statements")
    expect(page.locator(".year > .rail").first).to_have_text("2002")


@BOTH_WAYS
def test_nothing_found_says_what_to_do(browse: Open, scripted: bool) -> None:
    page = browse("/statements/?q=zzzz", java_script_enabled=scripted)
    expect(page.get_by_text("Nothing in the register fits all of this.")).to_be_visible()
    page.locator(".empty").get_by_role("link", name="All statements").click()
    count(page).to_have_text("55 statements")


@BOTH_WAYS
def test_a_speakers_page_filters_the_speakers_statements_only(browse: Open, scripted: bool) -> None:
    page = browse("/speakers/hun-manet/", java_script_enabled=scripted)
    count(page).to_have_text("16 statements")
    topic(page).check()
    apply(page, scripted)
    expect(page).to_have_url(re.compile(r"/speakers/hun-manet/\?(.*&)?topic=tip-ranking"))
    expect(page.locator(".statement .who a").first).to_have_text("Hun Manet")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hun Manet")


def test_the_script_swaps_the_list_alone_says_the_count_and_keeps_the_focus(browse: Open) -> None:
    page = browse("/statements/")
    page.evaluate("document.body.dataset.kept = 'yes'")
    topic(page).focus()
    page.keyboard.press("Space")
    expect(page.locator("#announcement")).to_have_text("28 statements")
    expect(page.locator("#announcement")).to_have_role("status")
    expect(topic(page)).to_be_focused()
    expect(page.locator("body")).to_have_attribute("data-kept", "yes")


def test_a_filter_that_was_opened_stays_open_when_its_last_choice_goes(browse: Open) -> None:
    page = browse("/statements/")
    kind = page.get_by_role("group", name="Kind")
    kind.locator("summary").click()
    box = kind.get_by_role("checkbox", name="Quotation")
    box.check()
    count(page).to_have_text("5 statements")
    box.press("Space")
    count(page).to_have_text("55 statements")
    expect(box).to_be_visible()
    expect(box).to_be_focused()


def test_a_choice_counts_from_the_moment_that_its_box_is_there(browse: Open) -> None:
    page = browse("/statements/")
    page.evaluate(
        """() => new MutationObserver((_changes, observer) => {
            observer.disconnect();
            document.getElementById("kind-quotation").click();
        }).observe(document.getElementById("selection").parentElement, {childList: true})"""
    )
    kind = page.get_by_role("group", name="Kind")
    kind.locator("summary").click()
    with page.expect_response(re.compile("until=$"), timeout=5_000):
        # Not `check`, which looks at the box again, and ticks it once more where it is a new one.
        kind.get_by_role("checkbox", name="Quotation").click()
    count(page).to_have_text("55 statements")


def test_back_and_forward_go_through_the_selections(browse: Open) -> None:
    page = browse("/statements/")
    topic(page).check()
    count(page).to_have_text("28 statements")
    page.get_by_role("checkbox", name="Hun Manet").check()
    expect(page.locator("#count")).not_to_have_text("28 statements")
    page.go_back()
    count(page).to_have_text("28 statements")
    expect(topic(page)).to_be_checked()
    expect(page.get_by_role("checkbox", name="Hun Manet")).not_to_be_checked()
    page.go_back()
    count(page).to_have_text("55 statements")
    expect(topic(page)).not_to_be_checked()
    page.go_forward()
    count(page).to_have_text("28 statements")
    topic(page).uncheck()
    count(page).to_have_text("55 statements")


def test_two_quick_ticks_both_count(browse: Open) -> None:
    page = browse("/statements/")
    page.evaluate(
        "for (const name of ['sar-kheng', 'sar-sokha']) window[`speaker-${name}`].click()"
    )
    count(page).to_have_text("8 statements")
    expect(page.get_by_role("checkbox", name="Sar Kheng")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Sar Sokha")).to_be_checked()


@BOTH_WAYS
@pytest.mark.parametrize(
    ("link", "address"),
    [
        (".words a", r"/statements/\d+/sar-kheng-"),
        (".who a", r"/speakers/sar-kheng/$"),
        (".meta a[href^='/sources']", r"/sources/\d+/"),
        (".meta a[href^='/topics']", r"/topics/[a-z-]+/$"),
    ],
)
def test_what_a_list_names_opens_as_a_page_of_its_own(
    browse: Open, scripted: bool, link: str, address: str
) -> None:
    page = browse("/statements/?speaker=sar-kheng&topic=tip-ranking", java_script_enabled=scripted)
    page.locator("article.statement").first.locator(link).first.click()
    expect(page).to_have_url(re.compile(address))
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Statements")
    expect(page.get_by_role("main").get_by_text("Sar Kheng").first).to_be_visible()
