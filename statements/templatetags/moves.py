"""How a position moved: a step of a sequence, and how it compares with the one before."""

from collections.abc import Iterable

from django import template
from django.template import Context
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sources.vocabulary import DateBasis
from statements.addresses import path_of, path_to
from statements.markup import Markup, joined
from statements.models import Citation, Evidence, Position, Stance, Statement
from statements.positions.shifts import Office, Shift
from statements.positions.steps import Step
from statements.search.query import Query
from statements.templatetags.words import excerpted, query_of

register = template.Library()

KINDS: dict[str, str | Promise] = dict(Statement.Kind.choices)
VERIFICATIONS: dict[str, str | Promise] = dict(Citation.Verification.choices)

STEP = """<p class="step-when"><time datetime="{}">{}</time> ·
  <a class="stance" href="{}#stance-{}">{}{}</a></p>
<p class="meta">{}{}<br>
  {}{}</p>
{}
{}"""
LINK = '<a href="{}">{}</a>'
ON = '{} <a href="{}#y{}">{}, {}: {}</a>'
WORDS = """<blockquote{} lang="{}"><a href="{}">{}</a></blockquote>
<p class="meta rungs"><span class="kind">{}</span>{}{}</p>
"""
REPORTED = Markup(' class="reported"')
RUNG = ' <a class="rung rung-{}" href="{}#verification">{}</a>'
NOTE = '<p class="meta">{}</p>'
SHIFT = """<p class="shift shift-{}"><strong class="outcome">{}</strong>{}.
  <span class="meta">{}
    {}
    {}
    {}
    {}</span></p>"""


@register.simple_tag(takes_context=True)
def position_step(
    context: Context, step: Step, *, whole: bool, show_claimant: bool = False
) -> Markup:
    """A step with its evidence; `whole` with grounds and rationale, `show_claimant` with who."""
    query = query_of(context)
    return Markup(
        STEP,
        str(step.as_of),
        step.as_of.words(),
        path_to("method"),
        step.stance.code,
        f"{step.stance.order}. " if step.stance.order else "",
        str(step.stance),
        _claimant(step) if show_claimant else "",
        "; ".join(step.roles) or _("office not recorded"),
        joined([_placement(position) for position in step.positions], Markup("<br>")),
        _inferred(step),
        joined([_evidence(row, query) for row in step.evidence]),
        joined(list(_judgement(step))) if whole else "",
    )


@register.simple_tag
def shift_line(shift: Shift) -> Markup:
    """What a shift came to, and what that rests on."""
    return Markup(
        SHIFT,
        shift.outcome.value,
        str(shift.outcome.label),
        f": {shift.reason.label}" if shift.reason else "",
        _("Against “%(stance)s”, %(date)s.") % _of(shift.before),
        _extent(shift),
        _editions(shift.editions),
        _office(shift.office) if shift.office else "",
        " ".join([*map(_skipped, shift.skipped), ""]),
    )


def _of(step: Step) -> dict[str, Stance | str]:
    return {"stance": step.stance, "date": step.as_of.words()}


def _claimant(step: Step) -> Markup:
    return Markup(LINK + ", ", path_of(step.claimant), str(step.claimant))


def _placement(position: Position) -> Markup:
    """On which placement: its edition, country and level, with the address of the three."""
    placement = position.placement
    edition, country = placement.edition, placement.country
    path = path_to("ranking_country", edition.ranking.slug, country.slug)
    year = str(edition.year)
    return Markup(ON, _("on"), path, year, str(edition), str(country), str(placement.level))


def _inferred(step: Step) -> Markup | str:
    if step.target != DateBasis.INFERRED:
        return ""
    return Markup("<br>{}", _("That this ranking is meant is inferred."))


def _evidence(row: Evidence, query: Query) -> Markup:
    statement = row.statement
    said = Markup("“{}”", excerpted(statement.quoted, query))
    implicit = row.weight == Evidence.Weight.IMPLICIT
    return Markup(
        WORDS,
        "" if statement.text else REPORTED,
        statement.language,
        statement.get_absolute_url(),
        said if statement.text else excerpted(statement.summary, query),
        KINDS.get(statement.kind, statement.kind),
        Markup(" <span>{}</span>", _("implicit")) if implicit else "",
        joined([_rung(one.verification) for one in statement.citations.all()]),
    )


def _rung(verification: str) -> Markup:
    """How far a source was checked, where it was."""
    if verification == Citation.Verification.NOT_CHECKED:
        return Markup("")
    label = VERIFICATIONS.get(verification, verification)
    return Markup(RUNG, verification, path_to("method"), label)


def _judgement(step: Step) -> Iterable[Markup]:
    """The grounds that were given, the editors' reasons, and what they judged earlier."""
    for position in step.positions:
        if position.grounds:
            yield Markup(NOTE, _("Grounds given:") + " " + position.grounds)
        if position.rationale:
            yield Markup(NOTE, position.rationale)
    for old in step.replaced:
        told = _("Replaces an earlier judgement: “%(stance)s” (%(date)s).")
        yield Markup(NOTE, told % _of(Step((old,))))


def _extent(shift: Shift) -> str:
    count = len(shift.statements)
    return ngettext(
        "%(n)s statement, %(since)s – %(until)s.", "%(n)s statements, %(since)s – %(until)s.", count
    ) % {"n": count, "since": shift.since.words(), "until": shift.until.words()}


def _editions(years: list[int]) -> str:
    told = ngettext("Edition %(years)s.", "Editions %(years)s.", len(years))
    return told % {"years": ", ".join(map(str, years))}


def _office(office: Office) -> Markup:
    pattern = "{}." if office == Office.SAME else "<strong>{}.</strong>"
    return Markup(pattern, str(office.label))


def _skipped(step: Step) -> str:
    told = _("“%(stance)s” (%(date)s) has no place on the scale and is passed over.")
    return told % _of(step)
