"""Where it stands: sources and their outlets."""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sources.models import Outlet, Source
from statements import listings
from statements.addresses import twin
from statements.loaded import Loaded
from statements.postings import worker
from statements.prepared import Prepared
from statements.renames import by_slug
from statements.shown import in_order
from statements.timeline import Timeline
from statements.views.listing import numbered, with_timeline

MOST_SOURCES = 20  # the newest of an outlet; the data have all


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    page = numbered(request, listings.sources())
    return render(request, "statements/source_list.html", {"page": page})


@require_safe
def source_detail(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    source = next(iter(_source().records([pk])), None)
    if source is None:
        raise Http404
    if slug != source.slug:
        return redirect(source.get_absolute_url(), permanent=True)  # type: ignore[attr-defined]
    page = numbered(request, listings.resting_on(source).values_list("pk", flat=True))
    context = {
        "source": source,
        "page": page,
        "statements": in_order(list(page)),
        "cites": _linked("to_source", "from_source", pk),
        "cited_in": _linked("from_source", "to_source", pk),
    }
    return render(request, "statements/source_detail.html", context)


def _linked(there: str, here: str, pk: int) -> list[Source]:
    """The published sources at the other ends of citations of or by a source, the newest first."""
    return _listed().records([row[0] for row in _ends(there, here).of([pk])])


@cache
def _source() -> Loaded[Source]:
    return Loaded(Source.objects.published().select_related("outlet__country"), "pk")


@cache
def _listed() -> Loaded[Source]:
    return Loaded(Source.objects.published().select_related("outlet"), "pk")


@cache
def _counted() -> Loaded[Source]:
    return Loaded(listings.sources(), "pk")


@cache
def _ends(there: str, here: str) -> Prepared:
    return Prepared(Source.cites.through.objects.values_list(there), f"{here}_id")


@require_safe
@by_slug(Outlet)
def outlet_detail(request: HttpRequest, outlet: Outlet) -> HttpResponse:
    timeline = Timeline(request, outlet=outlet)
    # Their statements are counted in a query of its own: only of those that are shown.
    newest = [pk for (pk,) in _newest(MOST_SOURCES).of([outlet.pk])]
    return with_timeline(
        request,
        "statements/outlet_detail.html",
        timeline,
        outlet=outlet,
        sources=_counted().records(newest),
        sources_in_all=_in_all(outlet) if len(newest) == MOST_SOURCES else len(newest),
        all_sources=twin(reverse("source_list"), "csv"),
    )


def _in_all(outlet: Outlet) -> int:
    """How many public sources an outlet has."""
    count, standing = outlet.sources.published().count, worker.current()
    return standing.once(f"sources of {outlet.pk}", count) if standing else count()


@cache
def _newest(most: int) -> Prepared:
    numbers = Source.objects.published().newest_first().values_list("pk")
    return Prepared(numbers, "outlet", one=True, most=most)
