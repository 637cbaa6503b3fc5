"""Pages about the register itself, and the one that a request gets that cannot be read."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sources.vocabulary import Confidence, DateBasis
from statements.models import (
    Function,
    Page,
    Ranking,
    Stance,
    Statement,
)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    page = Page.objects.filter(slug="about").first()
    return render(request, "statements/about.html", {"page": page})


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    context = {
        "kinds": Statement.Kind,
        "functions": Function.objects.all(),
        "stances": Stance.objects.all(),
        "bases": DateBasis,
        "confidences": Confidence,
        "rankings": Ranking.objects.published().prefetch_related("levels"),
    }
    return render(request, "statements/method.html", context)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What Django calls for a BadRequest: its sentence on a page of the site."""
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    return render(request, "400.html", {"reason": reason}, status=400)
