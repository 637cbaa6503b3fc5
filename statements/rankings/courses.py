"""The ways of countries through rankings in short: the level now, since when, and a small line."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet

from sources.models import Country
from sources.publication import Status
from statements.charts.sparkline import Sparkline, sparkline
from statements.models import Edition, Level, Placement, Ranking
from statements.positions.records import hold, record, relate
from statements.prepared import Rows
from statements.rankings.named import levels_of
from statements.rankings.placements import Change, Way, change

PLACED = (
    "pk", "confidence", "level", "edition", "edition__year", "country", "country__name",
    "country__slug", "country__iso2", "edition__ranking", "edition__ranking__name",
    "edition__ranking__slug",
)  # fmt: skip
COUNTRY, RANKING = PLACED.index("country"), PLACED.index("edition__ranking")


@dataclass(frozen=True)
class Course:
    """A country's public placements in a ranking, at least one, the oldest first."""

    ranking: Ranking
    way: Way

    @property
    def country(self) -> Country:
        return self.way.country

    @property
    def placements(self) -> Sequence[Placement]:
        return self.way.placements

    @property
    def newest(self) -> Placement:
        return self.placements[-1]

    @property
    def first_year(self) -> int:
        return self.placements[0].edition.year

    @property
    def since(self) -> int:
        """The first of the editions, one a year, that gave the level of the newest one."""
        year, level = self.newest.edition.year, self.newest.level_id
        for placement in self.placements[::-1]:
            if placement.level_id != level or placement.edition.year < year - 1:
                break
            year = placement.edition.year
        return year

    @property
    def before(self) -> Placement | None:
        """The placement that the level of today came after, whenever that was."""
        earlier = [one for one in self.placements if one.edition.year < self.since]
        return earlier[-1] if earlier else None

    @cached_property
    def spark(self) -> Sparkline:
        levels = list(self.ranking.levels.all())
        return sparkline(self.way, levels, self.first_year, self.newest.edition.year)

    @property
    def rows(self) -> list[tuple[Placement, Change | None]]:
        """Each placement with the change against the one before, the newest first."""
        pairs = zip([None, *self.placements], self.placements, strict=False)
        return [(later, change(earlier, later)) for earlier, later in pairs][::-1]


def courses(placements: QuerySet[Placement]) -> list[Course]:
    """The courses that these placements make up, by ranking and country; in two queries.

    Placements of rankings that are not public are left out.
    """
    return courses_of(list(placed(placements)))


def placed(placements: QuerySet[Placement]) -> Any:
    """What is read of placements to make courses of them, but for rankings that are not public."""
    return (
        placements.filter(edition__ranking__status=Status.PUBLISHED)
        .order_by("edition__ranking__name", "edition__ranking", "country__name", "edition__year")
        .values_list(*PLACED)
    )


def courses_of(rows: Rows) -> list[Course]:
    """The same of what was read, in one query."""
    scale = _scales({row[RANKING] for row in rows}) if rows else {}
    made = []
    for (ranking_id, _country), some in groupby(rows, key=itemgetter(RANKING, COUNTRY)):
        own = list(some)
        name, slug = own[0][RANKING + 1 : RANKING + 3]
        ranking = record(Ranking, Ranking.objects.db, id=ranking_id, name=name, slug=slug)
        hold(ranking, levels=list(scale[ranking_id].values()))
        made.append(_course(own, ranking, scale[ranking_id]))
    return made


def _course(rows: Rows, ranking: Ranking, levels: Mapping[int, Level]) -> Course:
    using = Placement.objects.db
    country_id, name, slug, iso2 = rows[0][COUNTRY : COUNTRY + 4]
    country = record(Country, using, id=country_id, name=name, slug=slug, iso2=iso2)
    placements = []
    for pk, confidence, level_id, edition_id, year, *_rest in rows:
        edition = record(Edition, using, id=edition_id, year=year, ranking_id=ranking.pk)
        relate(edition, ranking=ranking)
        made = record(
            Placement, using, id=pk, confidence=confidence, level_id=level_id,
            edition_id=edition_id, country_id=country_id,
        )  # fmt: skip
        relate(made, edition=edition, level=levels[level_id], country=country)
        placements.append(made)
    return Course(ranking, Way(country, placements))


def _scales(rankings: Collection[int]) -> dict[int, dict[int, Level]]:
    """The levels of rankings, by the number of the ranking and their own."""
    found: dict[int, dict[int, Level]] = {pk: {} for pk in rankings}
    for level in levels_of(rankings):
        found[level.ranking_id][level.pk] = level
    return found
