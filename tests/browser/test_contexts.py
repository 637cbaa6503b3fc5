"""A browser context that is used again tells nothing of whoever used it before."""

from contextlib import contextmanager

from playwright.sync_api import Page

from tests.browser.conftest import browsing
from tests.browser.contexts import Contexts

LEFT = "localStorage.left = sessionStorage.left = document.cookie = 'left=behind'"
FOUND = "[localStorage.left, sessionStorage.left, document.cookie, history.length]"
FROM_SERVER = "performance.getEntriesByType('{}').map(entry => entry.transferSize > 0)"


def test_the_next_visitor_is_a_new_one(contexts: Contexts, site: str) -> None:
    visit = contextmanager(browsing)
    with visit(contexts, site) as open_page:
        page = open_page("/about/")
        used = page.context
        page.evaluate(LEFT)
        assert page.evaluate(FOUND) == ["left=behind", "left=behind", "left=behind", 2]
        page.emulate_media(color_scheme="dark")
    with visit(contexts, site) as open_page:
        page = open_page("/about/")
        assert page.context is used
        assert page.evaluate(FOUND) == [None, None, "", 2]
        assert not page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        assert all_came_from_the_server(page)


def all_came_from_the_server(page: Page) -> bool:
    kinds = ("navigation", "resource")
    came = [one for kind in kinds for one in page.evaluate(FROM_SERVER.format(kind))]
    return len(came) > 1 and all(came)


def test_two_visitors_at_once_are_two(contexts: Contexts, site: str) -> None:
    with contextmanager(browsing)(contexts, site) as open_page:
        first, second = open_page("/about/"), open_page("/about/")
        first.evaluate(LEFT)
        assert second.evaluate(FOUND)[:3] == [None, None, ""]
