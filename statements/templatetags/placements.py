"""What is known of a placement, and the positions that were taken on it."""

from django import template
from django.template.defaultfilters import linebreaks_filter, urlize
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sources.models import Source
from sources.vocabulary import Confidence, DateBasis
from statements.addresses import path_of, path_to
from statements.markup import Markup, joined
from statements.models import Evidence, Placement, Position

register = template.Library()

CONFIDENCES: dict[str, str | Promise] = dict(Confidence.choices)

EDITION = """<div class="meta">
  <p>{} ({}){}</p>
  <p>{} {}{}</p>
  {}
</div>"""
KNOWN_FROM = "<details><summary>{}</summary>{}{}</details>"
POSITION = """<div class="position">
  <p><time datetime="{}">{}</time> ·
    {}
    <span class="stance">{}</span>
    {}
    {}</p>
  {}
  {}
  {}
</div>"""
ON = '— <a href="{}#y{}">{}, {}: {}</a>'
WORDS = '<blockquote{} lang="{}"><a href="{}">{}</a>{}</blockquote>'
REPORTED = Markup(' class="reported"')
NOTE = '<p class="meta">{}</p>'


@register.simple_tag
def edition_facts(placement: Placement) -> Markup:
    """When the edition of a placement came out, and what the level is known from."""
    edition = placement.edition
    return Markup(
        EDITION,
        _released(placement),
        CONFIDENCES.get(edition.confidence, edition.confidence),
        _source(edition.source),
        _("Confidence in the level:"),
        CONFIDENCES.get(placement.confidence, placement.confidence),
        _source(placement.source),
        _known_from(placement),
    )


def _released(placement: Placement) -> str:
    day = placement.edition.released_on
    return _("Released") + " " + day.words() if day else _("Date of release not known")


def _source(source: Source | None) -> Markup | str:
    if not (source and source.is_published):
        return ""
    path = source.get_absolute_url()  # type: ignore[attr-defined]
    return Markup(' · <a href="{}">{}</a>', path, str(source))


def _known_from(placement: Placement) -> Markup | str:
    level, release = placement.evidence, placement.edition.evidence
    if not (level or release):
        return ""
    released = Markup("<p>{}</p>{}", _("Date of release:"), _linked(release)) if release else ""
    return Markup(KNOWN_FROM, _("Where this is known from"), _linked(level), released)


def _linked(text: str) -> str:
    return linebreaks_filter(urlize(text))


@register.simple_tag
def position_block(
    position: Position, *, show_claimant: bool = False, show_placement: bool = False
) -> Markup:
    """A position with its words; `show_claimant` with whose, `show_placement` with on what."""
    as_of = position.as_of
    return Markup(
        POSITION,
        str(as_of),
        as_of.words() if as_of else "",
        _claimant(position) if show_claimant else "",
        str(position.stance),
        _placement(position.placement) if show_placement else "",
        _inferred(position),
        joined([_evidence(row) for row in position.evidence_rows.all()], "\n"),
        _note(_("Grounds given:") + " ", position.grounds),
        _note("", position.rationale),
    )


def _claimant(position: Position) -> Markup | str:
    claimant = position.speaker or position.organisation
    return Markup('<a href="{}">{}</a> · ', path_of(claimant), str(claimant)) if claimant else ""


def _placement(placement: Placement) -> Markup:
    edition, country = placement.edition, placement.country
    path = path_to("ranking_country", edition.ranking.slug, country.slug)
    return Markup(ON, path, str(edition.year), str(edition), str(country), str(placement.level))


def _inferred(position: Position) -> Markup | str:
    if position.target != DateBasis.INFERRED:
        return ""
    return Markup('<span class="soft">({})</span>', _("that this ranking is meant is inferred"))


def _note(begin: str, text: str) -> Markup | str:
    return Markup(NOTE, begin + text) if text else ""


def _evidence(row: Evidence) -> Markup:
    statement = row.statement
    implicit = row.weight == Evidence.Weight.IMPLICIT
    return Markup(
        WORDS,
        "" if statement.text else REPORTED,
        statement.language,
        statement.get_absolute_url(),
        f"“{statement.quoted}”" if statement.text else statement.summary,
        Markup(' <span class="meta">({})</span>', _("implicit")) if implicit else "",
    )
