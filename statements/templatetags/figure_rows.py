"""A claimed number as a row of a table."""

from collections.abc import Sequence

from django import template
from django.template import Context
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sources.vocabulary import DateBasis
from statements.addresses import path_of, path_to
from statements.figures.series import Cell, Point
from statements.markup import Markup, joined
from statements.models import Figure, Statement
from statements.numbers import plain_number

register = template.Library()

QUALIFIERS: dict[str, str | Promise] = dict(Figure.Qualifier.choices)

ROW = """<tr role="row" id="figure-{}"{}>
  {}
  <td role="cell">{}{}</td>
  <td role="cell" class="number">{}<strong>{}</strong><br><span class="meta">“{}”</span></td>
  <td role="cell">{}{}</td>
  <td role="cell">
    {}
  </td>
</tr>"""
INDICATOR = '<td role="cell"><a href="{}">{}</a> <span class="meta">({})</span>{}</td>'
LINK = '<a href="{}">{}</a>'
META = '<span class="meta">{}</span>'
BELOW = '<br><span class="meta">{}</span>'
ODD = '<p class="odd">{}</p>'
IN_CONFLICT = Markup(' class="conflict"')


@register.simple_tag(takes_context=True)
def figure_row(
    context: Context, point: Point, cell: Cell | None = None, *, show_indicator: bool = False
) -> Markup:
    """A figure; beside the others of its `cell`, or else with its indicator.

    Says where it was claimed, unless that is the statement of the page.
    """
    figure = point.figure
    own = context.get("statement")
    return Markup(
        ROW,
        figure.pk,
        IN_CONFLICT if cell and cell.is_conflict else "",
        _indicator(figure) if show_indicator else "",
        point.span.words(),
        _length(point),
        _qualifier(figure),
        plain_number(figure.value),
        figure.value_as_printed,
        _claimant(figure),
        Markup(BELOW, _evidence(figure)) if _is_from_elsewhere(figure, own) else "",
        joined(_remarks(point, cell)),
    )


def _indicator(figure: Figure) -> Markup:
    indicator = figure.indicator
    place = Markup(BELOW, str(figure.place)) if figure.place else ""
    path = path_to("figure_indicator", indicator.code)
    return Markup(INDICATOR, path, str(indicator), indicator.unit, place)


def _length(point: Point) -> Markup | str:
    """How long the period is, and whether that is the editors' reading."""
    length = point.span.length_in_words()
    inferred = point.figure.period_basis == DateBasis.INFERRED
    return Markup(BELOW, f"{length}, {_('inferred')}" if inferred else length) if length else ""


def _qualifier(figure: Figure) -> str:
    exact = figure.qualifier == Figure.Qualifier.EXACT
    return "" if exact else f"{QUALIFIERS.get(figure.qualifier, figure.qualifier)} "


def _claimant(figure: Figure) -> Markup | str:
    claimant = figure.claimant
    return Markup(LINK, path_of(claimant), str(claimant)) if claimant else ""


def _is_from_elsewhere(figure: Figure, own: Statement | None) -> bool:
    return figure.statement_id is None or own is None or figure.statement_id != own.pk


def _evidence(figure: Figure) -> Markup:
    """The statement, by its date, or else the source in which the figure stands."""
    statement, source = figure.statement, figure.source
    if statement:
        said_on = statement.said_on
        return Markup(LINK, statement.get_absolute_url(), said_on.words() if said_on else "")
    if source is None:
        return Markup("")
    link = Markup(LINK, source.get_absolute_url(), source.title or source.outlet.name)  # type: ignore[attr-defined]
    return Markup("{}{}", link, f", {source.published_on.words()}" if source.published_on else "")


def _remarks(point: Point, cell: Cell | None) -> list[Markup]:
    """What a reader must know of a figure beside its value."""
    figure = point.figure
    remarks = [_agreement(cell)] if cell else []
    if figure.unit_disputed:
        remarks.append(Markup(ODD, _("Unit disputed.")))
    if point.whole:
        whole = Markup(META, f"({point.whole.indicator})")
        remarks.append(_remark(_("A part of"), plain_number(point.whole.value), " ", whole))
    if point.parts:
        remarks.append(_remark(_("Of which"), *_parts(point.parts)))
    if point.base:
        remarks.append(_compared(figure, point.base))
    if figure.note:
        remarks.append(Markup("<p>{}</p>", figure.note))
    return [*remarks, *_notes(figure)]


def _remark(begin: str, *pieces: Markup | str) -> Markup:
    return Markup("<p>{} {}</p>", begin, joined([Markup("{}", piece) for piece in pieces]))


def _agreement(cell: Cell) -> Markup:
    if cell.is_conflict:
        return Markup(ODD, _("Different values are given for the same."))
    several = len(cell.points) > 1
    return Markup('<p class="soft">{}</p>', cell.agreement.label) if several else Markup("")


def _parts(parts: Sequence[Figure]) -> list[Markup]:
    told = [
        Markup("{}{} {}", _qualifier(one), plain_number(one.value), _as_printed(one))
        for one in parts
    ]
    if len(parts) == 1:
        return told
    warning = Markup(META, _("Parts may overlap; they are not summed."))
    return [joined(told, ", "), Markup(". {}", warning)]


def _as_printed(figure: Figure) -> Markup:
    return Markup(META, f"(“{figure.value_as_printed}”)")


def _compared(figure: Figure, base: Figure) -> Markup:
    printed = figure.comparison_as_printed
    begin = f"“{printed}”: " if printed else ""
    return Markup("<p>{}{} {}</p>", begin, _("compared with"), plain_number(base.value))


def _notes(figure: Figure) -> list[Markup]:
    notes = getattr(figure, "public_notes", ())
    pattern = '<p class="check-note"><strong>{}.</strong> {}</p>'
    return [Markup(pattern, note.get_rule_display(), note.note) for note in notes]
