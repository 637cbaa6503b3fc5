"""What is known of placements, and the positions that were taken on them."""

from django import template
from django.template.defaultfilters import linebreaks_filter, urlize

from sources.models import Source
from sources.vocabulary import Confidence, DateBasis
from statements.addresses import path_of, path_to, statement_path
from statements.markup import Markup, Sheet
from statements.models import Evidence, Placement, Position
from statements.rankings.placements import Change, Year
from statements.rankings.standings import Standing
from statements.wording import day_in_words, label
from statements.wording import wording as _

register = template.Library()

SECTION = """<section class="edition" id="y%s">
  <div>
    <h3>%s <span class="level">%s"""
CHANGE = ' <span class="change-%s">(%s)</span>'
BETWEEN = "\n  </div>\n  <div>\n"
TIMELINE = '<p class="meta"><a href="%s?ranking=%s&amp;edition=%s">%s</a></p>'
NONE = '<p class="soft">%s</p>'
FACTS = """<div class="meta">
  <p>%s (%s)"""
LEVEL = "</p>\n  <p>%s %s"
SOURCE = ' · <a href="%s">%s</a>'
KNOWN_FROM = "<details><summary>%s</summary>"
POSITION = """<div class="position">
  <p><time datetime="%s">%s</time> ·
    """
CLAIMANT = '<a href="%s">%s</a> · '
STANCE = '<span class="stance">%s</span>\n    '
ON = '— <a href="%s#y%s">%s, %s: %s</a>'
INFERRED = '<span class="soft">(%s)</span>'
QUOTED = '<blockquote lang="%s"><a href="%s">“%s”</a>'
REPORTED = '<blockquote class="reported" lang="%s"><a href="%s">%s</a>'
IMPLICIT = ' <span class="meta">(%s)</span>'
PARAGRAPH = "<p>%s</p>"
NOTE = '<p class="meta">%s</p>\n'


@register.simple_tag
def edition_sections(standing: Standing) -> Markup:
    """The placements of a country, edition by edition, each with the positions on it."""
    sheet = Sheet()
    for year in standing.years:
        _put_section(sheet, year, standing.ranking.slug)
    return sheet.markup()


def _put_section(sheet: Sheet, year: Year, ranking: str) -> None:
    placement, edition = year.placement, str(year.placement.edition.year)
    sheet.add(SECTION, edition, edition, placement.level.label)
    if year.change and year.change != Change.SAME:
        sheet.add(CHANGE, year.change.value, label(Change, year.change.value))
    sheet.add("</span></h3>\n")
    put_facts(sheet, placement)
    sheet.add(BETWEEN)
    if placement.note:
        sheet.add(PARAGRAPH, placement.note)
    for position in year.positions:
        _put_position(sheet, position, show_claimant=True)
    if year.positions:
        about = _("Statements about the edition of %(year)s in the timeline") % {"year": edition}
        sheet.add(TIMELINE, path_to("statement_list"), ranking, edition, about)
    else:
        sheet.add(NONE, _("No position on it is on record."))
    sheet.add("\n  </div>\n</section>")


def put_facts(sheet: Sheet, placement: Placement) -> None:
    """When the edition of a placement came out, and what the level is known from."""
    edition = placement.edition
    sheet.add(FACTS, _released(placement), label(Confidence, edition.confidence))
    _put_source(sheet, edition.source)
    sheet.add(LEVEL, _("Confidence in the level:"), label(Confidence, placement.confidence))
    _put_source(sheet, placement.source)
    sheet.add("</p>\n  ")
    _put_known_from(sheet, placement.evidence, edition.evidence)
    sheet.add("\n</div>")


def _released(placement: Placement) -> str:
    day = placement.edition.released_on
    return f"{_('Released')} {day_in_words(str(day))}" if day else _("Date of release not known")


def _put_source(sheet: Sheet, source: Source | None) -> None:
    if source and source.is_published:
        sheet.add(SOURCE, source.get_absolute_url(), str(source))  # type: ignore[attr-defined]


def _put_known_from(sheet: Sheet, level: str, release: str) -> None:
    if not (level or release):
        return
    sheet.add(KNOWN_FROM, _("Where this is known from"))
    sheet.add_piece(_linked(level))
    if release:
        sheet.add(PARAGRAPH, _("Date of release:"))
        sheet.add_piece(_linked(release))
    sheet.add("</details>")


def _linked(text: str) -> Markup:
    return Markup("{}", linebreaks_filter(urlize(text)))


@register.simple_tag
def position_block(
    position: Position, *, show_claimant: bool = False, show_placement: bool = False
) -> Markup:
    """A position with its words; `show_claimant` with whose, `show_placement` with on what."""
    sheet = Sheet()
    _put_position(sheet, position, show_claimant=show_claimant, show_placement=show_placement)
    return sheet.markup()


def _put_position(
    sheet: Sheet, position: Position, *, show_claimant: bool = False, show_placement: bool = False
) -> None:
    day = str(position.as_of or "")
    sheet.add(POSITION, day, day_in_words(day))
    claimant = position.speaker or position.organisation
    if show_claimant and claimant:
        sheet.add(CLAIMANT, path_of(claimant), str(claimant))
    sheet.add(STANCE, position.stance.label)
    if show_placement:
        _put_placement(sheet, position.placement)
    if position.target == DateBasis.INFERRED:
        sheet.add(INFERRED, _("that this ranking is meant is inferred"))
    sheet.add("</p>\n")
    for row in position.evidence_rows.all():
        _put_evidence(sheet, row)
    if position.grounds:
        sheet.add(NOTE, f"{_('Grounds given:')} {position.grounds}")
    if position.rationale:
        sheet.add(NOTE, position.rationale)
    sheet.add("\n</div>")


def _put_placement(sheet: Sheet, placement: Placement) -> None:
    edition, country = placement.edition, placement.country
    path = path_to("ranking_country", edition.ranking.slug, country.slug)
    sheet.add(ON, path, str(edition.year), str(edition), country.name, placement.level.label)


def _put_evidence(sheet: Sheet, row: Evidence) -> None:
    one = row.statement
    path = statement_path(one.pk, one.slug)
    if one.text:
        sheet.add(QUOTED, one.language, path, one.quoted)
    else:
        sheet.add(REPORTED, one.language, path, one.summary)
    if row.weight == Evidence.Weight.IMPLICIT:
        sheet.add(IMPLICIT, _("implicit"))
    sheet.add("</blockquote>\n")
