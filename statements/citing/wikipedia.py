"""Citations as Wikipedia's templates."""

import datetime
import re
from urllib.parse import quote

from django.utils.translation import override

from sources.dates import PartialDate, Precision
from statements.citing.works import Original, Work
from statements.shortening import one_line
from statements.wording import dated

# What has a meaning in wikitext, inside a parameter of a template, as entities.
MEANT = re.compile(r"[|{}\[\]<>&~]|''+|__")
BARE_URL = "/:?&=%#~+,;@!$()*._-"


def wikipedia(work: Work) -> str:
    """A `{{cite news}}` for each original, and the record; of a selection a `{{cite web}}`."""
    with override("en"):
        if work.author is None:
            return template("cite web", _of_selection(work))
        quote_of = [template("cite news", _of_original(work, one)) for one in work.originals]
        role = f", {work.role}" if work.role else ""
        said = f"Said by {text(work.author.literal + role)}"
        day = f" on {_day(work.said_on)}" if work.said_on else ""
        link = f"[{address(work.url)} {text(f'{work.register}, {work.number}')}]"
        return " ".join([*quote_of, f"{said}{day}; {link}."])


def template(name: str, fields: dict[str, str]) -> str:
    given = "".join(f" |{key}={value}" for key, value in fields.items() if value)
    return f"{{{{{name}{given}}}}}"


def text(value: str) -> str:
    """A value that stays a value: one line, nothing in it read as wikitext."""
    return MEANT.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), one_line(value))


def address(url: str) -> str:
    """An address without what would end the parameter or the link."""
    return quote(url, safe=BARE_URL)


def _of_original(work: Work, one: Original) -> dict[str, str]:
    return {
        "author": text(one.authors),
        "title": text(one.title or one.outlet),
        "newspaper": text(one.outlet),
        "date": _day(one.published_on),
        "at": text(one.locator),
        "url": address(one.url),
        "access-date": _day(one.accessed_on) if one.url else "",
        "archive-url": address(one.archive_url),
        "archive-date": _day(one.archived_on) if one.archive_url else "",
        "quote": text(work.title.removeprefix("“").removesuffix("”")),
    }


def _of_selection(work: Work) -> dict[str, str]:
    return {
        "title": text(f"{work.title} ({work.number})"),
        "website": text(work.register),
        "url": address(work.url),
        "access-date": _day(work.accessed),
    }


def _day(date: PartialDate | datetime.date | None) -> str:
    """Such as "12 August 2022", "June 2014" or "2005"."""
    if date is None:
        return ""
    if not isinstance(date, PartialDate):
        return dated(date, "j F Y")
    style = {Precision.DAY: "j F Y", Precision.MONTH: "F Y", Precision.YEAR: "Y"}
    return dated(date.earliest, style[date.precision])
