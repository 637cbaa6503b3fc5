"""The counts of facets by SQL: one GROUP BY each. Exact, and slow for a large register."""

from collections.abc import Callable
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from sources.publication import Status
from statements.filters import NO_TOPIC, StatementFilter
from statements.models import Evidence
from statements.parameters import text_of

Counted = tuple[str, str, int]  # value, label, number of statements
Counter = Callable[[StatementFilter, str], list[Counted]]


def by_column(value: str, label: str = "") -> Counter:
    """Counts by a column of the statement, or of a record that has no status."""

    def count(selection: StatementFilter, name: str) -> list[Counted]:
        rows = selection.selection(without=name).exclude(**{f"{value}__isnull": True})
        return _grouped(rows, value, label or value)

    return count


def by_record(path: str, *through: str) -> Counter:
    """Counts by a published record that statements name, by way of published ones."""
    public = {f"{name}__status": Status.PUBLISHED for name in (path, *through)}

    def count(selection: StatementFilter, name: str) -> list[Counted]:
        rows = selection.selection(without=name).filter(**public)
        return _grouped(rows, f"{path}__slug", f"{path}__name")

    return count


def _grouped(rows: QuerySet[Any], value: str, label: str) -> list[Counted]:
    counted = rows.order_by().values(value, label).annotate(n=Count("pk", distinct=True))
    return [(str(row[value]), str(row[label]), row["n"]) for row in counted]


def by_position(value: str, label: str) -> Counter:
    """Counts by what the positions say that rest on the statements."""

    def count(selection: StatementFilter, name: str) -> list[Counted]:
        evidence = Evidence.objects.filter(
            position__in=selection.positions(without=name),
            statement__in=selection.selection(without=name),
        )
        names = (f"position__{value}", f"position__{label}")
        counted = evidence.order_by().values(*names).annotate(n=Count("statement", distinct=True))
        return [(str(row[names[0]]), str(row[names[1]]), row["n"]) for row in counted]

    return count


def by_topic(selection: StatementFilter, name: str) -> list[Counted]:
    none = selection.selection(without=name).filter(topics__isnull=True).count()
    without = [(NO_TOPIC, _("No topic"), none)] if none else []
    return by_record("topics")(selection, name) + without


def by_country(selection: StatementFilter, name: str) -> list[Counted]:
    rows = selection.selection(without=name).annotate(
        iso2=Coalesce("speaker__country__iso2", "organisation__country__iso2"),
        country=Coalesce("speaker__country__name", "organisation__country__name"),
    )
    return _grouped(rows.exclude(iso2__isnull=True), "iso2", "country")


def by_value(path: str, **through: Any) -> Counter:
    """Counts by a column whose values are shown in words of their own."""

    def count(selection: StatementFilter, name: str) -> list[Counted]:
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
