"""Rankings, and the way of a country through one."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from sources.models import Country
from statements.models import (
    Ranking,
)
from statements.placements import history, newest_levels
from statements.renames import by_slug


def standing(ranking: Ranking) -> dict[str, object]:
    """A ranking with the home country's way through it, the oldest year first."""
    country = Country.objects.filter(iso2=settings.HOME_COUNTRY).first()
    years = history(ranking, country)[::-1] if country else []
    return {"ranking": ranking, "country": country, "years": years}


@require_safe
def ranking_list(request: HttpRequest) -> HttpResponse:
    standings = [standing(ranking) for ranking in Ranking.objects.published()]
    return render(request, "statements/ranking_list.html", {"standings": standings})


@require_safe
@by_slug(Ranking)
def ranking_detail(request: HttpRequest, ranking: Ranking) -> HttpResponse:
    context = {
        "ranking": ranking,
        "levels": ranking.levels.all(),
        "placements": newest_levels(ranking),
    }
    return render(request, "statements/ranking_detail.html", context)


@require_safe
@by_slug(Ranking)
def ranking_country(request: HttpRequest, ranking: Ranking, country: str) -> HttpResponse:
    placed = get_object_or_404(Country, slug=country)
    years = history(ranking, placed)
    others = newest_levels(ranking)
    context = {
        "ranking": ranking,
        "country": placed,
        "years": years,
        "oldest_first": years[::-1],
        "levels": ranking.levels.all(),
        "others": [placement for placement in others if placement.country_id != placed.pk],
    }
    return render(request, "statements/ranking_country.html", context)
