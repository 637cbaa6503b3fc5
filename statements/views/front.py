"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.models import (
    Page,
    Ranking,
    Speaker,
    Statement,
    Topic,
)
from statements.views.listing import STATEMENTS
from statements.views.rankings import standing


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    published = Statement.objects.published()
    speakers = Speaker.objects.published().annotate(n=STATEMENTS).filter(n__gt=0)
    context = {
        "page": Page.objects.filter(slug="front").first(),
        "lead": published.filter(kind="quotation").newest_first().for_timeline().first(),
        "newest": published.newest_first().for_timeline()[:5],
        "count": published.count(),
        "topics": Topic.objects.published().annotate(n=STATEMENTS).order_by("-n", "name"),
        "speakers": speakers.order_by("-n", "sort_name")[:8],
        "standings": [standing(ranking) for ranking in Ranking.objects.published()],
    }
    return render(request, "statements/home.html", context)
