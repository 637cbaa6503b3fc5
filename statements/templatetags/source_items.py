"""Sources as the items of a list."""

from collections.abc import Iterable

from django import template
from django.template.defaultfilters import truncatechars
from django.utils.translation import ngettext

from sources.models import Source
from statements.markup import Markup, Sheet
from statements.wording import day_in_words, label
from statements.wording import wording as _

register = template.Library()

LONGEST = 90  # characters of an address that stands for a title
ITEM = """<li><a href="%s">%s</a><br>
  <span class="meta">%s · %s</span>"""
COUNT = '<br>\n  <span class="count">%s</span>'


@register.simple_tag
def source_items(sources: Iterable[Source]) -> Markup:
    """Sources with their outlets; those with `n` with the number of statements on each."""
    sheet = Sheet()
    for source in sources:
        path = source.get_absolute_url()  # type: ignore[attr-defined]
        named = source.title or truncatechars(source.url, LONGEST) or _("Untitled")
        published = f", {day_in_words(str(source.published_on))}" if source.published_on else ""
        kind = label(Source.Kind, source.kind)
        sheet.add(ITEM, path, named, f"{source.outlet.name}{published}", kind)
        if (n := getattr(source, "n", None)) is not None:
            sheet.add(COUNT, ngettext("%(n)s statement", "%(n)s statements", n) % {"n": n})
        sheet.add("</li>\n")
    return sheet.markup()
