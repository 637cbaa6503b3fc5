"""The lists of the front page."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.defaultfilters import truncatechars

from statements.addresses import path_of, path_to, statement_path
from statements.figures.series import Point
from statements.markup import Markup, Sheet
from statements.models import Evidence, Figure
from statements.numbers import plain_number
from statements.positions.shifts import Outcome, Shift
from statements.shown import Shown
from statements.wording import day_in_words, label
from statements.wording import wording as _

register = template.Library()

LONGEST, LONGEST_OF_SHIFT = 150, 60  # characters of a statement
BETWEEN = " · "
COUNTED = '<a href="%s">%s</a> <span class="soft">%s</span>'
WHEN = '<p class="meta"><time datetime="%s">%s</time> · <a href="%s">%s</a></p>\n  '
QUOTED = '<blockquote lang="%s"><a href="%s">“%s”</a></blockquote>'
REPORTED = '<p class="reported"><a href="%s">%s</a></p>'
OUTCOME = '<p><strong class="outcome">%s</strong>: %s\n    %s</p>\n  '
FIGURE = """<li><p class="meta">%s · <a href="%s">%s</a></p>
  <p><strong class="number">%s%s</strong> <a href="%s#figure-%s">%s</a>"""
NOTED = ' <span class="odd">%s</span>'


@register.simple_tag
def with_numbers(records: Iterable[Any]) -> Markup:
    """Records with `n`, how many statements each has."""
    sheet, between = Sheet(), ""
    for one in records:
        sheet.add("%s", between)
        sheet.add(COUNTED, path_of(one), str(one), str(one.n))
        between = BETWEEN
    return sheet.markup()


@register.simple_tag
def newest_statements(statements: Iterable[Shown]) -> Markup:
    """Statements as the items of a list, in short."""
    sheet = Sheet()
    for one in statements:
        name = "speaker_detail" if one.speaker_slug is not None else "organisation_detail"
        who = path_to(name, one.speaker_slug or one.organisation_slug or "")
        day = one.said_on
        sheet.add("<li>")
        sheet.add(WHEN, day, day_in_words(day), who, one.claimant)
        path = statement_path(one.pk, one.slug)
        if one.text:
            sheet.add(QUOTED, one.language, path, truncatechars(one.quoted, LONGEST))
        else:
            sheet.add(REPORTED, path, truncatechars(one.summary, LONGEST))
        sheet.add("</li>\n")
    return sheet.markup()


@register.simple_tag
def newest_moves(shifts: Iterable[Shift]) -> Markup:
    """Shifts as the items of a list, each with the first words that it rests on."""
    sheet = Sheet()
    for shift in shifts:
        day, claimant = str(shift.until), shift.after.claimant
        sheet.add('<li class="shift-%s">', shift.outcome.value)
        sheet.add(WHEN, day, day_in_words(day), path_of(claimant), str(claimant))
        before, then = shift.before.stance.label, day_in_words(str(shift.since))
        held = _("from “%(before)s” (%(then)s)") % {"before": before, "then": then}
        holds = _("to “%(after)s”") % {"after": shift.after.stance.label}
        sheet.add(OUTCOME, label(Outcome, shift.outcome.value), held, holds)
        for row in shift.after.evidence[:1]:
            _put_evidence(sheet, row)
        sheet.add("</li>\n")
    return sheet.markup()


def _put_evidence(sheet: Sheet, row: Evidence) -> None:
    one = row.statement
    words = truncatechars(one.quoted if one.text else one.summary, LONGEST_OF_SHIFT)
    sheet.add(REPORTED, statement_path(one.pk, one.slug), f"“{words}”" if one.text else words)


@register.simple_tag
def newest_claims(points: Iterable[Point]) -> Markup:
    """Figures as the items of a list."""
    sheet = Sheet()
    for point in points:
        figure, indicator = point.figure, point.figure.indicator
        claimant: Any = figure.claimant
        exact = figure.qualifier == Figure.Qualifier.EXACT
        qualifier = "" if exact else f"{label(Figure.Qualifier, figure.qualifier)} "
        sheet.add(
            FIGURE, point.span.words(), path_of(claimant), str(claimant), qualifier,
            plain_number(figure.value), path_to("figure_indicator", indicator.code),
            str(figure.pk), indicator.label,
        )  # fmt: skip
        if getattr(figure, "public_notes", ()):
            sheet.add(NOTED, _("with a note"))
        sheet.add("</p></li>\n")
    return sheet.markup()
