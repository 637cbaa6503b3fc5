"""axe finds nothing on any public page, and the keyboard alone reaches everything.

axe needs `eval`, so its visitors go without the Content-Security-Policy; all others keep it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import PAGES, REFUSED
from tests.browser.conftest import LogIn, Open, browsing

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
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

# Public pages that fold on a narrow screen.
FOLDED = [
    "/",
    "/statements/?topic=tip-ranking",
    "/rankings/us-tip-report/cambodia/?with=thailand&with=vietnam",
    "/positions/",
    "/compare/?speaker=chou-bun-eng&speaker=sar-kheng",
    "/phrases/?phrase=we+do+not+deny",
    "/figures/",
    "/figures/trafficking-and-sexual-exploitation-cases/",
]

#: Django's own, which its next versions may mend: select2 gives its boxes no names, rows in a table
#: have their labels in the heading only, and the choices of a list's filters stand close together.
DJANGOS_OWN = [
    ".select2",
    ".tabular td",
    "#changelist-filter",
    "#toggle-nav-sidebar",
    ".breadcrumbs",
]


STILL = "* { transition: none !important }"  # else colours are measured in mid-change


def violations(page: Page, path: str, leave_out: Sequence[str] = ()) -> list[str]:
    """What axe finds in light, and of the colours in dark: element and reason."""
    page.emulate_media(color_scheme="light")
    page.goto(path)
    page.add_style_tag(content=STILL)
    found = axe(page, OPTIONS, leave_out)
    page.emulate_media(color_scheme="dark")
    return found + axe(page, COLOURS, leave_out)


def axe(page: Page, options: dict[str, Any], leave_out: Sequence[str] = ()) -> list[str]:
    context = {"exclude": [[one] for one in leave_out]}
    found = Axe().run(page, context, options).response["violations"]
    first = [(violation["id"], violation["nodes"][0]) for violation in found]
    return [f"{name}: {node['html'][:200]}\n{node['failureSummary']}" for name, node in first]


@pytest.fixture(scope="module")
def open_page(chromium: Browser, site: str) -> Iterator[Open]:
    """For pages that go from one address to the next, with what they have in their cache."""
    with contextmanager(browsing)(chromium, site) as opened:
        yield opened


@pytest.fixture(scope="module")
def wide(open_page: Open) -> Page:
    return open_page(bypass_csp=True)


@pytest.fixture(scope="module")
def narrow(open_page: Open) -> Page:
    return open_page(bypass_csp=True, viewport={"width": 320, "height": 640})


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_public_page_has_no_barrier(wide: Page, path: str) -> None:
    assert violations(wide, path) == []


@pytest.mark.parametrize("path", REFUSED)
def test_an_error_page_has_no_barrier(browse: Open, path: str) -> None:
    assert violations(browse(refused=True, bypass_csp=True), path) == []


@pytest.mark.parametrize("path", FOLDED)
def test_a_page_on_a_telephone_has_no_barrier(narrow: Page, path: str) -> None:
    assert violations(narrow, path) == []


def test_axe_sees_what_is_too_pale_in_the_dark(wide: Page) -> None:
    wide.emulate_media(color_scheme="light")
    wide.goto("/about/")
    wide.add_style_tag(content=STILL + "@media (prefers-color-scheme: dark) { h1 { color: #333 } }")
    assert axe(wide, COLOURS) == []
    wide.emulate_media(color_scheme="dark")
    assert [found.partition(":")[0] for found in axe(wide, COLOURS)] == ["color-contrast"]


def test_axe_sees_a_barrier_where_there_is_one(browse: Open) -> None:
    page = browse("/about/", bypass_csp=True)
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"/static/icon.svg\">'")
    assert [found.partition(":")[0] for found in axe(page, OPTIONS)] == ["image-alt"]


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_of_the_admin_has_no_barrier_of_ours(log_in: LogIn, path: str) -> None:
    assert violations(log_in("reviewer", bypass_csp=True), path, DJANGOS_OWN) == []


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
    for _press in range(12):
        page.keyboard.press("Tab")
        names.append(
            page.evaluate(
                "(document.activeElement.labels?.[0] ?? document.activeElement).innerText"
            )
        )
    assert names == [
        "Skip to the content", "On Record", "Statements", "Speakers", "Topics", "Rankings",
        "Positions", "Figures", "Sources", "Method", "Search these statements", "Search",
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
