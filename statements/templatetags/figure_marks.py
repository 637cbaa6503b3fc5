"""The drawing of figures over time: grid, years, lines and bars, as pieces of an SVG."""

from django import template
from django.utils.translation import gettext as _

from statements.charts.figures import FigureChart, Line, Mark, Tick
from statements.charts.scales import YearTick
from statements.markup import Markup, joined
from statements.models import Figure

register = template.Library()

INK, ODD = "#1b1a17", "#8f1d14"
TICK = (
    '<line class="fc-grid" x1="{}" x2="{}" y1="{}" y2="{}" stroke="#d9d4c5"/>'
    '<text class="fc-soft" x="{}" y="{}" text-anchor="end" fill="#5a564c">{}</text>\n'
)
YEAR = '<line class="fc-grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}" stroke="#5a564c"/>{3}\n'
BELOW = '<text class="fc-soft" x="{}" y="{}" text-anchor="middle" fill="#5a564c">{}</text>'
LANE = (
    '<line class="fc-grid" x1="{0}" x2="{0}" y1="14" y2="{1}" stroke="#5a564c" '
    'stroke-dasharray="1 4"/>{2}\n'
)
JOIN = '<line class="fc-join" x1="{}" y1="{}" x2="{}" y2="{}" stroke="#5a564c" stroke-width="1"/>\n'
CONFLICT = (
    '<line class="fc-odd" x1="{}" y1="{}" x2="{}" y2="{}" stroke="#8f1d14" '
    'stroke-width="2" stroke-dasharray="3 3"/>\n'
)
MARK = (
    '<title>{}</title><rect x="{}" y="{}" width="{}" height="24" fill="transparent"/>{}{}{}'
)  # fmt: skip
LINKED = '<a class="fc-mark" href="{}">{}</a>\n'
ALONE = "<g>{}</g>\n"
LABEL = '<text class="fc-value{}" x="{}" y="{}" text-anchor="middle"{} fill="{}">{}</text>'
BOLD = Markup(' font-weight="600"')
DASHED = Markup(' stroke-dasharray="4 2"')
OPEN = (
    '<rect class="fc-open{}" x="{}" y="{}" width="{}" height="6" fill="#fdfcf8" stroke="{}" '
    'stroke-width="1.5"{}/>'
)
BAR = '<rect class="fc-bar{}" x="{}" y="{}" width="{}" height="{}" fill="{}"/>'
ARROW = '<polygon class="fc-bar{}" points="{}" fill="{}"/>'


@register.simple_tag
def figure_marks(chart: FigureChart, *, linked: bool) -> Markup:
    """All that a chart draws; `linked` where its bars lead to where they stand."""
    pieces = [_tick(chart, tick) for tick in chart.ticks]
    pieces += [_year(chart, year) for year in chart.years]
    if chart.lane is not None:
        below = Markup(BELOW, chart.lane_middle, chart.bottom + 19, _("no period"))
        pieces.append(Markup(LANE, chart.lane, chart.bottom, below))
    pieces += [_line(JOIN, line) for line in chart.joins]
    pieces += [_line(CONFLICT, line) for line in chart.conflicts]
    pieces += [_linked(mark) if linked else Markup(ALONE, _mark(mark)) for mark in chart.marks]
    return joined(pieces)


def _tick(chart: FigureChart, tick: Tick) -> Markup:
    y = tick.y
    return Markup(TICK, chart.left, chart.width, y, y, chart.left - 8, y + 4, tick.label)


def _year(chart: FigureChart, year: YearTick) -> Markup:
    end = chart.bottom
    label = Markup(BELOW, year.middle, end + 19, str(year.year)) if year.labelled else ""
    return Markup(YEAR, year.start, end, end + 6, label)


def _line(pattern: str, line: Line) -> Markup:
    return Markup(pattern, line.x1, line.y1, line.x2, line.y2)


def _linked(mark: Mark) -> Markup:
    return Markup(LINKED, _stands_in(mark.figure), _mark(mark))


def _stands_in(figure: Figure) -> str:
    if figure.statement:
        return figure.statement.get_absolute_url()
    return figure.source.get_absolute_url() if figure.source else ""  # type: ignore[attr-defined]


def _mark(mark: Mark) -> Markup:
    arrow = Markup(ARROW, _odd(mark, " fc-odd-fill"), mark.arrow, _ink(mark)) if mark.arrow else ""
    label = "" if mark.label_y is None else _label(mark)
    return Markup(MARK, mark.title, mark.left, mark.y - 12, mark.width, _bar(mark), arrow, label)


def _label(mark: Mark) -> Markup:
    name, weight = _odd(mark, " fc-odd-text"), "" if mark.is_part else BOLD
    return Markup(LABEL, name, mark.label_x, mark.label_y, weight, _ink(mark), mark.label)


def _bar(mark: Mark) -> Markup:
    """Open where the number is not sure, thin where it is a part, else full."""
    figure, about = mark.figure, mark.figure.qualifier == Figure.Qualifier.ABOUT
    left, width = mark.left, mark.width
    if figure.unit_disputed or about:
        dashes, name = DASHED if about else "", _odd(mark, " fc-odd")
        return Markup(OPEN, name, left, mark.y - 3, width, _ink(mark), dashes)
    if mark.is_part:
        return Markup(BAR, "", left, mark.y - 1, width, 2, INK)
    return Markup(BAR, _odd(mark, " fc-odd-fill"), left, mark.y - 3, width, 6, _ink(mark))


def _odd(mark: Mark, name: str) -> str:
    return name if mark.is_conflict else ""


def _ink(mark: Mark) -> str:
    return ODD if mark.is_conflict else INK
