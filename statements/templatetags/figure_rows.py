"""Claimed numbers as rows of a table."""

from collections.abc import Iterable, Sequence

from django import template
from django.template import Context

from sources.vocabulary import DateBasis
from statements.addresses import path_of, path_to, statement_path
from statements.figures.series import Agreement, Cell, Point, Series
from statements.markup import Markup, Sheet
from statements.models import Figure, FigureNote, Statement
from statements.numbers import plain_number
from statements.wording import day_in_words, label
from statements.wording import wording as _

register = template.Library()

HEAD = '<th role="columnheader" scope="col">%s</th>'
TABLE = f"""<div class="scroll" tabindex="0" role="region" aria-label="%s">
  <table class="figures" role="table">
    <caption>%s</caption>
    <thead role="rowgroup"><tr role="row">{HEAD * 4}</tr></thead>
    <tbody role="rowgroup">"""
TABLE_END = "</tbody>\n  </table>\n</div>"
ROW = '<tr role="row" id="figure-%s">\n  '
ROW_IN_CONFLICT = '<tr role="row" id="figure-%s" class="conflict">\n  '
INDICATOR = '<td role="cell"><a href="%s">%s</a> <span class="meta">(%s)</span>'
PERIOD = '\n  <td role="cell">%s'
FIGURE = """</td>
  <td role="cell" class="number">%s<strong>%s</strong><br><span class="meta">“%s”</span></td>
  <td role="cell">"""
NOTES = '</td>\n  <td role="cell">\n    '
ROW_END = "\n  </td>\n</tr>"
LINK = '<a href="%s">%s</a>'
META = '<span class="meta">%s</span>'
BELOW = '<br><span class="meta">%s</span>'
ODD = '<p class="odd">%s</p>'
SOFT = '<p class="soft">%s</p>'
PARAGRAPH = "<p>%s</p>"
CHECKED = '<p class="check-note"><strong>%s.</strong> %s</p>'


@register.simple_tag
def figure_table(series: Series) -> Markup:
    """All figures of a series, each beside the others of its cell."""
    sheet = Sheet()
    named = _("Table: %(indicator)s") % {"indicator": series.indicator.label}
    caption = _("The same numbers as in the chart, the oldest period first.")
    sheet.add(TABLE, named, caption, _("Period"), _("Figure"), _("Claimed by"), _("Notes"))
    for cell in series.cells:
        for point in cell.points:
            put_row(sheet, point, None, cell)
    sheet.add(TABLE_END)
    return sheet.markup()


@register.simple_tag(takes_context=True)
def figure_points(context: Context, points: Iterable[Point]) -> Markup:
    """Figures, each with its indicator."""
    sheet, own = Sheet(), context.get("statement")
    for point in points:
        put_row(sheet, point, own, show_indicator=True)
    return sheet.markup()


def put_row(
    sheet: Sheet,
    point: Point,
    own: Statement | None,
    cell: Cell | None = None,
    *,
    show_indicator: bool = False,
) -> None:
    """Put a figure on a sheet; beside the others of its `cell`, or else with its indicator.

    Says where it was claimed, unless that is the page's `own` statement.
    """
    figure = point.figure
    sheet.add(ROW_IN_CONFLICT if cell and cell.is_conflict else ROW, str(figure.pk))
    if show_indicator:
        _put_indicator(sheet, figure)
    sheet.add(PERIOD, point.span.words())
    _put_length(sheet, point)
    sheet.add(FIGURE, _qualifier(figure), plain_number(figure.value), figure.value_as_printed)
    claimant = figure.claimant
    if claimant:
        sheet.add(LINK, path_of(claimant), str(claimant))
    if figure.statement_id is None or own is None or figure.statement_id != own.pk:
        _put_evidence(sheet, figure)
    sheet.add(NOTES)
    _put_remarks(sheet, point, cell)
    sheet.add(ROW_END)


def _put_indicator(sheet: Sheet, figure: Figure) -> None:
    indicator = figure.indicator
    path = path_to("figure_indicator", indicator.code)
    sheet.add(INDICATOR, path, indicator.label, indicator.unit)
    if figure.place:
        sheet.add(BELOW, str(figure.place))
    sheet.add("</td>")


def _put_length(sheet: Sheet, point: Point) -> None:
    """How long the period is, and whether that is the editors' reading."""
    length = point.span.length_in_words()
    if length:
        inferred = point.figure.period_basis == DateBasis.INFERRED
        sheet.add(BELOW, f"{length}, {_('inferred')}" if inferred else length)


def _qualifier(figure: Figure) -> str:
    exact = figure.qualifier == Figure.Qualifier.EXACT
    return "" if exact else f"{label(Figure.Qualifier, figure.qualifier)} "


def _put_evidence(sheet: Sheet, figure: Figure) -> None:
    """The statement, by its date, or else the source in which the figure stands."""
    statement, source = figure.statement, figure.source
    sheet.add('<br><span class="meta">')
    if statement:
        day = day_in_words(str(statement.said_on or ""))
        sheet.add(LINK, statement_path(statement.pk, statement.slug), day)
    elif source:
        path = source.get_absolute_url()  # type: ignore[attr-defined]
        sheet.add(LINK, path, source.title or source.outlet.name)
        if source.published_on:
            sheet.add(", %s", day_in_words(str(source.published_on)))
    sheet.add("</span>")


def _put_remarks(sheet: Sheet, point: Point, cell: Cell | None) -> None:
    """What a reader must know of a figure beside its value."""
    figure = point.figure
    if cell:
        _put_agreement(sheet, cell)
    if figure.unit_disputed:
        sheet.add(ODD, _("Unit disputed."))
    if point.whole:
        sheet.add("<p>%s ", f"{_('A part of')} {plain_number(point.whole.value)}")
        sheet.add(f"{META}</p>", f"({point.whole.indicator})")
    if point.parts:
        _put_parts(sheet, point.parts)
    if point.base:
        printed = figure.comparison_as_printed
        begin = f"“{printed}”: " if printed else ""
        sheet.add(PARAGRAPH, f"{begin}{_('compared with')} {plain_number(point.base.value)}")
    if figure.note:
        sheet.add(PARAGRAPH, figure.note)
    for note in getattr(figure, "public_notes", ()):
        sheet.add(CHECKED, label(FigureNote.Rule, note.rule), note.note)


def _put_agreement(sheet: Sheet, cell: Cell) -> None:
    if cell.is_conflict:
        sheet.add(ODD, _("Different values are given for the same."))
    elif len(cell.points) > 1:
        sheet.add(SOFT, label(Agreement, cell.agreement.value))


def _put_parts(sheet: Sheet, parts: Sequence[Figure]) -> None:
    sheet.add("<p>%s ", _("Of which"))
    for number, one in enumerate(parts):
        sheet.add("%s", f"{', ' if number else ''}{_qualifier(one)}{plain_number(one.value)} ")
        sheet.add(META, f"(“{one.value_as_printed}”)")
    if len(parts) > 1:
        sheet.add(f". {META}", _("Parts may overlap; they are not summed."))
    sheet.add("</p>")
