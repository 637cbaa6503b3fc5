"""The front page."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.loaded import Loaded
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
    context = {
        "page": next(iter(_page().records()), None),
        "holdings": holdings(),
        "courses": home_courses(),
        "newest": newest_statements(),
        "shifts": newest_shifts(),
        "figures": newest_figures(),
        "speakers": most_heard(_speakers(), "speaker", MOST_NAMED),
        "topics": most_heard(_topics(), "topic", MOST_NAMED),
    }
    return render(request, "statements/home.html", context)


@cache
def _page() -> Loaded[Page]:
    return Loaded(Page.objects.filter(slug="front"))


@cache
def _speakers() -> Loaded[Speaker]:
    return Loaded(Speaker.objects.published().order_by("sort_name").only("slug", "name"), "pk")


@cache
def _topics() -> Loaded[Topic]:
    return Loaded(Topic.objects.published().order_by("name").only("slug", "name"), "pk")
