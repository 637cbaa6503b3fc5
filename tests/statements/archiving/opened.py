"""How these tests make an archive and look into it."""

import io
import posixpath
import zipfile
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from statements.archiving.writing import fill

BASE = "http://testserver"


def archive_bytes() -> bytes:
    """The whole archive of the register as it is."""
    file = io.BytesIO()
    fill(file, base=BASE)
    return file.getvalue()


def opened(whole: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(whole))


def archive() -> zipfile.ZipFile:
    return opened(archive_bytes())


class Links(HTMLParser):
    """The addresses on a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in {"href", "src", "xlink:href", "action", "srcset"} and value is not None:
                self.found.append(value)


def broken(file: zipfile.ZipFile) -> list[str]:
    """The links of all pages that do not lead to a file in the archive, or to another site."""
    names = set(file.namelist())
    return [
        f"{name}: {link}"
        for name in sorted(names)
        if name.endswith((".html", ".svg"))
        for link in Links(file.read(name).decode()).found
        if leads_nowhere(name, link, names)
    ]


def leads_nowhere(page: str, link: str, names: set[str]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or not parts.path:
        return parts.scheme == "file" or bool(parts.netloc and not parts.scheme)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    return parts.path.startswith("/") or path not in names
