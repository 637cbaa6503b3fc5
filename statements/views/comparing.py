"""Speakers, or periods of one, side by side."""

from typing import TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.listings import STATEMENTS
from statements.models import Organisation, Ranking, Speaker, Topic
from statements.positions.comparing import Comparison
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
        "speakers": most_heard(Speaker.objects.published()),
        "organisations": most_heard(Organisation.objects.published()),
        "topics": Topic.objects.published(),
        "rankings": Ranking.objects.published(),
        "chosen": {name: comparison.asked.getlist(name) for name in comparison.asked},
        "periods": [*comparison.asked.getlist("period"), "", ""][:2],
    }


def most_heard(records: QuerySet[Heard]) -> list[Heard]:
    """By name, those with the most published statements."""
    heard = records.annotate(n=STATEMENTS).filter(n__gt=0).order_by("-n", "name")
    return sorted(heard[:LONGEST_LIST], key=lambda one: getattr(one, "sort_name", one.name))
