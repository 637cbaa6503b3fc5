"""Where it stands: sources and their outlets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from sources.models import Outlet, Source
from statements import listings
from statements.renames import by_slug
from statements.timeline import Timeline
from statements.views.listing import numbered, with_timeline


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    page = numbered(request, listings.sources())
    return render(request, "statements/source_list.html", {"page": page})


@require_safe
def source_detail(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    published = Source.objects.published().select_related("outlet__country")
    source = get_object_or_404(published, pk=pk)
    if slug != source.slug:
        return redirect(source.get_absolute_url(), permanent=True)  # type: ignore[attr-defined]
    context = {
        "source": source,
        "statements": listings.resting_on(source).for_timeline(),
        "cites": source.cites.published().select_related("outlet"),
        "cited_in": source.cited_in.published().select_related("outlet"),
    }
    return render(request, "statements/source_detail.html", context)


@require_safe
@by_slug(Outlet)
def outlet_detail(request: HttpRequest, outlet: Outlet) -> HttpResponse:
    timeline = Timeline(request, outlet=outlet.slug)
    sources = listings.citing(outlet.sources.published().newest_first())
    return with_timeline(
        request, "statements/outlet_detail.html", timeline, outlet=outlet, sources=sources
    )
