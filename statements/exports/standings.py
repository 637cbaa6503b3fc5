"""The file of a country's way through a ranking: what its chart and its table show."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from sources.dates import PartialDate
from sources.models import Source
from statements.charts.marks import leads_to
from statements.exports.fields import Field
from statements.models import Placement, Position, Statement
from statements.rankings.placements import Change, change
from statements.rankings.standings import Standing


@dataclass(frozen=True)
class Line:
    """A placement with one of the positions on it, or with none."""

    placement: Placement
    change: Change | None
    position: Position | None
    origin: str

    @property
    def statement(self) -> Statement | None:
        return leads_to(self.position) if self.position else None


def lines(standing: Standing, origin: str) -> Iterator[Line]:
    """Every placement shown, by country and year, once for each position that is shown on it.

    `origin` goes before the addresses of statements.
    """
    taken: dict[int, list[Position | None]] = {}
    for position in standing.positions:
        taken.setdefault(position.placement_id, []).append(position)
    for way in standing.ways:
        for earlier, placement in zip([None, *way.placements], way.placements, strict=False):
            for taken_on_it in taken.get(placement.pk) or [None]:
                yield Line(placement, change(earlier, placement), taken_on_it, origin)


def _id(line: Line) -> str:
    parts = [line.placement.edition.year, line.placement.country.iso2]
    return "-".join(map(str, [*parts, line.position.pk] if line.position else parts))


def _released(line: Line) -> PartialDate | None:
    return line.placement.edition.released_on


def _source(line: Line) -> str:
    source: Source | None = line.placement.source
    return source.url if source and source.is_published else ""


def _address(line: Line) -> str:
    return f"{line.origin}{line.statement.get_absolute_url()}" if line.statement else ""


def _words(line: Line) -> str:
    return (line.statement.quoted or line.statement.summary) if line.statement else ""


FIELDS = [
    Field("id", _id, _("Edition, country and, where there is one, number of the position.")),
    Field("country", lambda line: line.placement.country.iso2, _("ISO code of the country.")),
    Field("edition", lambda line: line.placement.edition.year, _("Year of the edition.")),
    Field("released_on", _released, _("When it came out: a day, a month or a year.")),
    Field("level_code", lambda line: line.placement.level.code, _("Code of the level.")),
    Field("level", lambda line: line.placement.level.label, _("The level in words.")),
    Field("change", lambda line: line.change and line.change.value, _(
        "Against the placement before: raised, lowered, same, or other where none can be told."
    )),
    Field("confidence", lambda line: line.placement.confidence, _("How sure the level is.")),
    Field("source_url", _source, _("Address of the source of the level.")),
    Field("position_as_of", lambda line: line.position and line.position.as_of, _(
        "When the position was taken: a day, a month or a year."
    )),
    Field("claimant", lambda line: line.position and str(
        line.position.speaker or line.position.organisation
    ), _("Who took it.")),
    Field("stance_code", lambda line: line.position and line.position.stance.code, _(
        "Code of the stance."
    )),
    Field("stance", lambda line: line.position and line.position.stance.label, _(
        "The stance in words."
    )),
    Field("target", lambda line: line.position and line.position.target, _(
        "Whether the words name this ranking (stated) or it is inferred."
    )),
    Field("statement", _words, _("The words, or the summary, of the statement it rests on.")),
    Field("statement_url", _address, _("Address of that statement.")),
]  # fmt: skip
