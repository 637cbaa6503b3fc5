"""Where it stands: sources and their outlets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sources.models import Outlet, Source
from statements import listings
from statements.addresses import twin
from statements.renames import by_slug
from statements.rows import rows
from statements.timeline import Timeline
from statements.views.listing import numbered, with_timeline

MOST_SOURCES = 20  # the newest of an outlet; the data have all


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
    page = numbered(request, listings.resting_on(source).for_rows())
    context = {
        "source": source,
        "page": page,
        "statements": rows(list(page)),
        "cites": source.cites.published().select_related("outlet"),
        "cited_in": source.cited_in.published().select_related("outlet"),
    }
    return render(request, "statements/source_detail.html", context)


@require_safe
@by_slug(Outlet)
def outlet_detail(request: HttpRequest, outlet: Outlet) -> HttpResponse:
    timeline = Timeline(request, outlet=outlet.slug)
    printed = outlet.sources.published()
    # Their statements are counted in a query of its own: only of those that are shown.
    newest = list(printed.newest_first().values_list("pk", flat=True)[:MOST_SOURCES])
    return with_timeline(
        request,
        "statements/outlet_detail.html",
        timeline,
        outlet=outlet,
        sources=listings.citing(outlet.sources.filter(pk__in=newest).newest_first()),
        sources_in_all=printed.count() if len(newest) == MOST_SOURCES else len(newest),
        all_sources=twin(reverse("source_list"), "csv"),
    )
