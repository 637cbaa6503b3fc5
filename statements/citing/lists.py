"""What a citation names of a list: what is in it, under which filters, how much, and where."""

from functools import lru_cache

from django.utils.translation import ngettext

from statements.addresses import address
from statements.citing.works import Work, of_selection
from statements.figures.selection import FigureSelection
from statements.parameters import several, text_of
from statements.timeline import Timeline
from statements.wording import wording as _

Listing = Timeline | FigureSelection  # positions are a timeline too


@lru_cache(maxsize=1)
def work_of(listing: Listing, title: str, base: str) -> Work:
    """A list as it is filtered, for a site at `base`; `title` where it is not of statements.

    The head of a page asks for it and its foot does again.
    """
    count = listing.count
    if title:
        number = ngettext("%d record", "%d records", count) % count
    else:
        number = ngettext("%d statement", "%d statements", count) % count
    name = "; ".join([title or _("Statements"), *in_words(listing)])
    whole = address(listing.path, listing.asked, page="")
    return of_selection(name, number, base + whole)


def in_words(listing: Listing) -> list[str]:
    """Every filter that holds, first those that the page itself stands for."""
    shown = [f"{chip.label}: {chip.value}" for chip in listing.chips]
    return [*_of_the_page(listing), *shown] if isinstance(listing, Timeline) else shown


def _of_the_page(timeline: Timeline) -> list[str]:
    """Such as the speaker of a speaker's page."""
    chosen = timeline.filter.chosen()
    return [
        f"{timeline.filter.filters[name].label}: {text_of(name, value)}"
        for name in timeline.fixed
        for value in several(chosen.get(name))
    ]
