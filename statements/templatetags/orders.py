"""The orders in which a list can be read."""

from django import template

from statements.markup import Markup, Sheet
from statements.timeline import Timeline

register = template.Library()

LINK = '<a href="%s">%s</a>'
HOLDS = "<strong>%s</strong>"


@register.simple_tag
def orders(timeline: Timeline) -> Markup:
    """Each order on offer: a link, but for the one that holds."""
    sheet = Sheet()
    for place, (label, href) in enumerate(timeline.orders):
        sheet.add(" · " if place else "")
        if href:
            sheet.add(LINK, href, label)
        else:
            sheet.add(HOLDS, label)
    return sheet.markup()
