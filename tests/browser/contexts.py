"""Browser contexts for one visitor after the other: a new one takes a second of a processor."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE = 20_000  # milliseconds that a busy machine may take over one step
TRACES = "cookies,local_storage,indexeddb,cache_storage,service_workers"  # in Chromium's words


class Contexts:
    """Lends contexts; whoever gets one finds nothing of the visitor before."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: dict[str, list[BrowserContext]] = defaultdict(list)

    def lend(self, **options: Any) -> BrowserContext:
        """A context with these options and no page."""
        free = self.free[repr(options)]
        return free.pop() if free else self.browser.new_context(**options)

    def take_back(self, context: BrowserContext, **options: Any) -> None:
        """To be lent again with the same options. What a tab keeps goes with the tab."""
        for page in context.pages:
            page.close()
        self.free[repr(options)].append(context)


def first_page(
    context: BrowserContext, origin: str, storage_state: Mapping[str, Any] | None
) -> Page:
    """An empty page of a visitor who was never there, but for the cookies of this state."""
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": TRACES})
    devtools.send("Network.clearBrowserCache")
    devtools.detach()
    context.clear_cookies()
    if storage_state:
        context.add_cookies(storage_state["cookies"])
    context.set_default_timeout(PATIENCE)
    return page
