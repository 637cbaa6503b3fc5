"""Every public page as a reader's browser takes it."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from statements import urls
from statements.exports.resources import RESOURCES
from tests.browser.addresses import PAGES, REFUSED
from tests.browser.conftest import Open, Witness

WIDTHS = (1280, 768, 320)
SCHEMES: tuple[Any, ...] = ("light", "dark")
WITHOUT_A_PAGE = {"statement_number", "statement_short", "healthz", "readyz"}
WITHOUT_A_PAGE |= {"ranking_country_svg", "ranking_country_csv", "figure_svg", "ledger"}
WITHOUT_A_PAGE |= {"statement_citation", "statement_card", "statement_annotation"}
WITHOUT_A_PAGE |= {"statement_embed", "statement_timeline", "oembed"}
WITHOUT_A_PAGE |= {"robots", "sitemap", "sitemap_index"}
WITHOUT_A_PAGE |= {f"{name}_data" for name in RESOURCES}
HEAVIEST = 100_000  # bytes of a first view
KHMER = "ជូ ប៊ុនអេង"


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def overflows(page: Page) -> list[str]:
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            if overflow(page) > 0:
                found.append(f"{page.url} at {width} px, {scheme}: by {overflow(page)} px")
    return found


def test_no_public_page_is_left_out() -> None:
    visited = {name.partition(",")[0] for name in PAGES} | WITHOUT_A_PAGE
    assert visited == {pattern.name for pattern in urls.urlpatterns} | {"api"}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_light_and_fits_every_window(browse: Open, path: str) -> None:
    page = browse()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108  # a built-in takes no mark
    answer = page.goto(path)
    page.evaluate("document.fonts.ready.then(() => true)")
    assert answer is not None
    assert answer.status == 200
    assert page.title().endswith(" · On Record")
    assert sum(request.sizes()["responseBodySize"] for request in finished) < HEAVIEST
    assert overflows(page) == []


@pytest.mark.parametrize(("path", "status"), REFUSED.items())
def test_a_refused_address_is_answered_by_a_page_of_the_site(
    browse: Open, path: str, status: int
) -> None:
    page = browse(refused=True, path=path)
    answer = page.reload()
    assert answer is not None
    assert answer.status == status
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
    assert overflows(page) == []


def test_dark_and_light_differ(browse: Open) -> None:
    page = browse("/")
    page.emulate_media(color_scheme="light")
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(background) != light


def test_khmer_is_set_in_the_sites_own_typeface(browse: Open) -> None:
    page = browse("/speakers/chou-bun-eng/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(KHMER)
    loaded = page.evaluate(
        """document.fonts.ready.then(
            () => [...document.fonts]
                .filter(face => face.status === "loaded")
                .map(face => face.family)
        )"""
    )
    assert [name.strip('"') for name in loaded] == ["Noto Sans Khmer"]
    assert fonts_of(page, "h1 [lang=km]") == {("Noto Sans Khmer", True)}


def fonts_of(page: Page, selector: str) -> set[tuple[str, bool]]:
    """The typefaces that glyphs of an element are really drawn with; whether the site sent them."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    document = devtools.send("DOM.getDocument")["root"]["nodeId"]
    node = devtools.send("DOM.querySelector", {"nodeId": document, "selector": selector})
    fonts = devtools.send("CSS.getPlatformFontsForNode", node)["fonts"]
    letters = [font for font in fonts if font["isCustomFont"] or font["glyphCount"] > 1]
    return {(font["familyName"], font["isCustomFont"]) for font in letters}


def test_print_gives_the_sources_addresses_and_leaves_out_the_controls(browse: Open) -> None:
    page = browse("/s/10/")
    address = page.locator(".source-link").first
    after = "element => getComputedStyle(element, '::after').content"
    assert address.evaluate(after) in {"none", "normal"}
    page.emulate_media(media="print")
    assert str(address.get_attribute("href")) in address.evaluate(after)
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_text("Permanent link:")).to_be_visible()


def test_a_printed_chart_is_whole(browse: Open) -> None:
    page = browse("/rankings/us-tip-report/cambodia/?with=thailand&with=vietnam")
    page.set_viewport_size({"width": 700, "height": 990})
    page.emulate_media(media="print")
    assert overflow(page) == 0
    strip, years = (page.locator(f".chart-{part}").bounding_box() for part in ("strip", "years"))
    assert strip
    assert years
    assert strip["height"] == years["height"]  # so that labels stand beside their bands


def test_a_printed_timeline_has_its_statements_and_no_filters(browse: Open) -> None:
    page = browse("/statements/?topic=tip-ranking")
    page.emulate_media(media="print")
    for hidden in ("#panel", ".searchbar", ".chips", ".pager", ".skip", ".masthead nav"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("article.statement")).to_have_count(20)
    expect(page.locator("article.statement").last).to_be_visible()


def test_nothing_moves_for_those_who_asked_for_stillness(browse: Open) -> None:
    duration = """() => Math.max(...[...document.querySelectorAll("*")].flatMap(element => {
        const style = getComputedStyle(element);
        return `${style.transitionDuration},${style.animationDuration}`.split(",").map(parseFloat);
    }))"""
    page = browse("/statements/")
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(duration) > 0
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(duration) == 0


def test_a_statement_leads_to_its_source_and_to_those_said_beside_it(browse: Open) -> None:
    page = browse("/s/10/")
    expect(page).to_have_url(re.compile(r"/statements/10/chou-bun-eng-2022-08-12/$"))
    expect(page.get_by_role("heading", name="Said at the same event")).to_be_visible()
    page.get_by_role("link", name="Interior ministry lauds anti-trafficking work").click()
    expect(page).to_have_url(re.compile(r"/sources/\d+/"))
    expect(page.get_by_role("link", name="Open the source")).to_have_attribute(
        "rel", re.compile("noopener")
    )


def test_a_position_leads_to_its_year_of_the_ranking(browse: Open) -> None:
    page = browse("/positions/")
    page.get_by_role("link", name="Report 2022, Cambodia").first.click()
    expect(page).to_have_url(re.compile("/rankings/us-tip-report/cambodia/#y2022$"))
    edition = page.locator("#y2022")
    expect(edition).to_be_in_viewport()
    expect(edition).to_contain_text("We do not deny the assessment downgrade")


def test_the_witness_hears_what_the_policy_forbids(chromium: Browser, site: str) -> None:
    page, witness = chromium.new_page(), Witness(site)
    witness.attend(page)
    page.goto(site)
    with page.expect_console_message():
        page.evaluate("document.body.setAttribute('style', 'color: red')")
    with page.expect_console_message():
        page.evaluate(
            "document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.2/'}))"
        )
    page.close()
    assert [word for word in ("style", "127.0.0.2") if word not in str(witness.complaints)] == []
