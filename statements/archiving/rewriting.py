"""A page of the site as a page of the copy: its links lead to other files, or nowhere.

What needs a server is taken out: forms, scripts, feeds and downloads. A link to what is not in the
copy becomes plain text. Everything else stays as it was, byte for byte.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser

#: What becomes of an address on a page: a relative one, None for what is not in the copy.
Lead = Callable[[str], str | None]

TAKEN_OUT = {"script", "form", "iframe"}
CLASSES_TAKEN_OUT = {"take-away", "find", "to-filters", "panel"}
KEPT_LINKS = {"stylesheet", "icon", "canonical"}  # the relations of a <link>
VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
}  # fmt: skip
ADDRESS = re.compile(
    r"""(?P<before>\s(?:xlink:)?(?:href|src)\s*=\s*)("(?P<two>[^"]*)"|'(?P<one>[^']*)')"""
)
OF_HTMX = re.compile(r"""\shx-[a-z:-]+(\s*=\s*("[^"]*"|'[^']*'))?""")
IN_CSS = re.compile(r"""url\(\s*(['"]?)(?P<url>[^'")]+)\1\s*\)""")


class Page(HTMLParser):
    """Reads a page and writes it anew; `notice` is a sentence that stands first in its content."""

    def __init__(self, lead: Lead, notice: str = "") -> None:
        super().__init__(convert_charrefs=False)
        self.lead, self.notice = lead, notice
        self.written: list[str] = []
        self.skipped: list[str] = []  # the open elements within one that is taken out
        self.links: list[str] = []  # what became of each open <a>
        self.drawings = 0  # open <svg>

    def write(self, text: str) -> None:
        if not self.skipped:
            self.written.append(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipped or taken_out(tag, dict(attrs)):
            if tag not in VOID:
                self.skipped.append(tag)
            return
        text = OF_HTMX.sub("", self.get_starttag_text() or "")
        given = dict(attrs)
        address = given.get("href", given.get("xlink:href", given.get("src")))
        target = self.lead(address) if address is not None else ""
        self.write(self._started(tag, text, target))
        if tag == "main" and self.notice:
            self.write(f'<p class="notice copy">{escape(self.notice)}</p>')

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._close(tag)
        self.drawings -= tag == "svg"

    def _started(self, tag: str, text: str, target: str | None) -> str:
        self.drawings += tag == "svg"
        if tag == "a":
            plain = "g" if self.drawings else "span"
            self.links.append(tag if target is not None else plain)
        if target is None:
            return f"<{self.links[-1]}>" if tag == "a" else ""
        return led(text, target) if target else text

    def handle_endtag(self, tag: str) -> None:
        if not self._close(tag):
            return
        self.drawings -= tag == "svg"
        self.write(f"</{self.links.pop() if tag == 'a' and self.links else tag}>")

    def _close(self, tag: str) -> bool:
        """Whether the end of this element is to be written."""
        if not self.skipped:
            return True
        if tag in self.skipped:
            while self.skipped.pop() != tag:
                pass
        return False

    def handle_data(self, data: str) -> None:
        self.write(data)

    def handle_entityref(self, name: str) -> None:
        self.write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.write(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.write(f"<!{decl}>")


def taken_out(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether an element needs a server."""
    if tag == "link":
        return not KEPT_LINKS & set((attributes.get("rel") or "").split())
    classes = set((attributes.get("class") or "").split())
    return tag in TAKEN_OUT or bool(classes & CLASSES_TAKEN_OUT)


def led(text: str, target: str) -> str:
    """A start tag, its address replaced."""
    return ADDRESS.sub(lambda found: f'{found["before"]}"{escape(target)}"', text)


def html(text: str, lead: Lead, notice: str = "") -> str:
    """A page whose links lead where `lead` says."""
    page = Page(lead, notice)
    page.feed(text)
    page.close()
    return "".join(page.written)


def drawing(text: str, lead: Lead) -> str:
    """An SVG file whose links lead where `lead` says; one without a target leads to itself."""

    def replaced(found: re.Match[str]) -> str:
        target = lead(unescape(found["two"] or found["one"] or ""))
        return f'{found["before"]}"{escape(target or "#")}"'

    return ADDRESS.sub(replaced, text)


def style(text: str, lead: Lead) -> str:
    """A style sheet that finds its fonts and pictures."""

    def replaced(found: re.Match[str]) -> str:
        return f'url("{lead(found["url"]) or "#"}")'

    return IN_CSS.sub(replaced, text)
