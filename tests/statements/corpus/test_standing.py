from itertools import pairwise

from statements.corpus import standing
from statements.corpus.plan import Plan


def test_every_country_has_a_placement_in_every_edition(plan: Plan) -> None:
    ranking = standing.ranking(plan)
    levels, editions = standing.levels(plan, ranking), standing.editions(plan, ranking)
    made = standing.placements(plan, levels, editions)
    places = {(one.edition_id, one.country_id) for one in made}
    assert len(made) == len(places) == 30 * standing.YEARS


def test_countries_move_by_one_level_at_most(plan: Plan) -> None:
    ranking = standing.ranking(plan)
    levels, editions = standing.levels(plan, ranking), standing.editions(plan, ranking)
    made = standing.placements(plan, levels, editions)
    steps = {
        abs((after.level.order or 0) - (before.level.order or 0))
        for before, after in pairwise(made)
        if before.country_id == after.country_id
    }
    assert steps == {0, 1}


def test_there_are_ten_indicators(plan: Plan) -> None:
    assert len({one.code for one in standing.indicators(plan)}) == 10
