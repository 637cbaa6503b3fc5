"""Where the list on a page stands as data, and the links to it."""

from dataclasses import dataclass

from django import template
from django.http import HttpRequest
from django.template import Context

from statements.addresses import address, path_to, twin
from statements.markup import Markup, Sheet
from statements.wording import wording as _

register = template.Library()

FORMATS = (
    ("csv", "CSV", "text/csv"),
    ("json", "JSON", "application/json"),
    ("jsonl", "JSON Lines", "application/jsonl"),
    ("atom", "Atom", "application/atom+xml"),
)

ALTERNATE = '<link rel="alternate" type="%s" href="%s" title="%s (%s)">\n  '
NAV = '<nav class="take-away" aria-label="%s">\n  <p>%s '
LINK = '<a href="%s" type="%s">%s</a>'
DOSSIER = ' · <a href="%s">%s</a>'
COLUMNS = '\n    <a class="meta" href="%s">%s</a></p>\n</nav>'


@dataclass(frozen=True)
class Download:
    """A data format, its media type, and where the list stands in it."""

    extension: str
    label: str
    media_type: str
    href: str


@register.simple_tag(takes_context=True)
def downloads(context: Context) -> list[Download]:
    """The list of this page, as it is filtered, in each of the data formats.

    None where the filter cannot be read. A feed is always of the newest.
    """
    timeline = context.get("timeline")
    if timeline and timeline.errors:
        return []
    return [Download(*one, href=href(context["request"], one[0])) for one in FORMATS]


@register.simple_tag(takes_context=True)
def alternate_links(context: Context, title: object) -> Markup:
    """Where programs find the list of this page as data."""
    sheet, named = Sheet(), in_words(context, title)
    for one in downloads(context):
        sheet.add(ALTERNATE, one.media_type, one.href, named, one.label)
    return sheet.markup()


@register.simple_tag(takes_context=True)
def take_away(context: Context) -> Markup:
    """Where readers find the list of this page as data, and for printing."""
    sheet, formats = Sheet(), downloads(context)
    if not formats:
        return sheet.markup()
    sheet.add(NAV, _("Take this selection away"), _("Take this selection away:"))
    for place, one in enumerate(formats):
        sheet.add(f" · {LINK}" if place else LINK, one.href, one.media_type, one.label)
    if dossier := getattr(context.get("timeline"), "dossier_url", ""):
        sheet.add(DOSSIER, dossier, _("Dossier for printing"))
    sheet.add(COLUMNS, path_to("data"), _("What the columns mean"))
    return sheet.markup()


@register.simple_tag(takes_context=True)
def in_words(context: Context, title: object) -> str:
    """The title of a list with the filters in force: “Statements; Topic: Prevention”."""
    timeline = context.get("timeline")
    chips = timeline.chips if timeline else []
    return "; ".join([str(title), *(f"{chip.label}: {chip.value}" for chip in chips)])


def href(request: HttpRequest, extension: str) -> str:
    """The address of the list on this page as data, whichever of its pages is shown."""
    left_out = {"page": "", "order": ""} if extension == "atom" else {"page": ""}
    return address(twin(request.path, extension), request.GET, **left_out)
