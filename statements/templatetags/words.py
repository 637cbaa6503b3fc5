"""How words of the record are set on a page."""

from django import template
from django.template import Context

from statements.changes import name_of
from statements.markup import Markup, Sheet
from statements.numbers import plain_number
from statements.parameters import language_name
from statements.search.highlights import highlight, snippet
from statements.search.query import Query

register = template.Library()

NOTHING = Query(())
HIT = "<mark>%s</mark>"
LONGEST_IN_LIST = 700  # characters; a longer text is cut in a list
WORDS_IN_LIST = 90
LONGEST_BEGINNING = 750  # characters, in which so many words stand but for a few texts


@register.simple_tag(takes_context=True)
def excerpt(context: Context, text: str) -> Markup:
    """The text for a list: all of it if it is short, else the part around what was searched for.

    Marks what the page's `timeline`, if it has one, was searched for.
    """
    return excerpted(text, query_of(context))


def query_of(context: Context) -> Query:
    """What the page's `timeline`, if it has one, was searched for."""
    timeline = context.get("timeline")
    return (timeline and timeline.query) or NOTHING


def excerpted(text: str, query: Query) -> Markup:
    """The same of a query."""
    sheet = Sheet()
    cut(text, query, sheet)
    return sheet.markup()


def cut(text: str, query: Query, sheet: Sheet) -> None:
    """Put the same at the end of a sheet."""
    if len(text) <= LONGEST_IN_LIST:
        pieces = _marked(text, query)
    else:
        pieces = (not query.clauses and _beginning(text)) or _snippet(text, query)
    for piece, hit in pieces:
        sheet.add(HIT if hit else "%s", piece)


def _snippet(text: str, query: Query) -> list[tuple[str, bool]]:
    return snippet(text, query, words=WORDS_IN_LIST)


def _beginning(text: str) -> list[tuple[str, bool]]:
    """The beginning, found without reading the whole; nothing where the words are too long."""
    pieces = _snippet(text[:LONGEST_BEGINNING], NOTHING)
    return pieces if len(text) <= LONGEST_BEGINNING or len(pieces) > 1 else []


def _marked(text: str, query: Query) -> list[tuple[str, bool]]:
    """The whole text in pieces, and of each whether the query finds it."""
    pieces, end = [], 0
    for start, stop in highlight(text, query) if query.clauses else []:
        pieces += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    return [*pieces, (text[end:], False)]


register.filter("plain_number", plain_number)
register.filter("record_name", name_of)
register.filter("language_name", language_name)
