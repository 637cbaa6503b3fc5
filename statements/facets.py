"""Counts beside the options of the filter panel.

A facet counts its values under all the other filters, not under its own, so that a choice can be
widened to "any of". Plain GROUP BY: right for a register of this size.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from sources.publication import Status
from statements.filters import NO_TOPIC, StatementFilter
from statements.models import Evidence
from statements.parameters import several, text_of, value_of


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """A filter with the values that occur. `name` is the query parameter."""

    name: str
    label: str
    options: list[Option]

    @property
    def selected(self) -> list[Option]:
        return [option for option in self.options if option.selected]


Counted = list[tuple[str, str, int]]  # value, label, number of statements


def facets(
    selection: StatementFilter,
    leave_out: Collection[str] = (),
    counters: "Mapping[str, Counter] | None" = None,
) -> list[Facet]:
    """The facets of a selection, each with its values, the most frequent first.

    They count statements, unless `counters` count something else that the selection leads to.
    """
    by_name = COUNTERS if counters is None else counters
    wanted = (name for name in by_name if name not in leave_out)
    return [_facet(selection, name, by_name[name]) for name in wanted]


def _facet(selection: StatementFilter, name: str, counter: "Counter") -> Facet:
    chosen = {
        value_of(value): text_of(name, value) for value in several(selection.chosen().get(name))
    }
    counted = counter(selection, name)
    options = [Option(value, label, count, value in chosen) for value, label, count in counted]
    # What was chosen stays in the form, though nothing fits it, or it could not be unchosen.
    absent = chosen.keys() - {option.value for option in options}
    options += [Option(value, chosen[value], 0, selected=True) for value in absent]
    options.sort(key=lambda option: (-option.count, option.label))
    return Facet(name, selection.filters[name].label, options)


Counter = Callable[[StatementFilter, str], Counted]


def by_column(value: str, label: str = "") -> Counter:
    """Counts by a column of the statement, or of a record that has no status."""

    def count(selection: StatementFilter, name: str) -> Counted:
        rows = selection.selection(without=name).exclude(**{f"{value}__isnull": True})
        return _grouped(rows, value, label or value)

    return count


def by_record(path: str, *through: str) -> Counter:
    """Counts by a published record that statements name, by way of published ones."""
    public = {f"{name}__status": Status.PUBLISHED for name in (path, *through)}

    def count(selection: StatementFilter, name: str) -> Counted:
        rows = selection.selection(without=name).filter(**public)
        return _grouped(rows, f"{path}__slug", f"{path}__name")

    return count


def _grouped(rows: QuerySet[Any], value: str, label: str) -> Counted:
    counted = rows.order_by().values(value, label).annotate(n=Count("pk", distinct=True))
    return [(str(row[value]), str(row[label]), row["n"]) for row in counted]


def by_position(value: str, label: str) -> Counter:
    """Counts by what the positions say that rest on the statements."""

    def count(selection: StatementFilter, name: str) -> Counted:
        evidence = Evidence.objects.filter(
            position__in=selection.positions(without=name),
            statement__in=selection.selection(without=name),
        )
        names = (f"position__{value}", f"position__{label}")
        counted = evidence.order_by().values(*names).annotate(n=Count("statement", distinct=True))
        return [(str(row[names[0]]), str(row[names[1]]), row["n"]) for row in counted]

    return count


def by_topic(selection: StatementFilter, name: str) -> Counted:
    none = selection.selection(without=name).filter(topics__isnull=True).count()
    without = [(NO_TOPIC, _("No topic"), none)] if none else []
    return by_record("topics")(selection, name) + without


def by_country(selection: StatementFilter, name: str) -> Counted:
    rows = selection.selection(without=name).annotate(
        iso2=Coalesce("speaker__country__iso2", "organisation__country__iso2"),
        country=Coalesce("speaker__country__name", "organisation__country__name"),
    )
    return _grouped(rows.exclude(iso2__isnull=True), "iso2", "country")


def by_value(path: str, **through: Any) -> Counter:
    """Counts by a column whose values are shown in words of their own."""

    def count(selection: StatementFilter, name: str) -> Counted:
        rows = selection.selection(without=name).filter(**through)
        counted = _grouped(rows, path, path)
        return [(value, text_of(name, value), number) for value, _label, number in counted]

    return count


EDITION = "placement__edition"
COUNTERS: dict[str, Counter] = {
    "speaker": by_record("speaker"),
    "organisation": by_record("organisation"),
    "topic": by_topic,
    "stance": by_position("stance__code", "stance__label"),
    "ranking": by_position(f"{EDITION}__ranking__slug", f"{EDITION}__ranking__name"),
    "edition": by_position(f"{EDITION}__year", f"{EDITION}__year"),
    "function": by_column("functions__code", "functions__label"),
    "kind": by_value("kind"),
    "verification": by_value("citations__verification", citations__source__status=Status.PUBLISHED),
    "outlet": by_record("citations__source__outlet", "citations__source"),
    "country": by_country,
    "language": by_value("language"),
    "event": by_record("event"),
}
