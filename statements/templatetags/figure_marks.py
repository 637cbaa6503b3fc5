"""The drawing of figures over time: grid, years, lines and bars, as pieces of an SVG."""

from collections.abc import Iterable
from typing import Protocol

from django import template
from django.utils.translation import ngettext

from statements.addresses import path_to, statement_path
from statements.charts.figures import FigureChart, Line, Mark
from statements.figures.series import Series
from statements.markup import Markup, Sheet
from statements.models import Figure
from statements.wording import wording as _

register = template.Library()

INK, ODD = "#1b1a17", "#8f1d14"
CARD = """<li>
  <h2><a href="%s">%s</a></h2>
  <p class="meta">%s · %s"""
CONFLICTS = ' · <strong class="odd">%s</strong>'
FRAME = """<div class="scroll figure-chart%s" tabindex="0" role="region" aria-label="%s">
  <svg viewBox="0 0 %s %s" role="group" aria-label="%s" font-size="13">
    """
FRAME_END = "\n  </svg>\n</div>"
SMALL = " small"
TICK = (
    '<line class="fc-grid" x1="%s" x2="%s" y1="%s" y2="%s" stroke="#d9d4c5"/>'
    '<text class="fc-soft" x="%s" y="%s" text-anchor="end" fill="#5a564c">%s</text>\n'
)
YEAR = '<line class="fc-grid" x1="%s" x2="%s" y1="%s" y2="%s" stroke="#5a564c"/>'
BELOW = '<text class="fc-soft" x="%s" y="%s" text-anchor="middle" fill="#5a564c">%s</text>'
LANE = (
    '<line class="fc-grid" x1="%s" x2="%s" y1="14" y2="%s" stroke="#5a564c" '
    'stroke-dasharray="1 4"/>'
)
JOIN = '<line class="fc-join" x1="%s" y1="%s" x2="%s" y2="%s" stroke="#5a564c" stroke-width="1"/>\n'
CONFLICT = (
    '<line class="fc-odd" x1="%s" y1="%s" x2="%s" y2="%s" stroke="#8f1d14" '
    'stroke-width="2" stroke-dasharray="3 3"/>\n'
)
LINKED = '<a class="fc-mark" href="%s">'
MARK = '<title>%s</title><rect x="%s" y="%s" width="%s" height="24" fill="transparent"/>'
PART_LABEL = '<text class="fc-value%s" x="%s" y="%s" text-anchor="middle" fill="%s">%s</text>'
LABEL = PART_LABEL.replace(' fill="%s"', ' font-weight="600" fill="%s"')
OPEN = (
    '<rect class="fc-open%s" x="%s" y="%s" width="%s" height="6" fill="#fdfcf8" stroke="%s" '
    'stroke-width="1.5"/>'
)
DASHED = OPEN.replace("/>", ' stroke-dasharray="4 2"/>')
BAR = '<rect class="fc-bar%s" x="%s" y="%s" width="%s" height="%s" fill="%s"/>'
ARROW = '<polygon class="fc-bar%s" points="%s" fill="%s"/>'


class Drawn(Protocol):
    """A series with its chart."""

    @property
    def series(self) -> Series: ...

    @property
    def chart(self) -> FigureChart: ...


@register.simple_tag
def figure_cards(drawn: Iterable[Drawn]) -> Markup:
    """Series, each named and with its small chart, as the items of a list."""
    sheet = Sheet()
    for one in drawn:
        _put_card(sheet, one.series)
        _put_chart(sheet, one.chart, SMALL)
        sheet.add("\n</li>\n")
    return sheet.markup()


def _put_card(sheet: Sheet, series: Series) -> None:
    indicator, n = series.indicator, len(series.points)
    unit = f"{indicator.unit} · {series.place}" if series.place else indicator.unit
    told = ngettext("%(n)s figure", "%(n)s figures", n) % {"n": n}
    sheet.add(CARD, path_to("figure_indicator", indicator.code), indicator.label, unit, told)
    if series.conflicts:
        sheet.add(CONFLICTS, _("values in conflict"))
    sheet.add("</p>\n  ")


@register.simple_tag
def figure_frame(chart: FigureChart) -> Markup:
    """A chart for the page of its indicator."""
    sheet = Sheet()
    _put_chart(sheet, chart)
    return sheet.markup()


@register.simple_tag
def figure_marks(chart: FigureChart, *, linked: bool) -> Markup:
    """All that a chart draws; `linked` where its bars lead to where they stand."""
    sheet = Sheet()
    _put_marks(sheet, chart, linked=linked)
    return sheet.markup()


def _put_chart(sheet: Sheet, chart: FigureChart, size: str = "") -> None:
    indicator = chart.series.indicator
    region = _("Chart: %(indicator)s") % {"indicator": indicator.label}
    told = _(
        "%(indicator)s (%(unit)s): every value over the period that it counts. "
        "The table holds the same numbers."
    ) % {"indicator": indicator.label, "unit": indicator.unit}
    sheet.add(FRAME, size, region, str(chart.width), str(chart.height), told)
    _put_marks(sheet, chart, linked=True)
    sheet.add(FRAME_END)


def _put_marks(sheet: Sheet, chart: FigureChart, *, linked: bool) -> None:
    _put_grid(sheet, chart)
    for line in chart.joins:
        _put_line(sheet, JOIN, line)
    for line in chart.conflicts:
        _put_line(sheet, CONFLICT, line)
    for mark in chart.marks:
        if linked:
            sheet.add(LINKED, _stands_in(mark.figure))
        else:
            sheet.add("<g>")
        _put_mark(sheet, mark)
        sheet.add("</a>\n" if linked else "</g>\n")


def _put_grid(sheet: Sheet, chart: FigureChart) -> None:
    left, width, label = str(chart.left), str(chart.width), str(chart.left - 8)
    for tick in chart.ticks:
        y = str(tick.y)
        sheet.add(TICK, left, width, y, y, label, str(tick.y + 4), tick.label)
    bottom, below, text = str(chart.bottom), str(chart.bottom + 6), str(chart.bottom + 19)
    for year in chart.years:
        x = str(year.start)
        sheet.add(YEAR, x, x, bottom, below)
        if year.labelled:
            sheet.add(BELOW, str(year.middle), text, str(year.year))
        sheet.add("\n")
    if chart.lane is not None:
        lane = str(chart.lane)
        sheet.add(LANE, lane, lane, bottom)
        sheet.add(BELOW, str(chart.lane_middle), text, _("no period"))
        sheet.add("\n")


def _put_line(sheet: Sheet, pattern: str, line: Line) -> None:
    sheet.add(pattern, str(line.x1), str(line.y1), str(line.x2), str(line.y2))


def _stands_in(figure: Figure) -> str:
    if statement := figure.statement:
        return statement_path(statement.pk, statement.slug)
    return figure.source.get_absolute_url() if figure.source else ""  # type: ignore[attr-defined]


def _put_mark(sheet: Sheet, mark: Mark) -> None:
    sheet.add(MARK, mark.title, str(mark.left), str(mark.y - 12), str(mark.width))
    _put_bar(sheet, mark)
    if mark.arrow:
        sheet.add(ARROW, _odd(mark, " fc-odd-fill"), mark.arrow, _ink(mark))
    if mark.label_y is not None:
        name, pattern = _odd(mark, " fc-odd-text"), PART_LABEL if mark.is_part else LABEL
        sheet.add(pattern, name, str(mark.label_x), str(mark.label_y), _ink(mark), mark.label)


def _put_bar(sheet: Sheet, mark: Mark) -> None:
    """Open where the number is not sure, thin where it is a part, else full."""
    figure, about = mark.figure, mark.figure.qualifier == Figure.Qualifier.ABOUT
    left, width, y = str(mark.left), str(mark.width), mark.y
    if figure.unit_disputed or about:
        pattern = DASHED if about else OPEN
        sheet.add(pattern, _odd(mark, " fc-odd"), left, str(y - 3), width, _ink(mark))
    elif mark.is_part:
        sheet.add(BAR, "", left, str(y - 1), width, "2", INK)
    else:
        sheet.add(BAR, _odd(mark, " fc-odd-fill"), left, str(y - 3), width, "6", _ink(mark))


def _odd(mark: Mark, name: str) -> str:
    return name if mark.is_conflict else ""


def _ink(mark: Mark) -> str:
    return ODD if mark.is_conflict else INK
