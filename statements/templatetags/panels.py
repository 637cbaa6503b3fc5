"""The options of a filter panel."""

from django import template

from statements.addresses import path_to
from statements.facets import Facet, Option
from statements.markup import Markup, joined

register = template.Library()

PLAIN = (
    '<li><label><input type="checkbox" name="{0}" value="{1}"{2}> {3} '
    '<span class="count">{4}</span></label></li>'
)
WITH_ID = PLAIN.replace(" name=", ' id="{0}-{1}" name=', 1)
# Facets of records that have a page on which all of them stand.
LISTS = {"speaker": "speaker_list", "topic": "topic_list", "ranking": "ranking_list"}
CHECKED = Markup(" checked")


@register.simple_tag
def options(facet: Facet) -> Markup:
    """The values of a facet as the items of a list, each with an id that a script can go by."""
    return joined([_item(WITH_ID, facet.name, option) for option in facet.options], "\n")


@register.simple_tag
def plain_options(facet: Facet) -> Markup:
    """The same without ids."""
    return joined([_item(PLAIN, facet.name, option) for option in facet.options])


@register.simple_tag
def list_of(facet: Facet) -> str:
    """Where all values of a facet stand, those that it has no room for as well; "" if nowhere."""
    name = LISTS.get(facet.name)
    return path_to(name) if name else ""


def _item(pattern: str, name: str, option: Option) -> Markup:
    checked = CHECKED if option.selected else ""
    return Markup(pattern, name, option.value, checked, option.label, str(option.count))
