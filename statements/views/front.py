"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.models import Page, Speaker, Topic
from statements.overview import (
    holdings,
    home_courses,
    newest_figures,
    newest_shifts,
    newest_statements,
)
from statements.tallies import most_heard

MOST_NAMED = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    speakers = Speaker.objects.published().order_by("sort_name").only("slug", "name")
    topics = Topic.objects.published().order_by("name").only("slug", "name")
    context = {
        "page": Page.objects.filter(slug="front").first(),
        "holdings": holdings(),
        "courses": home_courses(),
        "newest": newest_statements(),
        "shifts": newest_shifts(),
        "figures": newest_figures(),
        "speakers": most_heard(speakers, "speaker", MOST_NAMED),
        "topics": most_heard(topics, "topic", MOST_NAMED),
    }
    return render(request, "statements/home.html", context)
