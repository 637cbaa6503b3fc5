"""Counts beside the options of the filter panel.

A facet counts its values under all the other filters, not under its own, so that a choice can be
widened to "any of". The counts come from the postings; where those cannot be trusted, or something
else than statements is counted, from SQL (`grouping`). They are exact either way.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from statements.filters import NO_TOPIC, StatementFilter
from statements.grouping import COUNTERS, Counted, Counter
from statements.parameters import several, text_of, value_of
from statements.postings.counting import Counts, leading, visible
from statements.postings.selecting import PLAIN, Selection, key_of

Language = str | None  # the one in force, which it costs more to ask for than to use
MOST_OPTIONS = 20  # values shown of a facet, besides those chosen


@dataclass(slots=True)
class Option:
    value: str
    label: str
    count: int
    selected: bool


@dataclass(slots=True)
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
    count: Callable[[Selection, str], Counts] | None = None,
) -> list[Facet]:
    """The facets of a selection, each with its values, the most frequent first.

    They count statements, from the sets of `selection` where it is given. `counters` and `count`
    count something else that the selection leads to, by SQL and from the sets.
    """
    by_name = COUNTERS if counters is None else counters
    wanted = (name for name in by_name if name not in leave_out)
    chosen, language = asked.chosen(), get_language()
    values = ((name, several(chosen.get(name))) for name in wanted)
    if selection is not None:
        return [_known(language, *of, selection, count) for of in values]
    counted = ((*of, by_name[of[0]](asked, of[0])) for of in values)
    return [_facet(language, *of, len(of[-1])) for of in counted]


def _known(
    language: Language,
    name: str,
    chosen: list[object],
    selection: Selection,
    count: Callable[[Selection, str], Counts] | None,
) -> Facet:
    """The facet from the sets, of which only those values are named that may be shown."""
    keys = {key_of(value) for value in chosen}
    if count is None:
        found = leading(selection, name, MOST_OPTIONS, keys)
    else:
        found = visible(selection, name, count(selection, name), MOST_OPTIONS, keys)
    named = _named(language, selection, name, found.counts)
    return _facet(language, name, chosen, named, found.number)


def _facet(
    language: Language, name: str, values: list[object], counted: list[Counted], number: int
) -> Facet:
    """The facet of counted values, which hold all that lead and were chosen, of so many."""
    chosen = {value_of(value): text_of(name, value) for value in values}
    counted.sort(key=lambda one: (-one[2], one[1]))
    shown = [one for n, one in enumerate(counted) if n < MOST_OPTIONS or one[0] in chosen]
    options = [Option(value, label, count, value in chosen) for value, label, count in shown]
    if chosen:
        options += _absent(chosen, {value for value, _label, _count in shown})
    return Facet(name, _label(name, language), options, more=number - len(shown))


def _absent(chosen: dict[str, str], shown: Collection[str]) -> Iterable[Option]:
    """What was chosen stays in the form, though nothing fits it, or it could not be unchosen."""
    absent = (Option(value, text, 0, True) for value, text in chosen.items() if value not in shown)
    return sorted(absent, key=lambda option: option.label)


def _named(language: Language, selection: Selection, name: str, found: Counts) -> list[Counted]:
    """Counts with the values as addresses have them, and as readers read them."""
    if name in PLAIN:
        return [(value, _text(name, value, language), count) for value, count in found.items()]
    if name == "edition":
        return [(year, year, count) for year, count in found.items()]
    names = selection.standing.names[name]
    without = (NO_TOPIC, _text("topic", None, language))
    return [(*names.get(key, without), count) for key, count in found.items()]


@lru_cache(maxsize=500)
def _label(name: str, _language: Language) -> str:
    """What the parameter is called."""
    return str(StatementFilter.base_filters[name].label)


@lru_cache(maxsize=2_000)
def _text(name: str, value: str | None, _language: Language) -> str:
    """What the value is called."""
    return text_of(name, value)
