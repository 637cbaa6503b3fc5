"""How many public figures there are of each indicator, speaker and organisation."""

from collections import Counter
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Count

from statements.models import Figure, Indicator, Organisation, Speaker
from statements.postings import worker
from statements.prepared import Prepared

COLUMNS = ("indicator", "speaker", "organisation")


class Named(NamedTuple):
    """A record with the number `n` of its public figures, by its name in addresses and in words."""

    code: str
    label: str
    n: int


def counted() -> dict[str, list[Named]]:
    """The indicators, speakers and organisations of which there are public figures.

    They are counted once after each change.
    """
    standing = worker.current()
    return standing.once("figures by what they name", _counted) if standing else _counted()


def _counted() -> dict[str, list[Named]]:
    tallies: dict[str, Counter[int]] = {name: Counter() for name in COLUMNS}
    for *numbers, n in _told().of():
        for name, pk in zip(COLUMNS, numbers, strict=True):
            if pk is not None:
                tallies[name][pk] += n
    return {name: _named(name, tally) for name, tally in tallies.items()}


def _named(name: str, tally: Counter[int]) -> list[Named]:
    rows = _names(name).of(list(tally)) if tally else []
    return [Named(code, label, tally[pk]) for pk, code, label in rows]


@cache
def _told() -> Prepared:
    rows = Figure.objects.published().order_by().values_list(*COLUMNS)
    return Prepared(rows.annotate(n=Count("pk")))


@cache
def _names(name: str) -> Prepared:
    records: dict[str, Any] = {
        "indicator": Indicator.objects.order_by("code").values_list("pk", "code", "label"),
        "speaker": _published(Speaker),
        "organisation": _published(Organisation),
    }
    return Prepared(records[name], "pk")


def _published(model: Any) -> Any:
    return model.objects.published().order_by("pk").values_list("pk", "slug", "name")
