"""Where a reader can go, and where on the site the page is."""

from dataclasses import dataclass

from django import template
from django.template import Context
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from statements.addresses import path_to

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


@dataclass(frozen=True)
class Place:
    """A link; `current` is what `aria-current` says: "page" or, below the place, "true"."""

    label: str | Promise
    href: str
    current: str


@register.simple_tag(takes_context=True)
def main_places(context: Context) -> list[Place]:
    """The links at the head of every page."""
    return [_place(name, _path(context)) for name in MAIN]


@register.simple_tag(takes_context=True)
def directory(context: Context) -> list[tuple[str | Promise, list[Place]]]:
    """Every part of the site, in groups."""
    path = _path(context)
    return [(label, [_place(name, path) for name in names]) for label, names in DIRECTORY]


def _path(context: Context) -> str:
    request = context.get("request")
    return request.path if request else ""


def _place(name: str, path: str) -> Place:
    label, sections = PLACES[name]
    href = path_to(name)
    below = path.removeprefix("/").partition("/")[0] in sections
    return Place(label, href, "page" if path == href else "true" if below else "")
