"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.models import Page, Speaker, Statement, Topic
from statements.overview import (
    SHOWN,
    holdings,
    home_courses,
    newest_figures,
    newest_shifts,
)
from statements.tallies import most_heard

MOST_NAMED = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    speakers = Speaker.objects.published().order_by("sort_name")
    topics = Topic.objects.published().order_by("name")
    context = {
        "page": Page.objects.filter(slug="front").first(),
        "holdings": holdings(),
        "courses": home_courses(),
        "newest": Statement.objects.published().newest_first().for_rows()[:SHOWN],
        "shifts": newest_shifts(),
        "figures": newest_figures(),
        "speakers": most_heard(speakers, "speaker", MOST_NAMED),
        "topics": most_heard(topics, "topic", MOST_NAMED),
    }
    return render(request, "statements/home.html", context)
