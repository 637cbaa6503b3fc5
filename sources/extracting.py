"""The words of a page or a PDF, and what it says of itself: `python -m sources.extracting`.

Runs as a child process (`sources.confinement`), because the libraries read what anybody may have
written: HTML of a third of a megabyte can take them twenty seconds. Knows nothing of Django.
Input: a line of JSON (`kind`, `charset`), then the bytes. Output: JSON, the text and metadata as
in `Extract`, or `error` with one of the values of `Fault`.
"""

import codecs
import json
import re
import sys
from dataclasses import asdict, dataclass
from enum import StrEnum
from io import BytesIO
from typing import Any

from sources.confinement import confine

MAX_TEXT = 1_000_000  # characters, as in Capture.text
MAX_PAGES = 1_000
MAX_METADATA = 1_000  # characters of any one of them
LANGUAGE = re.compile(rb"<html[^>]{0,500}?\slang\s*=\s*[\"']?([a-z]{2,3})\b", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class Kind(StrEnum):
    HTML = "html"
    PDF = "pdf"


class Fault(StrEnum):
    """Why nothing was extracted."""

    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no-text"
    TOO_LONG = "too-long"


class ExtractionError(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault)


@dataclass(frozen=True, slots=True)
class Extract:
    """A text and what its page says of itself; empty where it says nothing.

    `published_on` is a day as YYYY-MM-DD. Paragraphs are parted by an empty line.
    """

    text: str
    title: str = ""
    authors: str = ""
    published_on: str = ""
    language: str = ""
    site: str = ""


def extract(data: bytes, kind: Kind, charset: str = "") -> Extract:
    """Return the words of a page or a PDF. Raises ExtractionError.

    `charset` is the encoding that the page's server named, if it did.
    """
    found = from_pdf(data) if kind == Kind.PDF else from_html(data, charset)
    if not found.text.strip():
        raise ExtractionError(Fault.NO_TEXT)
    if len(found.text) > MAX_TEXT:
        raise ExtractionError(Fault.TOO_LONG)
    return found


def from_html(data: bytes, charset: str = "") -> Extract:
    """Return the main text of a page, without its navigation, boxes and readers' comments."""
    import trafilatura  # noqa: PLC0415  # only after the limits are set

    found: Any = trafilatura.bare_extraction(
        _decoded(data, charset), include_comments=False, with_metadata=True
    )
    if found is None:
        raise ExtractionError(Fault.NO_TEXT)
    language = LANGUAGE.search(data[:10_000])
    return Extract(
        text=_clean("\n\n".join(line for line in found.text.splitlines() if line.strip())),
        title=_one_line(found.title),
        authors=_one_line(found.author),
        published_on=_one_line(found.date),
        language=language[1].decode().lower() if language else "",
        site=_one_line(found.sitename),
    )


def _decoded(data: bytes, charset: str) -> bytes | str:
    """The page by its byte order mark, as UTF-8, or in the encoding that it or its server names.

    Bytes are returned where nothing fits; then the library guesses.
    """
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return data.decode(name, "replace")
    named = CHARSET.search(data[:4_096])
    for name in ("utf-8", charset, named[1].decode("ascii", "replace") if named else ""):
        try:
            return data.decode(name)
        except (LookupError, ValueError):  # ValueError: of this encoding it is not
            continue
    return data


def from_pdf(data: bytes) -> Extract:
    """Return the text of a PDF, page by page, and the title and author that it carries."""
    from pypdf import PdfReader  # noqa: PLC0415  # only after the limits are set

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ExtractionError(Fault.ENCRYPTED)
    if len(reader.pages) > MAX_PAGES:
        raise ExtractionError(Fault.TOO_LONG)
    pages, length = [], 0
    for page in reader.pages:
        pages.append(_clean(page.extract_text()).strip())
        length += len(pages[-1])
        if length > MAX_TEXT:
            raise ExtractionError(Fault.TOO_LONG)
    about = reader.metadata
    return Extract(
        text="\n\n".join(page for page in pages if page),
        title=_one_line(about.title if about else ""),
        authors=_one_line(about.author if about else ""),
    )


def _clean(text: str) -> str:
    """Without what no database keeps: NUL, and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _one_line(value: object) -> str:
    return " ".join(_clean(str(value or "")).split())[:MAX_METADATA]


def answer(given: bytes) -> dict[str, str]:
    """Return the output for an input, as a dictionary."""
    head, _, data = given.partition(b"\n")
    asked = json.loads(head)
    try:
        return asdict(extract(data, Kind(asked["kind"]), asked["charset"]))
    except ExtractionError as error:
        return {"error": error.fault}
    except MemoryError:
        raise
    except Exception:  # whatever a library makes of hostile bytes
        return {"error": Fault.UNREADABLE}


def main() -> None:
    confine()
    sys.stdout.buffer.write(json.dumps(answer(sys.stdin.buffer.read())).encode())


if __name__ == "__main__":
    main()
