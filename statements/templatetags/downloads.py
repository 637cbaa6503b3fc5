"""Where the list on a page stands as data."""

from dataclasses import dataclass

from django import template
from django.http import HttpRequest
from django.template import Context

from statements.addresses import address, twin

register = template.Library()

FORMATS = (
    ("csv", "CSV", "text/csv"),
    ("json", "JSON", "application/json"),
    ("jsonl", "JSON Lines", "application/jsonl"),
    ("atom", "Atom", "application/atom+xml"),
)


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
def in_words(context: Context, title: object) -> str:
    """The title of a list with the filters in force: “Statements; Topic: Prevention”."""
    timeline = context.get("timeline")
    chips = timeline.chips if timeline else []
    return "; ".join([str(title), *(f"{chip.label}: {chip.value}" for chip in chips)])


def href(request: HttpRequest, extension: str) -> str:
    """The address of the list on this page as data, whichever of its pages is shown."""
    left_out = {"page": "", "order": ""} if extension == "atom" else {"page": ""}
    return address(twin(request.path, extension), request.GET, **left_out)
