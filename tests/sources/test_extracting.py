import json
import zlib
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from sources import extracting
from sources.extracting import Extract, Fault, Kind, answer, extract, from_html

SENTENCE = "The minister said “we will act” on Friday, and he told reporters more about it. "
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Minister speaks | Daily</title>
<meta property="og:title" content="Minister speaks"><meta name="author" content="Dara Sok">
<meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2022-08-12T10:00:00+07:00"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/most">Most viewed</a></li></ul></nav>
<article><h1>Minister speaks</h1><p>{SENTENCE * 4}</p><p>A second paragraph follows. {SENTENCE}</p>
<script>alert("no")</script></article><footer>All rights reserved</footer></body></html>"""


def pdf(*lines: str, extra: bytes = b"", compressed: bool = False) -> bytes:
    """A PDF with one page for each line."""
    pages = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(lines)))
    parts: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{pages}] /Count {len(lines)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, line in enumerate(lines):
        drawn = f"BT /F1 12 Tf 72 700 Td ({line}) Tj ET".encode("latin-1")
        coding = b""
        if compressed:
            drawn, coding = zlib.compress(drawn + extra), b"/Filter /FlateDecode "
        parts.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * n)
        )
        parts.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (coding, len(drawn), drawn))
    parts.append(b"<< /Title (A report) /Author (The committee) >>")
    written, places = bytearray(b"%PDF-1.4\n"), []
    for n, part in enumerate(parts, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (n, part)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(parts) + 1, len(parts))
    return bytes(written + b"startxref\n%d\n%%%%EOF\n" % start)


def fault_of(data: bytes, kind: Kind) -> Fault:
    given = json.dumps({"kind": kind, "charset": ""}).encode() + b"\n" + data
    return Fault(answer(given)["error"])


def test_the_article_of_a_page_is_taken_without_what_surrounds_it() -> None:
    found = from_html(PAGE.encode())
    assert "“we will act”" in found.text
    for other in ("Most viewed", "alert", "rights reserved"):
        assert other not in found.text


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    assert "\n\nA second paragraph follows." in from_html(PAGE.encode()).text


def test_a_page_tells_of_itself() -> None:
    found = from_html(PAGE.encode())
    assert (found.title, found.authors, found.site) == ("Minister speaks", "Dara Sok", "The Daily")
    assert (found.published_on, found.language) == ("2022-08-12", "en")


@pytest.mark.parametrize(
    ("encoding", "charset", "head"),
    [
        ("utf-8", "", ""), ("utf-8", "iso-8859-1", ""), ("utf-8-sig", "", ""), ("utf-16", "", ""),
        ("windows-1252", "windows-1252", ""), ("utf-8", "no-such-thing", ""),
        ("windows-1252", "", '<meta charset="windows-1252">'),
        ("koi8-r", "", '<meta http-equiv="content-type" content="text/html; charset=koi8-r">'),
    ],
)  # fmt: skip
def test_a_page_is_read_in_its_own_encoding(encoding: str, charset: str, head: str) -> None:
    word = "Правда" if encoding == "koi8-r" else "“naïve”"
    sentence = f"He called it {word} when he was asked about the plan on Friday morning. " * 4
    page = f"<html><head>{head}<title>T</title></head><body><p>{sentence}</p></body></html>"
    assert word in from_html(page.encode(encoding), charset).text


@pytest.mark.parametrize(
    "page",
    [
        b"", b"<html></html>", b"\0\0\0", b"\xff\xfe\x00", b"<html><body><script>x</script></body>",
        b"<" * 50_000, b"<div>" * 50_000, b"not a page",
        b"\x1f\x8b" + b"\0" * 100, b"<html><body>" + b"<table><tr><td>" * 10_000,
    ],
    ids=lambda page: repr(page[:20]),
)  # fmt: skip
def test_a_page_without_an_article_has_no_text(page: bytes) -> None:
    assert fault_of(page, Kind.HTML) in {Fault.NO_TEXT, Fault.UNREADABLE}


def test_no_file_is_read_by_an_entity_of_a_page() -> None:
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    page = PAGE.replace("<!doctype html>", entity).replace("A second", "&x; A second")
    assert "root:" not in from_html(page.encode()).text


def test_what_no_database_keeps_is_left_out() -> None:
    page = PAGE.replace("A second", "A&#0;\0 &#xD800; second").encode()
    text = from_html(page).text
    assert "\0" not in text
    assert text.encode()


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "MAX_TEXT", 100)
    assert fault_of(PAGE.encode(), Kind.HTML) == Fault.TOO_LONG
    assert fault_of(pdf("x" * 60, "y" * 60), Kind.PDF) == Fault.TOO_LONG


@pytest.mark.parametrize("compressed", [False, True])
def test_a_pdf_is_read_page_by_page(compressed: bool) -> None:
    found = extract(pdf("We will act.", "He said so.", compressed=compressed), Kind.PDF)
    assert found == Extract("We will act.\n\nHe said so.", "A report", "The committee")


def test_a_pdf_without_words_has_no_text() -> None:
    assert fault_of(pdf(""), Kind.PDF) == Fault.NO_TEXT


def test_a_pdf_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "MAX_PAGES", 1)
    assert fault_of(pdf("a", "b"), Kind.PDF) == Fault.TOO_LONG


def test_a_pdf_that_is_locked_is_told_apart() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Secret."))))
    writer.encrypt("password", algorithm="RC4-128")
    writer.write(locked := BytesIO())
    assert fault_of(locked.getvalue(), Kind.PDF) == Fault.ENCRYPTED


BROKEN = {
    "empty": b"",
    "only a beginning": b"%PDF-",
    "nested": b"%PDF-1.4\n" + b"[" * 50_000,
    "no objects": b"%PDF-1.7\ntrailer << /Root 1 0 R >>",
    "cut off": pdf("x")[:200],
    "a page that is its own parent": pdf("x").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    "another format": b"<html>",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pdf_is_unreadable_or_without_text(name: str) -> None:
    assert fault_of(BROKEN[name], Kind.PDF) in {Fault.UNREADABLE, Fault.NO_TEXT}


def test_a_pdf_that_unpacks_to_too_much_is_unreadable() -> None:
    assert fault_of(pdf("x", extra=b" " * 90_000_000, compressed=True), Kind.PDF) in {
        Fault.UNREADABLE, Fault.NO_TEXT,
    }  # fmt: skip


def test_running_out_of_memory_is_not_taken_for_a_broken_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def greedy(*rest: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr(extracting, "from_html", greedy)
    with pytest.raises(MemoryError):
        answer(b'{"kind": "html", "charset": ""}\n')
