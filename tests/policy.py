"""The policy that every answer carries, and what on a page would break it."""

from collections.abc import Iterator
from html.parser import HTMLParser

from django.http import HttpResponse

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "manifest-src": "'self'",
}


class Page(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))


def policy(answer: HttpResponse) -> dict[str, str]:
    parts = answer.headers["Content-Security-Policy"].split(";")
    return dict(part.strip().split(" ", 1) for part in parts if part.strip())


def unsafe(page: Page) -> Iterator[str]:
    """What the policy would not let run, or what comes from elsewhere."""
    for tag, attributes in page.elements:
        runs = tag == "script" and attributes.get("type") != "application/ld+json"
        if tag == "style" or (runs and "src" not in attributes):
            yield f"inline <{tag}>"
        for name, value in attributes.items():
            if name == "style" or name.startswith(("on", "hx-on")):
                yield f"{name} of <{tag}>"
            if value.strip().lower().startswith(("javascript:", "vbscript:", "data:")):
                yield f"{name}={value}"
        loaded = attributes.get("src") or (tag == "link" and attributes.get("href")) or ""
        if loaded and attributes.get("rel") != "canonical" and not own(loaded):
            yield f"<{tag}> from {loaded}"


def own(address: str) -> bool:
    return address.removeprefix("http://testserver").startswith("/") and address[:2] != "//"
