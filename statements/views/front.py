"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.listings import STATEMENTS
from statements.models import Page, Speaker, Statement, Topic
from statements.overview import (
    SHOWN,
    holdings,
    home_courses,
    newest_figures,
    newest_shifts,
)

MOST_NAMED = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    speakers = Speaker.objects.published().annotate(n=STATEMENTS).filter(n__gt=0)
    topics = Topic.objects.published().annotate(n=STATEMENTS).filter(n__gt=0)
    context = {
        "page": Page.objects.filter(slug="front").first(),
        "holdings": holdings(),
        "courses": home_courses(),
        "newest": Statement.objects.published().newest_first().for_timeline()[:SHOWN],
        "shifts": newest_shifts(),
        "figures": newest_figures(),
        "speakers": speakers.order_by("-n", "sort_name")[:MOST_NAMED],
        "topics": topics.order_by("-n", "name")[:MOST_NAMED],
    }
    return render(request, "statements/home.html", context)
