"""Speakers, or periods of one, side by side."""

from typing import TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.loaded import Loaded
from statements.models import Organisation, Ranking, Speaker, Topic
from statements.positions.comparing import Comparison
from statements.tallies import most_heard
from statements.views.listing import LONGEST_LIST

Heard = TypeVar("Heard", Speaker, Organisation)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """The comparison asked for, or the form that asks for one; 400 where it cannot be read."""
    comparison = Comparison(request.GET)
    context: dict[str, object] = {"comparison": comparison}
    if not comparison.columns:
        context |= choices(comparison)
    return render(request, "statements/compare.html", context, status=comparison.http_status)


def choices(comparison: Comparison) -> dict[str, object]:
    """What the form offers: those who spoke most, topics and rankings; and what was chosen."""
    return {
        "speakers": by_name(Speaker.objects.published(), "speaker"),
        "organisations": by_name(Organisation.objects.published(), "organisation"),
        "topics": Topic.objects.published(),
        "rankings": Ranking.objects.published(),
        "chosen": {name: comparison.asked.getlist(name) for name in comparison.asked},
        "periods": [*comparison.asked.getlist("period"), "", ""][:2],
    }


def by_name(records: QuerySet[Heard], facet: str) -> list[Heard]:
    """By name, those with the most published statements."""
    heard = most_heard(Loaded(records.order_by("name"), "pk"), facet, LONGEST_LIST)
    return sorted(heard, key=lambda one: getattr(one, "sort_name", one.name))
