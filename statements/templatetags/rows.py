"""A statement as a row of a list, the same on every page."""

from collections.abc import Iterable

from django import template
from django.template import Context

from sources.vocabulary import DateBasis
from statements.addresses import path_to, statement_path
from statements.markup import Markup, Sheet
from statements.models import Statement
from statements.rows import Link, Row, row_of
from statements.search.query import Query
from statements.shown import Shown
from statements.templatetags.words import cut, query_of
from statements.timeline import Timeline
from statements.wording import day_in_words, label, month_in_words
from statements.wording import wording as _

register = template.Library()

WHO = """<article class="statement" id="s%s">
  <p class="who"><time datetime="%s">%s</time>"""
BASIS = ' <span class="soft">(%s)</span>'
CLAIMANT = """ ·
    <a href="%s">%s</a>%s</p>
  """
QUOTED = '<blockquote class="words" lang="%s"><a href="%s">“'
QUOTED_END = "”</a></blockquote>"
REPORTED = '<p class="words reported"><a href="%s">'
REPORTED_END = "</a></p>"
META = """
  <p class="meta"><span class="kind">%s</span>
    """
META_END = "</p>\n</article>"
BETWEEN = "\n    "
SPAN = "<span>%s%s</span>"
SOURCE = '<span>%s<a href="%s">%s</a></span>'
LINK = '<a href="%s">%s</a>'


@register.simple_tag(takes_context=True)
def statement_row(context: Context, one: Row | Statement) -> Markup:
    """A row, or a statement that was loaded `for_timeline`, with what was searched for marked."""
    return article(one if isinstance(one, Row) else row_of(one), query_of(context))


@register.simple_tag(takes_context=True)
def statement_items(context: Context, statements: Iterable[Row | Statement]) -> Markup:
    """Rows, or statements that were loaded `for_timeline`, as the items of a list."""
    sheet, query = Sheet(), query_of(context)
    put_items(sheet, (one if isinstance(one, Row) else row_of(one) for one in statements), query)
    return sheet.markup()


@register.simple_tag
def statement_years(timeline: Timeline) -> Markup:
    """A page of a timeline: its rows under the rails of their years and months."""
    sheet, query = Sheet(), timeline.query or Query(())
    for year, months in timeline.years:
        sheet.add('<li class="year">')
        if year:
            sheet.add('<h2 class="rail">%s</h2>', year)
        sheet.add("<ol>")
        for month, shown in months:
            sheet.add('<li class="month">')
            if month:
                sheet.add('<h3 class="rail">%s</h3>', month_in_words(month))
            sheet.add("<ol>")
            put_items(sheet, shown, query)
            sheet.add("</ol></li>\n")
        sheet.add("</ol></li>\n")
    return sheet.markup()


def article(row: Row, query: Query) -> Markup:
    """The row of a published statement: when, who, the words, and where they stand."""
    sheet = Sheet()
    put(sheet, row, query)
    return sheet.markup()


def put_items(sheet: Sheet, shown: Iterable[Row], query: Query) -> None:
    for row in shown:
        sheet.add("<li>")
        put(sheet, row, query)
        sheet.add("</li>")


def put(sheet: Sheet, row: Row, query: Query) -> None:
    one = row.statement
    sheet.add(WHO, str(one.pk), one.said_on, day_in_words(one.said_on))
    if one.date_basis != DateBasis.STATED:
        sheet.add(BASIS, label(DateBasis, one.date_basis))
    sheet.add(CLAIMANT, _path(one), one.claimant, _office(one))
    _put_words(sheet, one, query)
    sheet.add(META, label(Statement.Kind, one.kind))
    _put_sources(sheet, row.sources)
    _put_place(sheet, one)
    for topic in row.topics:
        sheet.add(LINK, *topic)
    sheet.add(META_END)


def _path(one: Shown) -> str:
    """Of the page of whoever spoke."""
    if one.speaker_slug is not None:
        return path_to("speaker_detail", one.speaker_slug)
    return path_to("organisation_detail", one.organisation_slug or "")


def _office(one: Shown) -> str:
    if one.role is not None:
        return f", {one.role}"
    return f", “{one.role_as_printed}”" if one.role_as_printed else ""


def _put_words(sheet: Sheet, one: Shown, query: Query) -> None:
    if one.text:
        sheet.add(QUOTED, one.language, statement_path(one.pk, one.slug))
        cut(one.quoted, query, sheet)
        sheet.add(QUOTED_END)
    else:
        sheet.add(REPORTED, statement_path(one.pk, one.slug))
        cut(one.summary, query, sheet)
        sheet.add(REPORTED_END)


def _put_sources(sheet: Sheet, links: list[Link]) -> None:
    """Where it stands: “in this outlet that one”."""
    first = f"{_('in')} "
    for href, name in links:
        sheet.add(SOURCE, first, href, name)
        first = ""
    sheet.add(BETWEEN)


def _put_place(sheet: Sheet, one: Shown) -> None:
    """The event, where it is public, or else the venue."""
    if one.event is not None:
        sheet.add(SPAN, one.event, f", {one.city}" if one.city else "")
    elif one.venue:
        sheet.add(SPAN, one.venue, "")
    sheet.add(BETWEEN)
