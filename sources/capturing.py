"""From what an editor gives (text, a file, an address) to a capture of a source.

`from_text`, `from_file` and `from_address` take; they may last half a minute and touch no
database, so that nobody waits for them there. `keep` records. All raise ValidationError with
sentences for an editor.
"""

import codecs
import json
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources import confinement, extracting, fetching
from sources.extracting import MAX_TEXT, Kind
from sources.models import Capture, Source
from sources.publication import Status

MAX_BYTES = 10_000_000  # of a file
SECONDS = 8.0  # for the extraction; with a fetch before it less than a server waits for its worker
MAX_REASON = 100  # characters of the reason in the history
READ_WHOLE = 100_000  # characters; in longer texts no body is looked for
PROPOSED = ("title", "authors", "language", "published_on")
PLAIN = "plain"
KINDS = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/pdf": Kind.PDF,
    "text/plain": PLAIN,
}
SUFFIXES = {
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML, ".pdf": Kind.PDF, ".txt": PLAIN,
}  # fmt: skip
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

NO_TEXT = _("There is no text in it.")
TOO_LONG = _("The text is longer than one million characters.")
TOO_LARGE = _("The file is larger than 10 MB.")
NOT_FETCHED = {
    fetching.Fault.ADDRESS: _("This is no address that can be fetched."),
    fetching.Fault.FORBIDDEN: _(
        "This address is not fetched: only public web sites on the ports 80 and 443 are."
    ),
    fetching.Fault.REDIRECTS: _("The page leads on more than five times."),
    fetching.Fault.STATUS: _("The site answered with status %s instead of the page."),
    fetching.Fault.TYPE: _("The site answered with “%s”; only HTML, PDF and plain text are read."),
    fetching.Fault.SIZE: _("The page is larger than 10 MB."),
    fetching.Fault.UNREACHABLE: _("The site could not be reached, or broke off (%s)."),
    fetching.Fault.TIME: _("The page did not arrive within 20 seconds."),
}
NOT_EXTRACTED = {
    extracting.Fault.UNREADABLE: _("It cannot be read; it may be damaged. Paste its text instead."),
    extracting.Fault.ENCRYPTED: _("This PDF is locked by a password. Paste its text instead."),
    extracting.Fault.NO_TEXT: _(
        "No text was found in it; a PDF may be a scan. Paste the text instead."
    ),
    extracting.Fault.TOO_LONG: TOO_LONG,
}
OVERRUN = _("Reading it took more time or memory than is allowed. Paste the text instead.")


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that is not kept yet; `origin` is the file's name or the address it came from.

    `metadata` is what the page says of itself: title, authors, language, published_on, site.
    """

    text: str
    method: Capture.Method
    origin: str = ""
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """The new capture, and the fields of its source that were filled in from the page."""

    capture: Capture
    filled: list[str]


def from_text(text: str) -> Taken:
    """Take a text as it was pasted; the CR that browsers put before each LF is their own."""
    return Taken(_checked(text.replace("\r\n", "\n")), Capture.Method.PASTED)


def from_file(data: bytes, name: str) -> Taken:
    """Take the text of an HTML, PDF or plain text file, told apart by the end of its name."""
    kind = Kind.PDF if data.startswith(b"%PDF-") else SUFFIXES.get(PurePath(name).suffix.lower())
    if kind is None:
        raise ValidationError(_("Only files named .html, .htm, .xhtml, .pdf or .txt are read."))
    return _taken(data, kind, "", Capture.Method.UPLOADED, name)


def from_address(url: str, *, agent: str) -> Taken:
    """Fetch a page of the public web and take its text. `agent` is what the register is called."""
    try:
        page, data = fetching.fetch(url, agent=agent)
    except fetching.FetchError as error:
        said = str(NOT_FETCHED[error.fault])
        raise ValidationError(said % error.detail if "%s" in said else said) from None
    return _taken(data, KINDS[page.type], page.charset, Capture.Method.FETCHED, page.url)


def _taken(data: bytes, kind: str, charset: str, method: Capture.Method, origin: str) -> Taken:
    if len(data) > MAX_BYTES:
        raise ValidationError(TOO_LARGE)
    if kind == PLAIN:
        return Taken(_checked(decoded(data)), method, origin)
    found = _extracted(data, kind, charset)
    return Taken(_checked(found.pop("text")), method, origin, found)


def _extracted(data: bytes, kind: str, charset: str) -> dict[str, str]:
    head = json.dumps({"kind": kind, "charset": charset}).encode()
    try:
        answer = confinement.run("sources.extracting", head + b"\n" + data, seconds=SECONDS)
    except confinement.OverrunError:
        raise ValidationError(OVERRUN) from None
    found: dict[str, str] = json.loads(answer)
    if "error" in found:
        raise ValidationError(NOT_EXTRACTED[extracting.Fault(found["error"])])
    return found


def decoded(data: bytes) -> str:
    """The characters of a plain text: UTF-8, or what its byte order mark says; else an error."""
    name = next((MARKS[mark] for mark in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise ValidationError(
            _(
                "The text is not in %(encoding)s: byte %(place)d cannot be read. "
                "Save it as UTF-8, and try again."
            ),
            params={"encoding": name.removesuffix("-sig").upper(), "place": error.start + 1},
        ) from None


def _checked(text: str) -> str:
    if "\0" in text:
        raise ValidationError(_("The text holds NUL characters, so it is no plain text."))
    if not text.strip():
        raise ValidationError(NO_TEXT)
    if len(text) > MAX_TEXT:
        raise ValidationError(TOO_LONG)
    return text


def propose_body(text: str) -> tuple[int, int]:
    """Where the article proper seems to lie in a text; all of it, if that cannot be told."""
    from sources.articles import read  # noqa: PLC0415  # needed by this step alone

    start, end = read(text, ()).body if len(text) <= READ_WHOLE else (0, 0)
    return (start, end) if start < end else (0, len(text))


@transaction.atomic
def keep(*, taken: Taken, source: Source, extent: str = Capture.Extent.FULL) -> Kept:
    """Record a text as a capture of its source, which notes when it was fetched.

    Empty fields of a draft source are filled in with what the page says of itself. What a public
    page shows is left to its editors. A text that the source has already is refused.
    """
    source = Source.objects.select_for_update().get(pk=source.pk)
    capture = _capture(taken, source, extent)
    if known := source.captures.filter(sha256=capture.sha256).first():
        said = gettext("This source has this very text already, captured on %(day)s.")
        raise ValidationError(said % {"day": timezone.localdate(known.captured_at)})
    capture.save()
    filled = _fill(source, taken.metadata) if source.status == Status.DRAFT else []
    fetched = taken.method == Capture.Method.FETCHED
    if fetched:
        source.accessed_on = timezone.localdate()
    if filled or fetched:
        _save_with_reason(source, gettext("From a capture: %s") % taken.origin)
    return Kept(capture, filled)


def _capture(taken: Taken, source: Source, extent: str) -> Capture:
    start, end = propose_body(taken.text)
    pasted = taken.method == Capture.Method.PASTED
    capture = Capture(
        source=source,
        captured_at=timezone.now(),
        method=taken.method,
        extent=extent if pasted else Capture.Extent.FULL,
        text=taken.text,
        body_start=start,
        body_end=end,
        sha256=Capture.digest(taken.text),
    )
    capture._change_reason = taken.origin[:MAX_REASON]  # type: ignore[attr-defined]
    return capture


def _fill(source: Source, metadata: dict[str, str]) -> list[str]:
    """Fill the empty fields with what fits them; give their names."""
    return [name for name in PROPOSED if _filled(source, name, metadata.get(name, ""))]


def _filled(source: Source, name: str, value: str) -> bool:
    if not value or "\0" in value or str(getattr(source, name) or "").strip():
        return False
    column: Any = Source._meta.get_field(name)
    try:
        setattr(source, name, column.clean(value, source))
    except ValidationError:  # too long, or no date: no proposal
        return False
    return True


def _save_with_reason(source: Source, reason: str) -> None:
    source._change_reason = reason[:MAX_REASON]  # type: ignore[attr-defined]
    source.save()
