"""Counts beside the options of the filter panel.

A facet counts its values under all the other filters, not under its own, so that a choice can be
widened to "any of". The counts come from the postings; where those cannot be trusted, or something
else than statements is counted, from SQL (`grouping`). They are exact either way.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nlargest

from django.utils.translation import gettext as _

from statements.filters import NO_TOPIC, StatementFilter
from statements.grouping import COUNTERS, Counted, Counter
from statements.parameters import several, text_of, value_of
from statements.postings.counting import Counts, counts
from statements.postings.selecting import PLAIN, Selection, key_of

MOST_OPTIONS = 20  # values shown of a facet, besides those chosen
MANY = 100  # values of which it pays to name only those that lead


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """A filter with the values that occur most, and how many `more` there are.

    `name` is the query parameter.
    """

    name: str
    label: str
    options: list[Option]
    more: int = 0

    @property
    def selected(self) -> list[Option]:
        return [option for option in self.options if option.selected]


def facets(
    asked: StatementFilter,
    leave_out: Collection[str] = (),
    counters: Mapping[str, Counter] | None = None,
    selection: Selection | None = None,
    count: Callable[[Selection, str], Counts] = counts,
) -> list[Facet]:
    """The facets of a selection, each with its values, the most frequent first.

    They count statements, from the sets of `selection` where it is given. `counters` and `count`
    count something else that the selection leads to, by SQL and from the sets.
    """
    by_name = COUNTERS if counters is None else counters
    wanted = (name for name in by_name if name not in leave_out)
    if selection is None:
        return [_facet(asked, name, by_name[name](asked, name)) for name in wanted]
    return [_known(asked, name, selection, count(selection, name)) for name in wanted]


def _known(asked: StatementFilter, name: str, selection: Selection, found: Counts) -> Facet:
    """The facet of counts, of which only those are named that may be shown."""
    known = _shown(selection, name, found)
    if len(known) <= MANY:
        return _facet(asked, name, _named(selection, name, known))
    least = nlargest(MOST_OPTIONS, known.values())[-1]
    chosen = {key_of(value) for value in several(asked.chosen().get(name))}
    leading = {key: n for key, n in known.items() if n >= least or key in chosen}
    facet = _facet(asked, name, _named(selection, name, leading))
    return replace(facet, more=facet.more + len(known) - len(leading))


def _facet(asked: StatementFilter, name: str, counted: Iterable[Counted]) -> Facet:
    chosen = {value_of(value): text_of(name, value) for value in several(asked.chosen().get(name))}
    ordered = sorted(counted, key=lambda one: (-one[2], one[1]))
    shown = [one for n, one in enumerate(ordered) if n < MOST_OPTIONS or one[0] in chosen]
    # What was chosen stays in the form, though nothing fits it, or it could not be unchosen.
    absent = chosen.keys() - {value for value, _label, _count in shown}
    options = [Option(value, label, count, value in chosen) for value, label, count in shown]
    options += sorted(
        (Option(value, chosen[value], 0, selected=True) for value in absent),
        key=lambda option: option.label,
    )
    return Facet(name, asked.filters[name].label, options, more=len(ordered) - len(shown))


def _shown(selection: Selection, name: str, found: Counts) -> Counts:
    """The counts of values that readers may see."""
    if name in PLAIN or name == "edition":
        return found
    names = selection.standing.names[name]
    return {key: n for key, n in found.items() if key in names or key == NO_TOPIC}


def _named(selection: Selection, name: str, found: Counts) -> list[Counted]:
    """Counts with the values as addresses have them, and as readers read them."""
    if name in PLAIN:
        return [(value, text_of(name, value), count) for value, count in found.items()]
    if name == "edition":
        return [(year, year, count) for year, count in found.items()]
    names = selection.standing.names[name]
    without = (NO_TOPIC, _("No topic"))
    return [(*names.get(key, without), count) for key, count in found.items()]
