"""Counts of positions beside the options of the filter panel, by what their evidence is."""

from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from sources.publication import Status
from statements.filters import NO_TOPIC, StatementFilter
from statements.grouping import Counted, Counter
from statements.models import Evidence
from statements.parameters import text_of


def _evidence(selection: StatementFilter, name: str) -> QuerySet[Evidence]:
    """What the positions of a selection rest on, as if the parameter had not been given."""
    return Evidence.objects.filter(
        position__in=selection.positions(without=name),
        statement__in=selection.selection(without=name),
    )


def _grouped(rows: QuerySet[Any], value: str, label: str) -> list[Counted]:
    counted = rows.order_by().values(value, label).annotate(n=Count("position", distinct=True))
    return [(str(row[value]), str(row[label]), row["n"]) for row in counted]


def by_column(value: str, label: str = "") -> Counter:
    """Counts by a column of the position, of its evidence, or of what has no status."""

    def count(selection: StatementFilter, name: str) -> list[Counted]:
        rows = _evidence(selection, name).filter(**{f"{value}__isnull": False})
        return _grouped(rows, value, label or value)

    return count


def by_record(path: str, *through: str) -> Counter:
    """Counts by a published record that the evidence names, by way of published ones."""
    public = {f"{name}__status": Status.PUBLISHED for name in (path, *through)}

    def count(selection: StatementFilter, name: str) -> list[Counted]:
        rows = _evidence(selection, name).filter(**public)
        return _grouped(rows, f"{path}__slug", f"{path}__name")

    return count


def by_topic(selection: StatementFilter, name: str) -> list[Counted]:
    bare = _evidence(selection, name).filter(statement__topics__isnull=True)
    none = bare.values("position").distinct().count()
    without = [(NO_TOPIC, _("No topic"), none)] if none else []
    return by_record("statement__topics")(selection, name) + without


def by_country(selection: StatementFilter, name: str) -> list[Counted]:
    speaker, body = "statement__speaker__country", "statement__organisation__country"
    rows = _evidence(selection, name).annotate(
        iso2=Coalesce(f"{speaker}__iso2", f"{body}__iso2"),
        country=Coalesce(f"{speaker}__name", f"{body}__name"),
    )
    return _grouped(rows.exclude(iso2__isnull=True), "iso2", "country")


def by_value(path: str, **through: Any) -> Counter:
    """Counts by a column whose values are shown in words of their own."""

    def count(selection: StatementFilter, name: str) -> list[Counted]:
        counted = _grouped(_evidence(selection, name).filter(**through), path, path)
        return [(value, text_of(name, value), number) for value, _label, number in counted]

    return count


RANKING = "position__placement__edition__ranking"
YEAR = "position__placement__edition__year"
CITED = "statement__citations__source"
COUNTERS: dict[str, Counter] = {
    "speaker": by_record("statement__speaker"),
    "organisation": by_record("statement__organisation"),
    "stance": by_column("position__stance__code", "position__stance__label"),
    "ranking": by_column(f"{RANKING}__slug", f"{RANKING}__name"),
    "edition": by_column(YEAR),
    "topic": by_topic,
    "function": by_column("statement__functions__code", "statement__functions__label"),
    "kind": by_value("statement__kind"),
    "verification": by_value(
        "statement__citations__verification", **{f"{CITED}__status": Status.PUBLISHED}
    ),
    "outlet": by_record(f"{CITED}__outlet", CITED),
    "country": by_country,
    "language": by_value("statement__language"),
    "event": by_record("statement__event"),
}
