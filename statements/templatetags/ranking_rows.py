"""Placements of countries in a ranking as the rows of tables and the items of lists."""

from collections.abc import Iterable

from django import template
from django.template.defaultfilters import truncatewords

from statements.addresses import path_to, statement_path
from statements.charts.sparkline import Sparkline
from statements.charts.twin import Row
from statements.markup import Markup, Sheet
from statements.models import Placement, Position, Ranking, Statement
from statements.rankings.standings import Standing
from statements.templatetags.ranking_marks import put_sparkline
from statements.wording import day_in_words
from statements.wording import wording as _

register = template.Library()

NEWEST = '<tr><th scope="row"><a href="%s">%s</a></th><td>%s</td><td>%s</td><td>'
BESIDE = '<li><label><input type="checkbox" name="with" value="%s"> %s</label></li>'
CHOSEN = '<li><label><input type="checkbox" name="with" value="%s" checked> %s</label></li>'
OTHER = '<li><a href="%s">%s</a> <span class="soft">%s, %s</span></li>'
EDITION = '<tr><th scope="row">%s</th>'
CELL = "<td>%s</td>"
SOFT = '<td><span class="soft">%s</span></td>'
WORDS = 8  # of a statement; the page it leads to has them all
TAKEN = (
    '<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td lang="%s"><a href="%s">%s</a></td></tr>'
)


@register.simple_tag
def newest_placements(ranking: Ranking, ways: Iterable[tuple[Placement, Sparkline]]) -> Markup:
    """The newest placement of each country, with its way to it, as rows of a table."""
    sheet = Sheet()
    for placement, spark in ways:
        country, path = placement.country, _path(ranking, placement)
        year = str(placement.edition.year)
        sheet.add(NEWEST, path, country.name, placement.level.label, year)
        put_sparkline(sheet, spark)
        sheet.add("</td></tr>")
    return sheet.markup()


@register.simple_tag
def countries_beside(standing: Standing) -> Markup:
    """The other countries, each to be drawn beside this one."""
    sheet, chosen = Sheet(), set(standing.chosen)
    for placement in standing.others:
        country = placement.country
        sheet.add(CHOSEN if country.slug in chosen else BESIDE, country.slug, country.name)
    return sheet.markup()


@register.simple_tag
def other_countries(standing: Standing) -> Markup:
    """The other countries, each with its newest placement and the way to its page."""
    sheet = Sheet()
    for placement in standing.others:
        level, year = placement.level.label, str(placement.edition.year)
        sheet.add(OTHER, _path(standing.ranking, placement), placement.country.name, level, year)
    return sheet.markup()


@register.simple_tag
def twin_editions(rows: Iterable[Row]) -> Markup:
    """The editions of a chart with the placement of each country, as rows of a table."""
    sheet = Sheet()
    for row in rows:
        sheet.add(EDITION, str(row.year))
        if row.released:
            sheet.add(CELL, day_in_words(str(row.released)))
        else:
            sheet.add(SOFT, _("not known"))
        for placement in row.placements:
            if placement:
                sheet.add(CELL, placement.level.label)
            else:
                sheet.add(SOFT, _("none"))
        sheet.add("</tr>")
    return sheet.markup()


@register.simple_tag
def twin_positions(taken: Iterable[tuple[Position, Statement]]) -> Markup:
    """The positions of a chart, each with the statement it leads to, as rows of a table."""
    sheet = Sheet()
    for position, statement in taken:
        claimant = position.speaker or position.organisation
        words = truncatewords(statement.quoted or statement.summary, WORDS)
        sheet.add(
            TAKEN, day_in_words(str(position.as_of)), str(claimant), position.stance.label,
            str(position.placement.edition.year), statement.language,
            statement_path(statement.pk, statement.slug), words,
        )  # fmt: skip
    return sheet.markup()


def _path(ranking: Ranking, placement: Placement) -> str:
    """Of the page of a country in a ranking."""
    return path_to("ranking_country", ranking.slug, placement.country.slug)
