"""A statement as a row of a list, the same on every page."""

from collections.abc import Iterable

from django import template
from django.template import Context
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sources.vocabulary import DateBasis
from statements.addresses import path_of
from statements.markup import Markup, joined
from statements.models import Statement
from statements.rows import Link, Row, row_of
from statements.search.query import Query
from statements.templatetags.words import excerpted, query_of

register = template.Library()

KINDS: dict[str, str | Promise] = dict(Statement.Kind.choices)
BASES: dict[str, str | Promise] = dict(DateBasis.choices)

ARTICLE = """<article class="statement" id="s{}">
  <p class="who"><time datetime="{}">{}</time>{} ·
    <a href="{}">{}</a>{}</p>
  {}
  <p class="meta"><span class="kind">{}</span>
    {}
    {}
    {}</p>
</article>"""
BASIS = ' <span class="soft">({})</span>'
QUOTED = '<blockquote class="words" lang="{}"><a href="{}">“{}”</a></blockquote>'
REPORTED = '<p class="words reported"><a href="{}">{}</a></p>'
LINK = '<a href="{}">{}</a>'


@register.simple_tag(takes_context=True)
def statement_row(context: Context, one: Row | Statement) -> Markup:
    """A row, or a statement that was loaded `for_timeline`, with what was searched for marked."""
    return article(one if isinstance(one, Row) else row_of(one), query_of(context))


@register.simple_tag(takes_context=True)
def statement_items(context: Context, statements: Iterable[Row | Statement]) -> Markup:
    """Rows, or statements that were loaded `for_timeline`, as the items of a list."""
    query = query_of(context)
    shown = (one if isinstance(one, Row) else row_of(one) for one in statements)
    return joined([Markup("<li>{}</li>", article(row, query)) for row in shown])


def article(row: Row, query: Query) -> Markup:
    """The row of a published statement: when, who, the words, and where they stand."""
    statement = row.statement
    said_on, claimant = statement.said_on, statement.claimant
    return Markup(
        ARTICLE,
        str(statement.pk),
        str(said_on),
        said_on.words() if said_on else "",
        _basis(statement),
        path_of(claimant) if claimant else "",
        str(claimant),
        _office(statement),
        _words(statement, query),
        str(KINDS.get(statement.kind, statement.kind)),
        _sources(row.sources),
        _place(statement),
        joined([Markup(LINK, *topic) for topic in row.topics]),
    )


def _basis(statement: Statement) -> Markup | str:
    """What the date is known from, if it is not stated."""
    basis = statement.date_basis
    return "" if basis == DateBasis.STATED else Markup(BASIS, BASES.get(basis, basis))


def _office(statement: Statement) -> str:
    if statement.role:
        return f", {statement.role.title}"
    return f", “{statement.role_as_printed}”" if statement.role_as_printed else ""


def _words(statement: Statement, query: Query) -> Markup:
    href = statement.get_absolute_url()
    if statement.text:
        return Markup(QUOTED, statement.language, href, excerpted(statement.quoted, query))
    return Markup(REPORTED, href, excerpted(statement.summary, query))


def _sources(links: list[Link]) -> Markup:
    """Where it stands: “in this outlet that one”."""
    first = _("in") + " "
    return joined(
        [
            Markup("<span>{}{}</span>", "" if n else first, Markup(LINK, *link))
            for n, link in enumerate(links)
        ]
    )


def _place(statement: Statement) -> Markup | str:
    event = statement.event
    if event and event.is_published:
        return Markup("<span>{}{}</span>", event.name, f", {event.city}" if event.city else "")
    return Markup("<span>{}</span>", statement.venue) if statement.venue else ""
