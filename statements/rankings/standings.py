"""A country's way through a ranking as its page, its chart and its table all show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from sources.models import Country
from statements.charts.marks import leads_to
from statements.charts.ranking import RankingChart, ranking_chart
from statements.charts.sparkline import Sparkline, sparkline
from statements.charts.twin import Row, edition_rows, positions_of
from statements.models import Level, Placement, Position, Ranking, Stance, Statement
from statements.rankings.named import Named
from statements.rankings.neighbours import MOST, beside
from statements.rankings.placements import Way, Year, history, ways


@dataclass(frozen=True)
class Standing:
    """`years` are the country's own, the newest first; `beside` the ways of its neighbours."""

    ranking: Ranking
    country: Country
    years: Sequence[Year]
    beside: Sequence[Way]
    everyone: Sequence[Way]
    levels: Sequence[Level]
    most_beside = MOST

    @cached_property
    def ways(self) -> list[Way]:
        """What the chart, the table and the file are made of, the country's own way first."""
        own = [year.placement for year in self.years[::-1]]
        return [Way(self.country, own), *self.beside] if own else list(self.beside)

    @cached_property
    def positions(self) -> list[Position]:
        return positions_of(self.years)

    @property
    def positions_with_statements(self) -> list[tuple[Position, Statement]]:
        """Each position with the statement that its mark leads to."""
        return [(position, leads_to(position)) for position in self.positions]

    @cached_property
    def chart(self) -> RankingChart | None:
        return ranking_chart(self.ways, self.positions, self.levels, Stance.objects.all())

    @cached_property
    def rows(self) -> list[Row]:
        return edition_rows(self.ways)

    @property
    def others(self) -> list[Placement]:
        """The newest placement of every other country."""
        return [way.placements[-1] for way in self.everyone if way.country != self.country]

    @property
    def title(self) -> str:
        return f"{self.ranking}: {self.country}"

    @property
    def chosen(self) -> list[str]:
        """The slugs of the countries beside."""
        return [way.country.slug for way in self.beside]

    @property
    def query(self) -> str:
        """What an address needs to show the same countries."""
        return f"?{urlencode({'with': self.chosen}, doseq=True)}" if self.beside else ""


def standing_of(ranking: Ranking, country: Country, asked: Sequence[str] = ()) -> Standing:
    """The standing of a country, with those named in `asked` beside it. Raises BadRequest."""
    named = Named(ranking)
    everyone = ways(ranking, named)
    return Standing(
        ranking=ranking,
        country=country,
        years=history(ranking, country, named),
        beside=beside(asked, everyone, country),
        everyone=everyone,
        levels=list(named.levels.values()),
    )


def sparklines(ranking: Ranking, levels: Sequence[Level]) -> list[tuple[Placement, Sparkline]]:
    """The newest placement of every country with its way to it, all on the same years."""
    everyone = [Way(way.country, list(way.placements)) for way in ways(ranking)]
    years = [one.edition.year for way in everyone for one in way.placements]
    return [
        (way.placements[-1], sparkline(way, levels, min(years), max(years))) for way in everyone
    ]
