"""Citations in prose: plain, and after APA (7th edition) and Chicago (17th, bibliography).

APA and Chicago are rules for English and stay so in every language of the site; the plain form is
in the reader's.
"""

import datetime
from functools import lru_cache

from django.utils.translation import get_language, override

from sources.dates import PartialDate, Precision
from statements.citing.works import Original, Work
from statements.wording import dated, day_in_words
from statements.wording import wording as _


def plain(work: Work) -> str:
    """Everything, in sentences."""
    return _plain(work, get_language())


@lru_cache(maxsize=1)  # half of the other forms hold it as a note
def _plain(work: Work, _language: str | None) -> str:
    who = [work.author.literal] if work.author else []
    said = ", ".join(part for part in (*who, work.role, work.title) if part)
    when_said = f"{said} ({day_in_words(str(work.said_on))})" if work.said_on else said
    stands = "; ".join(_stands_in(one) for one in work.originals)
    place = _("In %s.") % stands if stands else ""
    when = dated(work.accessed, "j F Y")
    ours = f"{work.register}, {work.number}, {work.url}"
    closing = _("%(where)s, read on %(date)s.") % {"where": ours, "date": when}
    return _sentences(f"{when_said}.", place, closing)


def apa(work: Work) -> str:
    with override("en"):
        author = work.author.initials if work.author else work.register
        form = "; ".join(part for part in (work.form, work.role) if part)
        if work.author is None:
            title = f"{work.title} [{work.form}, {work.number}]."
            read = dated(work.accessed, "F j, Y")
            return _sentences(f"{author}. (n.d.).", title, f"Retrieved {read}, from {work.url}")
        found = [_closed(_in_style(one, inside=False)) for one in work.originals]
        first = f"In {found[0]}" if found else ""
        ours = f"{work.register} ({work.number}). {work.url}"
        date = _apa_date(work.said_on)
        said = f"{_closed(author)} ({date}). {work.title} [{form}]."
        return _sentences(said, first, *found[1:], ours)


def chicago(work: Work) -> str:
    with override("en"):
        read = f"Accessed {dated(work.accessed, 'F j, Y')}. {work.url}."
        if work.author is None:
            return _sentences(_closed(work.register), _quoted(work.title), f"{work.number}.", read)
        who = f"{work.author.literal} ({work.role})" if work.role else work.author.literal
        found = [_closed(_in_style(one, inside=True)) for one in work.originals]
        first = f"In {found[0]}" if found else ""
        said = f"{american(work.said_on)}." if work.said_on else ""
        ours = f"{work.register}, {work.number}."
        title = _closed_inside(work.title)
        return _sentences(_closed(who), title, said, first, *found[1:], ours, read)


def american(date: PartialDate) -> str:
    """Such as "August 12, 2022", "June 2014" or "2005"."""
    style = {Precision.DAY: "F j, Y", Precision.MONTH: "F Y", Precision.YEAR: "Y"}
    return dated(date.earliest, style[date.precision])


def _apa_date(date: PartialDate | None) -> str:
    style = {Precision.DAY: "Y, F j", Precision.MONTH: "Y, F", Precision.YEAR: "Y"}
    return dated(date.earliest, style[date.precision]) if date else "n.d."


def _stands_in(one: Original) -> str:
    published = day_in_words(str(one.published_on or ""))
    title = f"“{one.title}”" if one.title else ""
    parts = [title, one.outlet, published, one.locator, one.url]
    told = ", ".join(part for part in parts if part)
    return f"{told} ({_('archived: %s') % _archive(one)})" if one.archive_url else told


def _archive(one: Original) -> str:
    day = one.archived_on.isoformat() if isinstance(one.archived_on, datetime.date) else ""
    return ", ".join(part for part in (day, one.archive_url) if part)


def _in_style(one: Original, *, inside: bool) -> str:
    """Title, outlet, date, place and addresses; full stops and commas `inside` the marks or not."""
    authors = f"{_closed(one.authors)} " if one.authors else ""
    comma = "," if inside else ""
    title = f"“{one.title}{comma}” " if one.title else ""
    title = title if inside or not title else f"{title.rstrip()}. "
    date = american(one.published_on) if one.published_on else ""
    place = ", ".join(part for part in (one.outlet, date, one.locator) if part)
    archive = f"Archived {_archive(one)}" if one.archive_url else ""
    links = ". ".join(part for part in (one.url, archive) if part)
    return f"{authors}{title}{_closed(place)} {links}".strip()


def _quoted(title: str) -> str:
    return f"“{title}.”"


def _closed(text: str) -> str:
    """The text with a full stop, if nothing closes it yet."""
    return text if text.rstrip("”’\"'").endswith((".", "!", "?", "…", "។")) else f"{text}."


def _closed_inside(title: str) -> str:
    """The same with the full stop before the quotation mark, as in America."""
    return f"{_closed(title.removesuffix('”'))}”" if title.endswith("”") else _closed(title)


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)
