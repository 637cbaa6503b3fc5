"""What a feed tells of a statement."""

from functools import lru_cache
from typing import Any

from django.db.models import TextChoices
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language

from sources.dates import PartialDate
from sources.vocabulary import DateBasis
from statements.exports.kinds import Entry
from statements.exports.statement_rows import StatementRow
from statements.models import Citation, Statement

WORDS_IN_TITLE = 20


def entry(row: StatementRow) -> Entry:
    """Words, claimant, date, sources and topics."""
    words = Truncator(row.quoted or row.summary).words(WORDS_IN_TITLE)
    said = f"“{words}”" if row.text else words
    return Entry(
        title=f"{row.claimant}: {said}",
        html=format_html("{}\n{}\n{}", words_of(row), who_and_when(row), cited_in(row)),
        author=row.claimant,
        updated=row.updated_at,
        categories=row.topic_names,
    )


def words_of(row: StatementRow) -> SafeString:
    if not row.text:
        return format_html("<p>{}</p>", row.summary)
    quoted = '<blockquote lang="{}"><p>“{}”</p></blockquote>'
    return format_html(quoted, row.language, row.quoted)


def who_and_when(row: StatementRow) -> SafeString:
    """Such as "Hun Manet, Prime Minister, 12 December 2024. Quotation."."""
    printed = f", “{row.role_as_printed}”" if row.role_as_printed else ""
    office = f", {row.role}" if row.role else printed
    basis = "" if row.date_basis == DateBasis.STATED else f" ({label(DateBasis, row.date_basis)})"
    kind = label(Statement.Kind, row.kind)
    return format_html(
        "<p>{}{}, {}{}. {}.</p>", row.claimant, office, in_words(row.said_on), basis, kind
    )


def cited_in(row: StatementRow) -> SafeString:
    """The sources, with a link where they have an address."""
    sources = zip(
        row.source_titles, row.source_urls, row.outlet_names, row.source_dates,
        row.verifications, strict=True,
    )  # fmt: skip
    items = format_html_join("", "<li>{}</li>", ((one(*source),) for source in sources))
    return format_html("<ul>{}</ul>", items)


def one(title: str, url: str, outlet: str, day: str | None, verification: str) -> SafeString:
    named: Any = format_html('<a href="{}">{}</a>', url, title or url) if url else title
    when = f", {in_words(day)}" if day else ""
    found = label(Citation.Verification, verification)
    return format_html("{}, {}{}. {}.", named, outlet, when, found)


def label(choices: type[TextChoices], value: str) -> str:
    """What a choice is called in the language in force."""
    return _label(choices, value, get_language())


def in_words(day: str | None) -> str:
    """A date as readers read it: 12 August 2022."""
    return _in_words(day, get_language()) if day else ""


@lru_cache(maxsize=500)
def _label(choices: type[TextChoices], value: str, language: str | None) -> str:
    return str(dict(choices.choices).get(value, value))


@lru_cache(maxsize=5_000)
def _in_words(day: str, language: str | None) -> str:
    return PartialDate.parse(day).words()
