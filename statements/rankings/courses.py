"""The ways of countries through rankings in short: the level now, since when, and a small line."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db.models import Prefetch, QuerySet

from sources.models import Country
from statements.charts.sparkline import Sparkline, sparkline
from statements.models import Level, Placement, Ranking
from statements.rankings.placements import Change, Way, change

SHOWN = (
    "confidence", "level__code", "level__label", "level__order", "country__name", "country__slug",
    "country__iso2", "edition__year", "edition__ranking__name", "edition__ranking__slug",
)  # fmt: skip


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
    levels = Level.objects.only("ranking", "code", "order")
    found = (
        placements.filter(edition__ranking__in=Ranking.objects.published())
        .select_related("edition__ranking", "level", "country")
        .only(*SHOWN)
        .prefetch_related(Prefetch("edition__ranking__levels", levels))
        .order_by("edition__ranking__name", "edition__ranking", "country__name", "edition__year")
    )
    grouped = groupby(found, key=lambda one: (one.edition.ranking_id, one.country_id))
    return [_course(list(group)) for _key, group in grouped]


def _course(placed: list[Placement]) -> Course:
    return Course(placed[0].edition.ranking, Way(placed[0].country, placed))
