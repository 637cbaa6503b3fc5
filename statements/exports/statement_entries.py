"""What a feed tells of a statement."""

from django.utils.text import Truncator

from sources.vocabulary import DateBasis
from statements.exports.kinds import Entry
from statements.exports.statement_rows import StatementRow
from statements.markup import Sheet
from statements.models import Citation, Statement
from statements.wording import day_in_words, label

WORDS_IN_TITLE = 20
QUOTED = '<blockquote lang="%s"><p>“%s”</p></blockquote>\n'
SUMMARY = "<p>%s</p>\n"
SAID = "<p>%s%s, %s%s. %s.</p>\n"
LINKED = '<li><a href="%s">%s</a>, %s%s. %s.</li>'
NAMED = "<li>%s, %s%s. %s.</li>"


def entry(row: StatementRow) -> Entry:
    """Words, claimant, date, sources and topics."""
    words = Truncator(row.quoted or row.summary).words(WORDS_IN_TITLE)
    said = f"“{words}”" if row.text else words
    sheet = Sheet()
    put_words(sheet, row)
    put_who_and_when(sheet, row)
    put_sources(sheet, row)
    return Entry(
        title=f"{row.claimant}: {said}",
        html=sheet.markup().html,
        author=row.claimant,
        updated=row.updated_at,
        categories=row.topic_names,
    )


def put_words(sheet: Sheet, row: StatementRow) -> None:
    if row.text:
        sheet.add(QUOTED, row.language, row.quoted)
    else:
        sheet.add(SUMMARY, row.summary)


def put_who_and_when(sheet: Sheet, row: StatementRow) -> None:
    """Such as "Hun Manet, Prime Minister, 12 December 2024. Quotation."."""
    printed = f", “{row.role_as_printed}”" if row.role_as_printed else ""
    office = f", {row.role}" if row.role else printed
    basis = "" if row.date_basis == DateBasis.STATED else f" ({label(DateBasis, row.date_basis)})"
    kind = label(Statement.Kind, row.kind)
    sheet.add(SAID, row.claimant, office, day_in_words(row.said_on or ""), basis, kind)


def put_sources(sheet: Sheet, row: StatementRow) -> None:
    """The sources, with a link where they have an address."""
    sheet.add("<ul>")
    for title, url, outlet, day, verification in zip(
        row.source_titles, row.source_urls, row.outlet_names, row.source_dates,
        row.verifications, strict=True,
    ):  # fmt: skip
        when = f", {day_in_words(day)}" if day else ""
        found = label(Citation.Verification, verification)
        if url:
            sheet.add(LINKED, url, title or url, outlet, when, found)
        else:
            sheet.add(NAMED, title, outlet, when, found)
    sheet.add("</ul>")
