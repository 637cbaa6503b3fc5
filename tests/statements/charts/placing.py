"""Ways through a ranking and positions on it, for the tests of charts."""

from statements import workflow
from statements.models import Position, Ranking
from statements.rankings.placements import Way, history, ways
from statements.rankings.standings import Standing, standing_of
from tests import factories

NEIGHBOURS = {"KH": "Cambodia", "TH": "Thailand", "VN": "Vietnam", "LA": "Laos", "MY": "Malaysia"}


def place(ranking: Ranking, iso2: str = "KH", released: str = "{}-07-01", **years: str) -> Way:
    """Published placements, each year given as `y2022="3"`; editions released on `released`."""
    where = factories.country(iso2, NEIGHBOURS.get(iso2, f"Country {iso2}"))
    for year, code in years.items():
        record = factories.placement(ranking, year=int(year[1:]), code=code, country=where)
        if released:
            record.edition.released_on = released.format(year[1:])
            record.edition.save()
        workflow.publish(record=record, by=None)
    return next(way for way in ways(ranking) if way.country == where)


def take(ranking: Ranking, year: int, as_of: str, stance: str = "dismisses") -> Position:
    """A published position of a new speaker on Cambodia's placement of that year."""
    country = factories.country()
    placed = {one.placement.edition.year: one.placement for one in history(ranking, country)}
    statement = factories.draft("No interest.", said_on=as_of)
    position = factories.position(statement, stance, placement=placed[year], as_of=as_of)
    workflow.publish(record=statement, by=None)
    position.refresh_from_db()
    return position


def standing(ranking: Ranking, *beside: str) -> Standing:
    return standing_of(ranking, factories.country(), beside)
