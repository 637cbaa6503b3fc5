"""The options of a filter panel."""

from collections.abc import Iterable

from django import template
from django.utils.translation import ngettext

from statements.addresses import path_to
from statements.facets import Facet
from statements.markup import Markup, Sheet

register = template.Library()

OPTION = (
    '<li><label><input type="checkbox" id="{name}-%s" name="{name}" value="%s"> %s '
    '<span class="count">%s</span></label></li>'
)
WITHOUT_ID = OPTION.replace(' id="{name}-%s"', "")
HEAD = """<fieldset class="facet">
  <legend class="visually-hidden">%s</legend>
  <details id="facet-%s" open>
    <summary>%s</summary>
    <ul class="plain">
"""
CLOSED = HEAD.replace(" open>", ">")
HEAD_END = "\n    </ul>"
END = "\n  </details>\n</fieldset>\n"
OPEN_AT_FIRST = 3  # facets, and those of which something is chosen
# Facets of records that have a page on which all of them stand.
LISTS = {"speaker": "speaker_list", "topic": "topic_list", "ranking": "ranking_list"}


@register.simple_tag
def panel(facets: Iterable[Facet]) -> Markup:
    """All facets, each with its values and an id for every one that a script can go by."""
    sheet = Sheet()
    for place, facet in enumerate(facets):
        is_open = place < OPEN_AT_FIRST or facet.selected
        sheet.add(HEAD if is_open else CLOSED, facet.label, facet.name, facet.label)
        put_options(sheet, facet)
        sheet.add(HEAD_END)
        if facet.more:
            sheet.add_piece(Markup('<p class="meta">{}</p>', more(facet)))
        sheet.add(END)
    return sheet.markup()


@register.simple_tag
def plain_options(facet: Facet) -> Markup:
    """The values of a facet as the items of a list, without ids."""
    sheet = Sheet()
    put_options(sheet, facet, with_ids=False)
    return sheet.markup()


def put_options(sheet: Sheet, facet: Facet, *, with_ids: bool = True) -> None:
    pattern = (OPTION if with_ids else WITHOUT_ID).replace("{name}", facet.name)
    chosen = pattern.replace('">', '" checked>', 1)
    for one in facet.options:
        told = (one.value, one.label, str(one.count))
        values = (one.value, *told) if with_ids else told
        sheet.add(chosen if one.selected else pattern, *values)


def more(facet: Facet) -> Markup:
    """How many values there was no room for, and where they stand, if they do on one page."""
    n = facet.more
    if facet.name not in LISTS:
        told = ngettext(
            "and {} more: search for the name above", "and {} more: search for the name above", n
        )
        return Markup(told, n)
    told = ngettext(
        'and {} more: search for the name above or <a href="{}">open the list</a>',
        'and {} more: search for the name above or <a href="{}">open the list</a>',
        n,
    )
    return Markup(told, n, path_to(LISTS[facet.name]))
