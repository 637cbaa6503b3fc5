"""Citations in BibTeX, for LaTeX: UTF-8, with all that LaTeX would take for a command escaped."""

from urllib.parse import quote

from sources.dates import Precision
from statements.citing.prose import plain
from statements.citing.works import Work
from statements.shortening import printable_line

ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # \{ would count as a brace of BibTeX's own
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
IN_ADDRESS = "/:?&=%#~+,;@!$'()*[]._-"


def bibtex(work: Work) -> str:
    """One entry. The words keep their capitals; the note is the plain citation."""
    fields = {
        "author": _author(work),
        "title": f"{{{escaped(work.title)}}}",
        **_date(work),
        "howpublished": escaped(f"{work.register}, {work.number}"),
        "url": quote(work.url, safe=IN_ADDRESS),
        "urldate": work.accessed.isoformat(),
        "language": work.language,
        "note": escaped(plain(work)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if work.said_on and work.said_on.precision != Precision.YEAR:
        # A month is written as BibTeX's own abbreviation, which each style prints its own way.
        lines.append(f"  month = {MONTHS[work.said_on.earliest.month - 1]},")
    return "\n".join([f"@misc{{{work.key},", *lines, "}"]) + "\n"


def escaped(text: str) -> str:
    """One line of text for LaTeX, with its braces balanced."""
    return printable_line(text).translate(ESCAPES)


def _author(work: Work) -> str:
    """Parted by the comma where the parts are known; else a name that is not to be taken apart."""
    if work.author is None:
        return f"{{{escaped(work.register)}}}"
    name = escaped(work.author.inverted)
    return name if work.author.given else f"{{{name}}}"


def _date(work: Work) -> dict[str, str]:
    date = work.said_on
    if date is None:
        return {}
    day = str(date.earliest.day) if date.precision == Precision.DAY else ""
    return {"year": f"{date.earliest.year:04}", "day": day}
