"""A statement as a row of a list, the same on every page."""

from collections.abc import Iterable

from django import template
from django.template import Context

from sources.vocabulary import DateBasis
from statements.addresses import Paths
from statements.belonging import Several
from statements.markup import Markup, Sheet
from statements.models import Statement
from statements.search.query import Query
from statements.shown import Shown
from statements.templatetags.words import cut, query_of
from statements.timeline import Timeline
from statements.wording import Words
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


class Articles(Sheet):
    """Rows one after the other, with what was searched for marked in their words."""

    def __init__(self, query: Query) -> None:
        super().__init__()
        self.query, self.words, self.paths = query, Words(), Paths()
        self.stands_in = f"{_('in')} "

    def put_items(self, shown: Iterable[Shown]) -> None:
        for one in shown:
            self.add("<li>")
            self.put(one)
            self.add("</li>")

    def put(self, one: Shown) -> None:
        """When, who, the words, and where they stand."""
        self.add(WHO, str(one.pk), one.said_on, self.words.day(one.said_on))
        if one.date_basis != DateBasis.STATED:
            self.add(BASIS, self.words.label(DateBasis, one.date_basis))
        self.add(CLAIMANT, self._path(one), one.claimant, _office(one))
        self._put_words(one)
        self.add(META, self.words.label(Statement.Kind, one.kind))
        self._put_sources(one.sources)
        self._put_place(one)
        for slug, name in one.topics:
            self.add(LINK, self.paths.to("topic_detail", slug), name)
        self.add(META_END)

    def _path(self, one: Shown) -> str:
        """Of the page of whoever spoke."""
        if one.speaker_slug is not None:
            return self.paths.to("speaker_detail", one.speaker_slug)
        return self.paths.to("organisation_detail", one.organisation_slug or "")

    def _put_words(self, one: Shown) -> None:
        path = self.paths.to_statement(one.pk, one.slug)
        if one.text:
            self.add(QUOTED, one.language, path)
            cut(one.quoted, self.query, self)
            self.add(QUOTED_END)
        else:
            self.add(REPORTED, path)
            cut(one.summary, self.query, self)
            self.add(REPORTED_END)

    def _put_sources(self, sources: Several) -> None:
        """Where it stands: “in this outlet that one”."""
        first = self.stands_in
        for pk, title, outlet, name in sources:
            self.add(SOURCE, first, self.paths.to_source(pk, title, outlet), name)
            first = ""
        self.add(BETWEEN)

    def _put_place(self, one: Shown) -> None:
        """The event, where it is public, or else the venue."""
        if one.event is not None:
            self.add(SPAN, one.event, f", {one.city}" if one.city else "")
        elif one.venue:
            self.add(SPAN, one.venue, "")
        self.add(BETWEEN)


def _office(one: Shown) -> str:
    if one.role is not None:
        return f", {one.role}"
    return f", “{one.role_as_printed}”" if one.role_as_printed else ""


@register.simple_tag(takes_context=True)
def statement_row(context: Context, one: Shown) -> Markup:
    """A row, with what was searched for marked."""
    return article(one, query_of(context))


@register.simple_tag(takes_context=True)
def statement_items(context: Context, shown: Iterable[Shown]) -> Markup:
    """Rows as the items of a list, with what was searched for marked."""
    sheet = Articles(query_of(context))
    sheet.put_items(shown)
    return sheet.markup()


@register.simple_tag
def statement_years(timeline: Timeline) -> Markup:
    """A page of a timeline: its rows under the rails of their years and months."""
    sheet = Articles(timeline.query or Query(()))
    for year, months in timeline.years:
        sheet.add('<li class="year">')
        if year:
            sheet.add('<h2 class="rail">%s</h2>', year)
        sheet.add("<ol>")
        for month, shown in months:
            sheet.add('<li class="month">')
            if month:
                sheet.add('<h3 class="rail">%s</h3>', sheet.words.month(month))
            sheet.add("<ol>")
            sheet.put_items(shown)
            sheet.add("</ol></li>\n")
        sheet.add("</ol></li>\n")
    return sheet.markup()


def article(one: Shown, query: Query) -> Markup:
    """The row of a published statement."""
    sheet = Articles(query)
    sheet.put(one)
    return sheet.markup()
