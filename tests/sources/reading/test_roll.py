from sources.reading.cast import Somebody
from sources.reading.offices import Held
from sources.reading.roles import Office, office
from sources.reading.roll import MANY, make_roll


def named(words: str) -> Office:
    known = office(words.split())
    assert known is not None
    return known


MINISTER, TRADE, PILOT = named("minister"), named("trade minister"), named("pilot")
SOK, LIM = Somebody(("sok",), "Sok"), Somebody(("lim",), "Lim")


def test_an_office_is_looked_up_before_and_after_a_place() -> None:
    roll = make_roll([Held(TRADE, SOK, 3), Held(PILOT, LIM, 5), Held(MINISTER, LIM, 9)])
    assert [held.who for held in roll.before(MINISTER, 6)] == [SOK]
    assert [held.who for held in roll.after(MINISTER, 6)] == [LIM]
    assert not roll.before(TRADE, 3)


def test_unnamed_people_are_strangers() -> None:
    roll = make_roll([Held(PILOT, None, 3), Held(MINISTER, SOK, 5)])
    assert roll.strangers == {"pilot"}
    assert (roll.holds(SOK), roll.holds(LIM)) == (True, False)
    assert (roll.at(5), roll.at(3), roll.at(4)) == (SOK, None, None)


def test_no_more_than_the_nearest_are_looked_at() -> None:
    roll = make_roll([Held(PILOT, SOK, at) for at in range(3 * MANY)])
    assert [held.at for held in roll.before(PILOT, 2 * MANY)] == list(range(MANY, 2 * MANY))
    assert len(roll.after(PILOT, MANY)) == MANY


def test_the_boss_of_a_union_is_the_only_leader_of_nothing_else() -> None:
    asked, leader, other = named("union boss"), named("secretary-general"), named("chairman")
    health = named("health secretary")
    roll = make_roll([Held(leader, SOK, 3), Held(health, LIM, 5)])
    assert roll.wider(asked, 9, {"union"}) is SOK
    assert roll.wider(asked, 9, set()) is None
    assert roll.wider(named("river boss"), 9, {"river"}) is None
    both = make_roll([Held(leader, SOK, 3), Held(other, LIM, 5)])
    assert both.wider(asked, 9, {"union"}) is None
