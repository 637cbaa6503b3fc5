"""How a position moved: a step of a sequence, and how it compares with the one before."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django import template
from django.template import Context
from django.utils.translation import ngettext

from sources.dates import PartialDate
from sources.vocabulary import DateBasis
from statements.addresses import path_of, path_to, statement_path
from statements.markup import Markup, Sheet
from statements.models import Citation, Evidence, Position, Statement
from statements.positions.listing import Row
from statements.positions.shifts import Entry, Office, Outcome, Reason, Shift
from statements.positions.steps import Step
from statements.search.query import Query
from statements.templatetags.words import cut, query_of
from statements.wording import day_in_words, label
from statements.wording import wording as _

register = template.Library()

WHEN = """<p class="step-when"><time datetime="%s">%s</time> ·
  <a class="stance" href="%s#stance-%s">%s%s</a></p>
<p class="meta">"""
CLAIMANT = '<a href="%s">%s</a>, '
OFFICES = "%s<br>\n  "
ON = '%s <a href="%s#y%s">%s, %s: %s</a>'
LINE = "<br>"
QUOTED = '<blockquote lang="%s"><a href="%s">“'
QUOTED_END = "”"
REPORTED = '<blockquote class="reported" lang="%s"><a href="%s">'
KIND = """</a></blockquote>
<p class="meta rungs"><span class="kind">%s</span>"""
IMPLICIT = " <span>%s</span>"
RUNG = ' <a class="rung rung-%s" href="%s#verification">%s</a>'
NOTE = '<p class="meta">%s</p>'
OUTCOME = '<p class="shift shift-%s"><strong class="outcome">%s</strong>%s.\n  <span class="meta">'
FIRST = '<p class="shift"><span class="meta">%s</span></p>'
REPLACED = '<p class="shift"><strong class="outcome">%s</strong> <span class="meta">%s</span></p>'
SAME_OFFICE = "%s."
OTHER_OFFICE = "<strong>%s.</strong>"
BETWEEN = "\n    "
SIDES = '\n<div class="sides">'
BEFORE = '<div class="side side-before"><p class="side-name">%s</p>'
SIDE = '<div class="side">'
SIDE_NAME = '<p class="side-name">%s</p>'


@dataclass
class Steps:
    """Puts steps on a sheet; what a page shows twice, here and to compare with, is made once."""

    sheet: Sheet
    query: Query
    show_claimant: bool = False
    method: str = field(default_factory=lambda: path_to("method"))
    made: dict[tuple[int, ...], tuple[list[str], list[str]]] = field(default_factory=dict)

    def put(self, step: Step, *, whole: bool) -> None:
        """A step; `whole` with grounds and rationale."""
        sheet, key = self.sheet, tuple([position.pk for position in step.positions])
        if key in self.made:
            sheet.patterns += self.made[key][0]
            sheet.values += self.made[key][1]
        else:
            patterns, values = len(sheet.patterns), len(sheet.values)
            self._put(step)
            self.made[key] = sheet.patterns[patterns:], sheet.values[values:]
        if whole:
            _put_judgement(sheet, step)

    def _put(self, step: Step) -> None:
        sheet, stance, day = self.sheet, step.stance, str(step.as_of)
        place = f"{stance.order}. " if stance.order else ""
        sheet.add(WHEN, day, day_in_words(day), self.method, stance.code, place, stance.label)
        if self.show_claimant:
            sheet.add(CLAIMANT, path_of(step.claimant), str(step.claimant))
        sheet.add(OFFICES, "; ".join(step.roles) or _("office not recorded"))
        for number, position in enumerate(step.positions):
            if number:
                sheet.add(LINE)
            _put_placement(sheet, position)
        if step.target == DateBasis.INFERRED:
            sheet.add("<br>%s", _("That this ranking is meant is inferred."))
        sheet.add("</p>\n")
        for row in step.evidence:
            self._put_evidence(row)

    def _put_evidence(self, row: Evidence) -> None:
        sheet, one = self.sheet, row.statement
        sheet.add(QUOTED if one.text else REPORTED, one.language, statement_path(one.pk, one.slug))
        cut(one.quoted if one.text else one.summary, self.query, sheet)
        if one.text:
            sheet.add(QUOTED_END)
        sheet.add(KIND, label(Statement.Kind, one.kind))
        if row.weight == Evidence.Weight.IMPLICIT:
            sheet.add(IMPLICIT, _("implicit"))
        for citation in one.citations.all():
            self._put_rung(citation.verification)
        sheet.add("</p>\n")

    def _put_rung(self, verification: str) -> None:
        """How far a source was checked, where it was."""
        if verification != Citation.Verification.NOT_CHECKED:
            named = label(Citation.Verification, verification)
            self.sheet.add(RUNG, verification, self.method, named)


@register.simple_tag(takes_context=True)
def position_step(
    context: Context, step: Step, *, whole: bool, show_claimant: bool = False
) -> Markup:
    """A step with its evidence; `whole` with grounds and rationale, `show_claimant` with who."""
    sheet = Sheet()
    Steps(sheet, query_of(context), show_claimant).put(step, whole=whole)
    return sheet.markup()


@register.simple_tag
def shift_line(shift: Shift) -> Markup:
    """What a shift came to, and what that rests on."""
    sheet = Sheet()
    _put_shift(sheet, shift)
    return sheet.markup()


@register.simple_tag(takes_context=True)
def entry_items(context: Context, entries: Iterable[Entry]) -> Markup:
    """Entries of one sequence as the items of a list, each beside what it is compared with."""
    sheet = Sheet()
    steps = Steps(sheet, query_of(context))
    for entry in entries:
        sheet.add("<li>")
        _put_line(sheet, entry.shift)
        _put_sides(steps, entry.shift, entry.step)
        sheet.add("</li>\n")
    return sheet.markup()


@register.simple_tag(takes_context=True)
def position_items(context: Context, rows: Iterable[Row]) -> Markup:
    """Positions of several claimants as the items of a list, in the same manner."""
    sheet = Sheet()
    steps = Steps(sheet, query_of(context), show_claimant=True)
    for row in rows:
        shift = row.entry.shift if row.entry and not row.is_replaced else None
        sheet.add('<li id="p%s">', str(row.pk))
        if row.is_replaced:
            sheet.add(REPLACED, _("Replaced"), _replaced_by(row.entry))
        else:
            _put_line(sheet, shift)
        _put_sides(steps, shift, row.step)
        sheet.add("</li>\n")
    return sheet.markup()


def _replaced_by(entry: Entry | None) -> str:
    if entry is None:
        return _("by a later judgement.")
    return _("by a later judgement: “%(stance)s” (%(date)s).") % _of(entry.step)


def _put_line(sheet: Sheet, shift: Shift | None) -> None:
    if shift:
        _put_shift(sheet, shift)
    else:
        sheet.add(FIRST, _("The first on record."))


def _put_sides(steps: Steps, shift: Shift | None, step: Step) -> None:
    sheet = steps.sheet
    sheet.add(SIDES)
    if shift:
        sheet.add(BEFORE, _("Before"))
        steps.put(shift.before, whole=False)
        sheet.add("</div>\n")
    sheet.add(SIDE)
    if shift:
        sheet.add(SIDE_NAME, _("Then"))
    steps.put(step, whole=True)
    sheet.add("</div></div>\n")


def _put_placement(sheet: Sheet, position: Position) -> None:
    """On which placement: its edition, country and level, with the address of the three."""
    placement = position.placement
    edition, country = placement.edition, placement.country
    path = path_to("ranking_country", edition.ranking.slug, country.slug)
    year, level = str(edition.year), placement.level.label
    sheet.add(ON, _("on"), path, year, str(edition), country.name, level)


def _put_judgement(sheet: Sheet, step: Step) -> None:
    """The grounds that were given, the editors' reasons, and what they judged earlier."""
    for position in step.positions:
        if position.grounds:
            sheet.add(NOTE, f"{_('Grounds given:')} {position.grounds}")
        if position.rationale:
            sheet.add(NOTE, position.rationale)
    for old in step.replaced:
        told = _("Replaces an earlier judgement: “%(stance)s” (%(date)s).")
        sheet.add(NOTE, told % _of(Step((old,))))


def _put_shift(sheet: Sheet, shift: Shift) -> None:
    why = f": {label(Reason, shift.reason)}" if shift.reason else ""
    sheet.add(OUTCOME, shift.outcome.value, label(Outcome, shift.outcome), why)
    for text in (
        _("Against “%(stance)s”, %(date)s.") % _of(shift.before),
        _extent(shift),
        _editions(shift.editions),
    ):
        sheet.add("%s" + BETWEEN, text)
    if office := shift.office:
        pattern = SAME_OFFICE if office == Office.SAME else OTHER_OFFICE
        sheet.add(pattern, label(Office, office))
    sheet.add(BETWEEN + "%s</span></p>", "".join(f"{_skipped(one)} " for one in shift.skipped))


def _words(day: PartialDate) -> str:
    return day_in_words(str(day))


def _of(step: Step) -> dict[str, str]:
    return {"stance": step.stance.label, "date": _words(step.as_of)}


def _extent(shift: Shift) -> str:
    count = len({row.statement_id for one in (shift.before, shift.after) for row in one.evidence})
    return ngettext(
        "%(n)s statement, %(since)s – %(until)s.", "%(n)s statements, %(since)s – %(until)s.", count
    ) % {"n": count, "since": _words(shift.since), "until": _words(shift.until)}


def _editions(years: list[int]) -> str:
    told = ngettext("Edition %(years)s.", "Editions %(years)s.", len(years))
    return told % {"years": ", ".join(map(str, years))}


def _skipped(step: Step) -> str:
    told = _("“%(stance)s” (%(date)s) has no place on the scale and is passed over.")
    return told % _of(step)
