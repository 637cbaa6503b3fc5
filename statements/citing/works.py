"""What a citation names, whatever its style: a statement at one revision, or a selection."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import localdate

from sources.dates import PartialDate
from sources.models import Source
from statements.citing.names import Name, name_of
from statements.models import Citation, Revision, Statement
from statements.revisions import NAMES
from statements.shortening import one_line, shortened
from statements.wording import wording as _

LONGEST_WORDS = 600  # characters of a quotation in a citation


@dataclass(frozen=True)
class Original:
    """Where the words stood first. `locator` is a page, paragraph or time code."""

    title: str
    outlet: str
    kind: str
    authors: str = ""
    locator: str = ""
    url: str = ""
    published_on: PartialDate | None = None
    accessed_on: datetime.date | None = None
    archive_url: str = ""
    archived_on: datetime.date | None = None


@dataclass(frozen=True)
class Work:
    """What is cited.

    `title` is the words with their quotation marks, or the title of a selection; `form` says what
    it is, `number` which one, such as "statement 17, revision 3". Of a selection there is no
    author, date or original.
    """

    key: str
    title: str
    form: str
    number: str
    register: str
    url: str
    accessed: datetime.date
    author: Name | None = None
    role: str = ""
    said_on: PartialDate | None = None
    event: str = ""
    language: str = ""
    version: int | None = None
    originals: tuple[Original, ...] = ()

    @property
    def original(self) -> Original | None:
        """The first of the originals, for formats that hold only one."""
        return self.originals[0] if self.originals else None


def of_statement(statement: Statement, base: str) -> Work:
    """A published statement as it is now, for a site at `base`, such as `https://example.org`."""
    claimant, number = statement.claimant, newest_revision(statement)
    assert claimant is not None  # noqa: S101  # every statement has one
    return _of_revision(
        statement,
        statement,
        number,
        base,
        author=name_of(claimant),
        role=role_of(statement),
        said_on=statement.said_on,
        event=statement.event.name if statement.event and statement.event.is_published else "",
        language=statement.language,
        originals=tuple(map(original, statement.public_citations())),
    )


def of_version(statement: Statement, revision: Revision, base: str) -> Work:
    """A published statement as it read at one revision, with the sources that are still public."""
    record, number = revision.record, revision.number
    then = Statement(text=record["text"], summary=record["summary"], kind=record["kind"])
    claimant = statement.claimant
    assert claimant is not None  # noqa: S101  # every statement has one
    now, said_by = name_of(claimant), record[NAMES]["claimant"]
    return _of_revision(
        statement,
        then,
        number,
        base,
        author=now if now.literal == said_by else Name(said_by),
        role=record[NAMES]["role"] or record["role_as_printed"],
        said_on=PartialDate.parse(record["said_on"]),
        language=record["language"],
        originals=tuple(map(original, _citations(record))),
    )


def _of_revision(
    statement: Statement, words: Statement, number: int, base: str, **told: Any
) -> Work:
    """A statement at one revision; `words` holds its words and their kind as they were then."""
    return Work(
        key=_key(f"{statement.pk}-{number}"),
        title=words_of(words),
        form=str(words.get_kind_display()),
        number=_numbered(statement, number),
        register=settings.SITE_NAME,
        url=_address(statement, number, base),
        accessed=localdate(),
        version=number,
        **told,
    )


def _citations(record: dict[str, Any]) -> list[Citation]:
    known = Source.objects.published().select_related("outlet")
    sources = known.in_bulk([one["source"] for one in record["citations"]])
    return [
        Citation(source=sources[one["source"]], locator=one["locator"])
        for one in record["citations"]
        if one["source"] in sources
    ]


def _key(which: str) -> str:
    return f"{slugify(settings.SITE_NAME) or 'record'}-{which}"


def _numbered(statement: Statement, number: int) -> str:
    return _("statement %(id)s, revision %(number)s") % {"id": statement.pk, "number": number}


def _address(statement: Statement, number: int, base: str) -> str:
    return f"{base}{permanent(statement)}?revision={number}"


def permanent(statement: Statement) -> str:
    """The path that stays."""
    return reverse("statement_short", args=[statement.pk])


def newest_revision(statement: Statement) -> int:
    """The number of the newest published revision: 1, 2, 3…"""
    return statement.revisions.count()


def words_of(statement: Statement) -> str:
    """The words in quotation marks, or the summary where only that is recorded."""
    words = shortened(one_line(statement.quoted or statement.summary), LONGEST_WORDS)
    return f"“{words}”" if statement.text else words


def role_of(statement: Statement) -> str:
    """The office held that day, else as it was printed."""
    return statement.role.title if statement.role else statement.role_as_printed


def original(citation: Citation) -> Original:
    source: Source = citation.source
    return Original(
        title=source.title,
        outlet=source.outlet.name,
        kind=source.kind,
        authors=source.authors,
        locator=citation.locator,
        url=source.url,
        published_on=source.published_on,
        accessed_on=source.accessed_on,
        archive_url=source.archive_url,
        archived_on=source.archived_on,
    )


def of_selection(title: str, number: str, url: str) -> Work:
    """A list as it is filtered, today: its `title` in words, and how many records it holds."""
    today = localdate()
    return Work(
        key=_key(today.isoformat()),
        title=title,
        form=_("Data set"),
        number=number,
        register=settings.SITE_NAME,
        url=url,
        accessed=today,
    )
