"""The drawings of ways through a ranking, as pieces of an SVG."""

from itertools import cycle

from django import template

from statements.charts.levels import Band, Knot, Line
from statements.charts.marks import Crowd, Lane, Mark
from statements.charts.ranking import RankingChart
from statements.charts.sparkline import Sparkline
from statements.markup import Markup, Sheet

register = template.Library()

OWN, OTHER = "3.5", "2"  # how wide the line of the country itself is, and of one beside it

SPARKLINE = (
    '<svg class="sparkline" width="%s" height="%s" viewBox="0 0 %s %s" role="img" aria-label="%s">'
    '<path d="%s" fill="none" stroke="currentColor" stroke-width="2" '
    'vector-effect="non-scaling-stroke"/>'
)
APART = '<circle class="hollow" cx="%s" cy="%s" r="2.5" fill="#fdfcf8" stroke="currentColor"/>'
NEWEST = '<circle class="newest" cx="%s" cy="%s" r="3.5" fill="#8f1d14"/></svg>'

INK = '<g class="chart-ink" fill="#1b1a17">\n'
FIRST_OF_LABEL = '<text x="0" y="%s" font-weight="600">%s</text>'
REST_OF_LABEL = '<text x="0" y="%s">%s</text>'
LANE_SIGN = (
    '<g class="%s" color="%s" transform="translate(10,%s)"><path d="%s" fill="currentColor"/></g>'
)
LANE_LABEL = '<text x="26" y="%s">%s</text>'

BAND = '<rect class="chart-band" x="0" y="%s" width="%s" height="%s" fill="%s"/>'
BAND_APART = (
    '<rect class="chart-band apart" x="0" y="%s" width="%s" height="%s" fill="none" '
    'stroke="#8b8676" stroke-dasharray="4 4"/>'
)
GROUNDS = ("#f4f1e8", "#ebe6d8")
GRID = '\n<g class="chart-grid" stroke="#d9d4c5">'
UPRIGHT = '<path d="M%s,10V%s"/>'
LEVEL = '<path d="M0,%sH%s"/>'
YEARS = '\n<g class="chart-soft" fill="#5a564c" text-anchor="middle">'
YEAR = '<text x="%s" y="%s">%s</text>'
LINE = (
    '\n<g class="%s" color="%s"><path d="%s" fill="none" stroke="currentColor" stroke-width="%s" '
    'stroke-dasharray="%s"/>'
)
KNOT = '<g transform="translate(%s,%s)"><title>%s</title>'
FILLED = (
    '<path class="filled" d="%s" fill="currentColor" stroke="currentColor" stroke-width="1.5"/></g>'
)
HOLLOW = '<path class="hollow" d="%s" fill="#fdfcf8" stroke="currentColor" stroke-width="1.5"/></g>'
NAME = (
    '\n<g transform="translate(%s,%s)"><path d="M0,0h22" fill="none" stroke="currentColor" '
    'stroke-width="%s" stroke-dasharray="%s"/><path d="%s" transform="translate(11,0)" '
    'fill="currentColor"/>'
    '<text x="28" y="4" fill="currentColor" font-weight="600">%s</text></g></g>'
)
MARK = '<a class="mark %s" color="%s" href="%s"><title>%s</title>'
SPAN = '<path d="M%s,%sH%s" stroke="currentColor" stroke-width="3"/>'
FINGER = (
    '<g transform="translate(%s,%s)">'
    '<rect x="-12" y="-12" width="24" height="24" fill="none" pointer-events="all"/>'
)
SURE = '<path d="%s" fill="currentColor" stroke="currentColor" stroke-width="1"/></g></a>\n'
VAGUE = (
    '<path class="hollow" d="%s" fill="#fdfcf8" stroke="currentColor" stroke-width="2"/></g></a>\n'
)
CROWD = (
    '<g transform="translate(%s,%s)"><rect x="-14" y="-11" width="28" height="22" rx="11" '
    'class="hollow" fill="#fdfcf8" stroke="currentColor" stroke-width="2"/><text y="4" '
    'text-anchor="middle" fill="currentColor" font-weight="700">+%s</text></g></a>'
)


@register.simple_tag
def sparkline(spark: Sparkline) -> Markup:
    """A country's way through a ranking as a small line."""
    sheet = Sheet()
    put_sparkline(sheet, spark)
    return sheet.markup()


def put_sparkline(sheet: Sheet, spark: Sparkline) -> None:
    width, height = str(spark.width), str(spark.height)
    sheet.add(SPARKLINE, width, height, width, height, spark.title, spark.path)
    for dot in spark.apart:
        sheet.add(APART, str(dot.x), str(dot.y))
    sheet.add(NEWEST, str(spark.newest.x), str(spark.newest.y))


@register.simple_tag
def ranking_strip(chart: RankingChart) -> Markup:
    """The labels of bands and lanes."""
    sheet = Sheet()
    sheet.add(INK)
    for band in chart.bands:
        pattern = FIRST_OF_LABEL
        for y, text in band.label:
            sheet.add(pattern, str(y), text)
            pattern = REST_OF_LABEL
    for lane in chart.lanes:
        look = lane.look
        sheet.add(LANE_SIGN, look.name, look.colour, str(lane.middle), look.shape)
        for y, text in lane.label:
            sheet.add(LANE_LABEL, str(y), text)
    sheet.add("\n</g>")
    return sheet.markup()


@register.simple_tag
def ranking_years(chart: RankingChart, origin: str = "", page: str = "") -> Markup:
    """Bands, lines and marks over the years.

    `origin` goes before addresses, `page` before those on the page of the chart.
    """
    sheet = Sheet()
    _put_bands(sheet, chart)
    _put_grid(sheet, chart)
    for line in chart.lines[::-1]:
        _put_line(sheet, line, OWN if line is chart.lines[0] else OTHER, str(chart.labels))
    for lane in chart.lanes:
        for mark in lane.marks:
            _put_mark(sheet, mark, lane, origin)
        for crowd in lane.crowds:
            _put_crowd(sheet, crowd, lane, page)
    return sheet.markup()


def _put_bands(sheet: Sheet, chart: RankingChart) -> None:
    width, grounds = str(chart.scale.end), cycle(GROUNDS)
    for band in chart.bands:
        place = _place(band, width)
        if band.apart:
            sheet.add(BAND_APART, *place)
        else:
            sheet.add(BAND, *place, next(grounds))


def _place(band: Band, width: str) -> tuple[str, str, str]:
    return str(band.y), width, str(band.height)


def _put_grid(sheet: Sheet, chart: RankingChart) -> None:
    end, bottom = str(chart.scale.end), str(chart.bottom)
    sheet.add(GRID)
    for tick in chart.ticks:
        sheet.add(UPRIGHT, str(tick.start), bottom)
    sheet.add(f"{UPRIGHT}</g>", end, bottom)
    sheet.add(GRID)
    for lane in chart.lanes:
        sheet.add(LEVEL, str(lane.y), end)
    sheet.add(f"</g>{YEARS}")
    for y in chart.year_rows:
        for tick in chart.ticks:
            if tick.labelled:
                sheet.add(YEAR, str(tick.middle), str(y), str(tick.year))
    sheet.add("</g>")


def _put_line(sheet: Sheet, line: Line, width: str, labels: str) -> None:
    look = line.look
    sheet.add(LINE, look.name, look.colour, line.path, width, look.dash)
    for knot in line.knots:
        _put_knot(sheet, knot, look.shape)
    sheet.add(NAME, labels, str(line.label_y), width, look.dash, look.shape, line.name)


def _put_knot(sheet: Sheet, knot: Knot, shape: str) -> None:
    sheet.add(KNOT, str(knot.x), str(knot.y), knot.title)
    sheet.add(FILLED if knot.known else HOLLOW, shape)


def _put_mark(sheet: Sheet, mark: Mark, lane: Lane, origin: str) -> None:
    look, y = lane.look, str(mark.y)
    sheet.add(MARK, look.name, look.colour, origin + mark.address, mark.title)
    if mark.span:
        start, end = mark.span
        sheet.add(SPAN, str(start), y, str(end))
    sheet.add(FINGER, str(mark.x), y)
    sheet.add(VAGUE if mark.vague else SURE, look.shape)


def _put_crowd(sheet: Sheet, crowd: Crowd, lane: Lane, page: str) -> None:
    look = lane.look
    sheet.add(MARK, look.name, look.colour, f"{page}#positions", crowd.title)
    sheet.add(CROWD, str(crowd.x), str(crowd.y), str(len(crowd.positions)))
