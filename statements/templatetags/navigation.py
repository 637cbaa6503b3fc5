"""Where a reader can go, and where on the site the page is."""

from functools import lru_cache

from django import template
from django.template import Context
from django.urls import get_script_prefix
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from statements.addresses import path_to
from statements.markup import Markup, Sheet

register = template.Library()

# The name of an address, what a reader calls it, and the first parts of the addresses below it.
PLACES: dict[str, tuple[str | Promise, tuple[str, ...]]] = {
    "statement_list": (_("Statements"), ("statements", "s")),
    "speaker_list": (_("Speakers"), ("speakers", "organisations")),
    "topic_list": (_("Topics"), ("topics",)),
    "ranking_list": (_("Rankings"), ("rankings",)),
    "position_list": (_("Positions"), ("positions",)),
    "figure_list": (_("Figures"), ("figures",)),
    "source_list": (_("Sources"), ("sources", "outlets")),
    "method": (_("Method"), ("method",)),
    "compare": (_("Compare"), ("compare",)),
    "phrase_list": (_("Phrases"), ("phrases",)),
    "correction_list": (_("Corrections"), ("corrections",)),
    "dossier": (_("Dossier"), ("dossier",)),
    "data": (_("Data"), ("data",)),
    "about": (_("About"), ("about",)),
}
MAIN = (
    "statement_list",
    "speaker_list",
    "topic_list",
    "ranking_list",
    "position_list",
    "figure_list",
    "source_list",
    "method",
)
DIRECTORY = (
    (_("What was said"), ("statement_list", "speaker_list", "topic_list", "phrase_list")),
    (_("How it moved"), ("ranking_list", "position_list", "figure_list", "compare")),
    (
        _("What it rests on"),
        ("source_list", "method", "correction_list", "dossier", "data", "about"),
    ),
)


LINK = '<a href="%s">%s</a>'
# `aria-current` says "page" or, below the place, "true".
CURRENT = '<a href="%s" aria-current="%s">%s</a>'


@register.simple_tag(takes_context=True)
def main_places(context: Context) -> Markup:
    """The links at the head of every page."""
    return _main_places(_part(context), get_script_prefix(), get_language())


@lru_cache(maxsize=500)
def _main_places(path: str, _prefix: str, _language: str | None) -> Markup:
    sheet = Sheet()
    for name in MAIN:
        _put(sheet, name, path)
        sheet.add("\n")
    return sheet.markup()


@register.simple_tag(takes_context=True)
def directory(context: Context) -> Markup:
    """Every part of the site, in groups."""
    return _directory(_part(context), get_script_prefix(), get_language())


@lru_cache(maxsize=500)
def _directory(path: str, _prefix: str, _language: str | None) -> Markup:
    sheet = Sheet()
    for number, (label, names) in enumerate(DIRECTORY, 1):
        group = f"directory-{number}"
        sheet.add('<div>\n<p id="%s">%s</p>\n', group, str(label))
        sheet.add('<ul class="plain" aria-labelledby="%s">', group)
        for name in names:
            sheet.add("<li>")
            _put(sheet, name, path)
            sheet.add("</li>")
        sheet.add("</ul>\n</div>")
    return sheet.markup()


def _part(context: Context) -> str:
    """As much of the path as tells where on the site it is: `/statements/`, `/statements/…`."""
    request = context.get("request")
    path = request.path if request else ""
    first, _slash, rest = path.removeprefix("/").partition("/")
    return f"/{first}/…" if rest else path


def _put(sheet: Sheet, name: str, path: str) -> None:
    label, sections = PLACES[name]
    href = path_to(name)
    if path == href:
        sheet.add(CURRENT, href, "page", str(label))
    elif path.removeprefix("/").partition("/")[0] in sections:
        sheet.add(CURRENT, href, "true", str(label))
    else:
        sheet.add(LINK, href, str(label))
