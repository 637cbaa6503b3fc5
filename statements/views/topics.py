"""What it is about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from statements import listings
from statements.figures.selection import newest
from statements.models import Topic
from statements.renames import by_slug
from statements.tallies import tallied
from statements.timeline import Timeline
from statements.views.listing import with_timeline


@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    topics = tallied(listings.topics(), "topic")
    return render(request, "statements/topic_list.html", {"topics": topics})


@require_safe
@by_slug(Topic)
def topic_detail(request: HttpRequest, topic: Topic) -> HttpResponse:
    timeline = Timeline(request, topic=topic)
    return with_timeline(
        request,
        "statements/topic_detail.html",
        timeline,
        topic=topic,
        figures=newest("statement__topics", topic.pk),
        figures_url=f"{reverse('figure_list')}?topic={topic.slug}",
    )
