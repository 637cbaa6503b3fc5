"""axe finds nothing on any public page, and the keyboard alone reaches everything.

axe needs `eval`, so its visitors go without the Content-Security-Policy; all others keep it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import PAGES, REFUSED
from tests.browser.barriers import STILL, barriers, pale, violations
from tests.browser.conftest import Open, browsing
from tests.browser.contexts import Contexts
from tests.browser.desk import give_password

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


DARK = "(prefers-color-scheme: dark)"

#: A box that is out of the flow, behind the last words of the timeline.
LAY_A_BOX_BEHIND = """() => {
    const words = [...document.querySelectorAll(".statement .words")].at(-1);
    Object.assign(words.style, {position: "relative", isolation: "isolate"});
    const box = words.appendChild(document.createElement("div"));
    Object.assign(box.style, {position: "absolute", inset: 0, zIndex: -1, background: "#aaa"});
}"""


@pytest.fixture(scope="module")
def open_page(contexts: Contexts, site: str) -> Iterator[Open]:
    """For pages that go from one address to the next, with what they have in their cache."""
    with contextmanager(browsing)(contexts, site) as opened:
        yield opened


@pytest.fixture(scope="module")
def wide(open_page: Open) -> Page:
    return open_page(bypass_csp=True)


@pytest.fixture(scope="module")
def narrow(open_page: Open) -> Page:
    return open_page(bypass_csp=True, viewport={"width": 320, "height": 640})


@pytest.fixture(scope="module")
def refused(open_page: Open) -> Page:
    return open_page(refused=True, bypass_csp=True)


@pytest.fixture(scope="module")
def screen(contexts: Contexts, desk: str) -> Iterator[Page]:
    """A page of the reviewer's."""
    with contextmanager(browsing)(contexts, desk) as opened:
        page = opened("/admin/", bypass_csp=True)
        give_password(page, "reviewer")
        yield page


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_public_page_has_no_barrier(wide: Page, path: str) -> None:
    assert violations(wide, path) == []


@pytest.mark.parametrize("path", REFUSED)
def test_an_error_page_has_no_barrier(refused: Page, path: str) -> None:
    assert violations(refused, path) == []


@pytest.mark.parametrize("path", FOLDED)
def test_a_page_on_a_telephone_has_no_barrier(narrow: Page, path: str) -> None:
    assert violations(narrow, path) == []


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_of_the_admin_has_no_barrier_of_ours(screen: Page, path: str) -> None:
    assert violations(screen, path, DJANGOS_OWN) == []


def test_axe_sees_a_barrier_where_there_is_one(wide: Page) -> None:
    wide.goto("/about/")
    wide.evaluate("document.querySelector('h1').innerHTML = '<img src=\"data:,\">'")
    assert [found.partition(":")[0] for found in barriers(wide)] == ["image-alt"]


@pytest.mark.parametrize(
    ("changed", "style"),
    [
        ("h1", "color: #333"),
        (".statement .words a", "color: #333"),  # the last of many that look the same
        (".statement .meta", "background: #888"),  # behind what is itself as ever
        (".statement .meta", "opacity: .3"),
        ("footer", "color: #444"),
    ],
)
def test_axe_sees_what_is_too_pale_in_the_dark(wide: Page, changed: str, style: str) -> None:
    wide.emulate_media(color_scheme="light")
    wide.goto("/statements/")
    wide.evaluate(f"[...document.querySelectorAll('{changed}')].at(-1).classList.add('changed')")
    wide.add_style_tag(content=f"{STILL} @media {DARK} {{ .changed {{ {style} !important }} }}")
    assert pale(wide) == []
    wide.emulate_media(color_scheme="dark")
    assert [found.partition(":")[0] for found in pale(wide)] == ["color-contrast"]


def test_axe_sees_what_lies_on_a_ground_too_pale_for_it(wide: Page) -> None:
    wide.goto("/statements/")
    wide.emulate_media(color_scheme="dark")
    wide.evaluate(LAY_A_BOX_BEHIND)
    assert [found.partition(":")[0] for found in pale(wide)] == ["color-contrast"]


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
