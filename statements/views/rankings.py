"""Rankings, and the way of a country through one: as a page, as a drawing and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sources.models import Country
from statements.exports.files import as_download, file_name
from statements.exports.standings import FIELDS, lines
from statements.exports.tables import csv_lines
from statements.models import Ranking
from statements.overview import home_courses
from statements.rankings.named import levels_of
from statements.rankings.standings import Standing, sparklines, standing_of
from statements.renames import by_slug


@require_safe
def ranking_list(request: HttpRequest) -> HttpResponse:
    """Every ranking, with the home country's way through it where it has a place."""
    own = {course.ranking: course for course in home_courses()}
    rankings = [(ranking, own.get(ranking)) for ranking in Ranking.objects.published()]
    return render(request, "statements/ranking_list.html", {"rankings": rankings})


@require_safe
@by_slug(Ranking)
def ranking_detail(request: HttpRequest, ranking: Ranking) -> HttpResponse:
    levels = levels_of([ranking.pk])
    context = {"ranking": ranking, "levels": levels, "ways": sparklines(ranking, levels)}
    return render(request, "statements/ranking_detail.html", context)


@require_safe
@by_slug(Ranking)
@by_slug(Country, "country")
def ranking_country(request: HttpRequest, ranking: Ranking, country: Country) -> HttpResponse:
    shown = _standing(request, ranking, country)
    return render(request, "statements/ranking_country.html", {"standing": shown})


@require_safe
@by_slug(Ranking)
@by_slug(Country, "country")
def ranking_country_svg(request: HttpRequest, ranking: Ranking, country: Country) -> HttpResponse:
    """The chart by itself, with its own ground and whole addresses."""
    shown = _standing(request, ranking, country)
    if shown.chart is None:
        raise Http404
    context = {"standing": shown, "chart": shown.chart, "origin": _origin(request)}
    drawing = "statements/ranking_country.svg"
    response = render(request, drawing, context, content_type="image/svg+xml")
    response["Content-Disposition"] = f'inline; filename="{file_name(_name(shown), "svg")}"'
    return response


@require_safe
@by_slug(Ranking)
@by_slug(Country, "country")
def ranking_country_csv(request: HttpRequest, ranking: Ranking, country: Country) -> HttpResponse:
    """What the chart shows, as a file; short enough to be sent whole."""
    shown = _standing(request, ranking, country)
    text = "".join(csv_lines(FIELDS, lines(shown, _origin(request))))
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    as_download(response, name=_name(shown), extension="csv")
    return response


def _standing(request: HttpRequest, ranking: Ranking, country: Country) -> Standing:
    return standing_of(ranking, country, request.GET.getlist("with"))


def _name(standing: Standing) -> str:
    """What a download is called: of letters, digits and hyphens, as slugs are."""
    return "-".join([standing.ranking.slug, standing.country.slug, *standing.chosen])


def _origin(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
