"""What was claimed in numbers: all series, one indicator, and both as a drawing and as data."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from statements.charts.figures import FigureChart, figure_chart
from statements.exports.files import file_name
from statements.figures.selection import FigureSelection, public_indicators
from statements.figures.series import Series
from statements.models import Indicator
from statements.renames import by_slug
from statements.views.listing import numbered

SMALL = (420, 230)  # of a chart in the list
SERIES_ON_PAGE = 20
by_code = by_slug(Indicator, "code", "code", public_indicators)
GAP = 34  # between the charts of one drawing, for the name of the place


@dataclass(frozen=True)
class Drawn:
    """A series and its chart, `top` units below the beginning of the drawing."""

    series: Series
    chart: FigureChart
    top: int = 0


@require_safe
def figure_list(request: HttpRequest) -> HttpResponse:
    selection = FigureSelection(request.path, request.GET)
    page = numbered(request, selection.pairs, size=SERIES_ON_PAGE)
    drawn = [Drawn(one, figure_chart(one, *SMALL)) for one in selection.series(list(page))]
    context = {"selection": selection, "page": page, "drawn": drawn}
    context["previous"], context["next"] = _neighbours(selection, page)
    return render(request, "statements/figure_list.html", context, status=selection.http_status)


@require_safe
@by_code
def figure_indicator(request: HttpRequest, indicator: Indicator) -> HttpResponse:
    selection = FigureSelection(request.path, request.GET, indicator)
    context = {
        "indicator": indicator,
        "selection": selection,
        "drawn": _drawn(selection),
        "svg": selection.twin(reverse("figure_svg", args=[indicator.code])),
    }
    template = "statements/figure_indicator.html"
    return render(request, template, context, status=selection.http_status)


@require_safe
@by_code
def figure_svg(request: HttpRequest, indicator: Indicator) -> HttpResponse:
    """The charts of an indicator, one below the other, as a drawing that stands by itself."""
    selection = FigureSelection(request.path, request.GET, indicator)
    if selection.errors:
        return _refused(selection)
    drawn = _drawn(selection)
    if not drawn:
        raise Http404
    context = {"indicator": indicator, "drawn": drawn, "selection": selection}
    context["height"] = drawn[-1].top + drawn[-1].chart.height + 2 * GAP
    context["width"] = drawn[0].chart.width
    template = "statements/figure_indicator.svg"
    response = render(request, template, context, content_type="image/svg+xml")
    response["Content-Disposition"] = f'inline; filename="{file_name(indicator.code, "svg")}"'
    return response


def _refused(selection: FigureSelection) -> HttpResponse:
    """The reasons in plain text, each led by the name of its parameter."""
    lines = [f"“{name}”: {text}\n" for name, text in selection.errors]
    return HttpResponse(lines, content_type="text/plain; charset=utf-8", status=400)


def _drawn(selection: FigureSelection) -> list[Drawn]:
    """The charts of a selection, each below the one before."""
    drawn, top = [], 2 * GAP
    for one in selection.series():
        chart = figure_chart(one)
        drawn.append(Drawn(one, chart, top))
        top += chart.height + GAP
    return drawn


def _neighbours(selection: FigureSelection, page: Page) -> tuple[str, str]:
    """The addresses of the page before and the page after; "" where there is none."""
    before = selection.page_address(page.previous_page_number()) if page.has_previous() else ""
    after = selection.page_address(page.next_page_number()) if page.has_next() else ""
    return before, after
