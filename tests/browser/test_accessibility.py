"""axe finds nothing on any public page, and the keyboard alone reaches everything.

axe needs `eval`, so its visitors go without the Content-Security-Policy, which the other tests hold.
"""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.addresses import PAGES, REFUSED
from tests.browser.conftest import LogIn, Open

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
SCREENS = [
    "/admin/",
    "/admin/statements/statement/",
    "/admin/statements/statement/add/",
    "/admin/statements/statement/10/change/",
    "/admin/statements/statement/10/history/",
    "/admin/statements/statement/10/withdraw/",
    "/admin/statements/speaker/1/change/",
    "/admin/sources/source/add/",
]


def violations(page: Page) -> list[str]:
    """What axe finds in light and in dark, each with the element and the reason."""
    found = []
    schemes: tuple[Any, ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        for violation in Axe().run(page, options=OPTIONS).response["violations"]:
            places = [f"{node['html'][:200]}\n{node['failureSummary']}" for node in violation["nodes"]]
            found.append(f"{scheme}: {violation['id']}: {places[0]}")
    return found


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_public_page_has_no_barrier(browse: Open, path: str) -> None:
    assert violations(browse(path, bypass_csp=True, reduced_motion="reduce")) == []


@pytest.mark.parametrize("path", REFUSED)
def test_an_error_page_has_no_barrier(browse: Open, path: str) -> None:
    assert violations(browse(path, refused=True, bypass_csp=True)) == []


def test_the_timeline_of_a_telephone_has_no_barrier(browse: Open) -> None:
    window: Any = {"width": 320, "height": 640}
    page = browse("/statements/?topic=tip-ranking", bypass_csp=True, viewport=window)
    assert violations(page) == []


def test_the_screens_of_the_admin_have_no_barrier_of_ours(log_in: LogIn) -> None:
    page = log_in("reviewer", bypass_csp=True, reduced_motion="reduce")
    found = {}
    for path in SCREENS:
        page.goto(path)
        found[path] = violations(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_the_skip_link_is_first_and_leads_past_the_head(browse: Open) -> None:
    page = browse("/statements/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox", name="Search these statements")).to_be_focused()


def test_tab_goes_through_the_page_in_the_order_of_reading(browse: Open) -> None:
    page = browse("/statements/")
    names = []
    for _press in range(10):
        page.keyboard.press("Tab")
        names.append(page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).innerText"))
    assert names == [
        "Skip to the content", "On Record", "Statements", "Speakers", "Topics", "Rankings",
        "Sources", "Method", "Search these statements", "Search",
    ]  # fmt: skip
    for focused in ("since", "until"):
        page.keyboard.press("Tab")
        expect(page.locator(f"#{focused}")).to_be_focused()


def test_whatever_has_the_focus_shows_it(browse: Open) -> None:
    page = browse("/statements/")
    style = "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])"
    for _press in range(15):
        page.keyboard.press("Tab")
        shown = page.evaluate(f"{style}(getComputedStyle(document.activeElement))")
        assert shown == ["solid", "3px"]


@pytest.mark.parametrize("scripted", [True, False])
def test_a_filter_is_ticked_with_the_space_bar(browse: Open, scripted: bool) -> None:
    page = browse("/statements/", java_script_enabled=scripted)
    box = page.get_by_role("checkbox", name="Sar Kheng")
    box.focus()
    page.keyboard.press("Space")
    if not scripted:
        page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text("5 statements")
    expect(page.get_by_role("checkbox", name="Sar Kheng")).to_be_checked()
