"""Citations in RIS, which every program that manages references reads."""

from collections.abc import Iterator

from sources.dates import PartialDate
from statements.citing.prose import plain
from statements.citing.works import Work
from statements.shortening import printable_line


def ris(work: Work) -> str:
    """One reference, with CRLF as the format has it."""
    # On one line each, so that nothing in a value can pass for a tag.
    lines = [f"{tag}  - {printable_line(value)}" for tag, value in _tags(work) if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", "GEN" if work.author else "DATA"
    yield "ID", work.key
    yield "AU", work.author.inverted if work.author else work.register
    yield "TI", work.title
    if work.said_on:
        yield "PY", str(work.said_on.earliest.year)
        yield "DA", date(work.said_on)
    yield "M3", "; ".join(part for part in (work.form, work.role) if part)
    yield "T3", work.event
    yield "DB", work.register
    yield "AN", work.number
    yield "LA", work.language
    yield "UR", work.url
    yield "Y2", work.accessed.strftime("%Y/%m/%d/")
    for one in work.originals[:1]:
        yield "T2", ", ".join(part for part in (one.title, one.outlet) if part)
        yield "SP", one.locator
        yield "L2", one.url
        yield "L3", one.archive_url
    yield "N1", plain(work)


def date(said_on: PartialDate) -> str:
    """Year, month, day and a season that is never given: `2022/08/12/`, `2014/06//`, `2005///`."""
    parts = said_on.isoformat().split("-")
    return "/".join([*parts, *[""] * (4 - len(parts))])
