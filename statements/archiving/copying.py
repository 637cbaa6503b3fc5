"""The public pages as files: asked of the application itself, from the first page on, link by link.

A page with a query is in the copy only where the query says a place in a list or a version.
"""

import io
import posixpath
import re
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from statements.archiving import rewriting
from statements.archiving.package import CHUNK, Package

FOLDER = "site"
HERE = "http://here.invalid"  # so that addresses on a page can be joined to its own
PLACES = {"after", "before", "page", "revision"}
PLAIN = re.compile(r"[A-Za-z0-9._-]+")
COPIED = ("/", ".svg")
NOT_COPIED = ("/admin/", "/api/")
FOR_OTHERS = "/embed/"  # what stands in the pages of others
GIVEN_AS_IT_IS = (200, 410)
MOVED = (301, 302, 308)
Lead = Callable[[str], str | None]


class CopyError(Exception):
    """A page of the site answered with an error."""


class Copy:
    """Writes the pages into a package; `base` is where the site stands on the web."""

    def __init__(self, package: Package, base: str, notice: str) -> None:
        self.package, self.base, self.notice = package, base, notice
        self.handler = WSGIHandler()
        self.pending: deque[str] = deque()
        self.known: set[str] = set()

    def add_from(self, starts: Iterable[str]) -> int:
        """Write the pages at these addresses and all that they lead to; the number of files."""
        for address in starts:
            self.lead("/", address)
        while self.pending:
            address = self.pending.popleft()
            self.package.add(file_of(address), self.content(address))
        return len(self.known)

    def lead(self, page: str, address: str) -> str | None:
        """The address of the copy's file, from the page's file; None for what is not copied.

        What stands elsewhere on the web is left where it is.
        """
        if not address or address.startswith("#"):
            return address
        whole, fragment = urldefrag(urljoin(HERE + page, address))
        if not whole.startswith(f"{HERE}/"):
            return address
        target = whole.removeprefix(HERE)
        if not is_copied(target):
            return None
        if target not in self.known:
            self.known.add(target)
            self.pending.append(target)
        file = posixpath.relpath(file_of(target), posixpath.dirname(file_of(page)))
        return f"{file}#{fragment}" if fragment else file

    def content(self, address: str) -> Iterable[bytes]:
        """The bytes of the copy's file."""
        lead = partial(self.lead, address)
        if address.startswith(settings.STATIC_URL):
            return static_file(address, lead)
        answer = self.ask(address)
        if answer.status_code in MOVED:
            place = answer["Location"].removeprefix(self.base)
            return [pointer(self.lead(address, place) or self.base + place)]
        if answer.status_code >= 500:
            raise CopyError(_("%(address)s answered %(status)d.") % {
                "address": address, "status": answer.status_code,
            })  # fmt: skip
        if answer.status_code not in GIVEN_AS_IT_IS:
            return [pointer(self.base + address)]
        return [self.adapted(answer, lead)]

    def ask(self, address: str) -> HttpResponse:
        """What the application answers."""
        site, asked = urlsplit(self.base), urlsplit(address)
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": unquote(asked.path).encode().decode("latin-1"),
            "QUERY_STRING": asked.query, "HTTP_HOST": site.netloc, "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
            "wsgi.url_scheme": site.scheme, "wsgi.input": io.BytesIO(),
        }  # fmt: skip
        answer = self.handler.get_response(WSGIRequest(environ))
        if not isinstance(answer, HttpResponse):
            raise CopyError(_("%s is no page.") % address)
        return answer

    def adapted(self, answer: HttpResponse, lead: Lead) -> bytes:
        kind = answer["Content-Type"].split(";")[0]
        if kind == "text/html":
            return rewriting.html(answer.text, self.leading_home(lead), self.notice).encode()
        if kind == "image/svg+xml":
            return rewriting.drawing(answer.text, lead).encode()
        return answer.content

    def leading_home(self, lead: Lead) -> Lead:
        """Addresses of the site itself, as given for others to cite, stay as they are."""
        return lambda address: address if address.startswith(self.base) else lead(address)


def pointer(target: str) -> bytes:
    """A page that leads on to another one."""
    return format_html(
        '<!doctype html><html lang="{}"><meta charset="utf-8"><title>{}</title>'
        '<meta http-equiv="refresh" content="0; url={}"><p><a href="{}">{}</a></p></html>\n',
        settings.LANGUAGE_CODE, settings.SITE_NAME, target, target, _("Go on"),
    ).encode()  # fmt: skip


def is_copied(address: str) -> bool:
    """Whether an address of the site has a file in the copy."""
    parts = urlsplit(address)
    if parts.path.startswith(settings.STATIC_URL):
        return True
    if parts.path.startswith(NOT_COPIED) or not parts.path.endswith(COPIED):
        return False
    if parts.path.endswith(FOR_OTHERS):
        return False
    query = parse_qsl(parts.query, keep_blank_values=True)
    return all(name in PLACES and PLAIN.fullmatch(value) for name, value in query)


def file_of(address: str) -> str:
    """The path in the package: `site/speakers/page=2/index.html` for `/speakers/?page=2`."""
    parts = urlsplit(address)
    places = [f"{name}={value}" for name, value in sorted(parse_qsl(parts.query))]
    path = posixpath.join(FOLDER, unquote(parts.path).lstrip("/"))
    if path.endswith("/") or places:
        return posixpath.join(path, *places, "index.html")
    return path


def static_file(address: str, lead: Lead) -> Iterable[bytes]:
    """The bytes of a static file; of a style sheet, those that find its fonts."""
    name = unquote(address.removeprefix(settings.STATIC_URL))
    stored = staticfiles_storage.exists(name)
    path = staticfiles_storage.path(name) if stored else finders.find(name)
    if not path:
        raise CopyError(_("The static file %s is missing. Run: manage.py collectstatic") % name)
    with open(str(path), "rb") as file:  # noqa: PTH123  # one name for both kinds of path
        if name.endswith(".css"):
            yield rewriting.style(file.read().decode(), lead).encode()
            return
        yield from iter(lambda: file.read(CHUNK), b"")
