"""Who holds which office in an article, in the order of the article, quick to look up."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sources.reading.cast import Somebody
from sources.reading.offices import Held
from sources.reading.roles import Office, fits, gender_of

MANY = 100  # holders of one noun that are looked at; more tell nothing new


@dataclass(slots=True)
class Roll:
    """The offices of an article by their nouns; `strangers` are the nouns of unnamed people."""

    by_noun: dict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    by_place: dict[int, Held] = field(default_factory=dict)
    holders: set[int] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)
    genders: set[str | None] = field(default_factory=set)

    def before(self, asked: Office, at: int) -> list[Held]:
        """Give those before token `at` who were given the office, the last ones at most."""
        known = self.by_noun.get(asked.noun, [])
        place = bisect_left(known, at, key=lambda held: held.at)
        return [held for held in known[max(0, place - MANY) : place] if fits(asked, held.office)]

    def after(self, asked: Office, at: int) -> list[Held]:
        """Give those from token `at` on, the first ones at most."""
        known = self.by_noun.get(asked.noun, [])
        place = bisect_left(known, at, key=lambda held: held.at)
        return [held for held in known[place : place + MANY] if fits(asked, held.office)]

    def holds(self, who: Somebody) -> bool:
        """Whether the article gives somebody an office."""
        return id(who) in self.holders

    def at(self, place: int) -> Somebody | None:
        """Give who the unnamed person at a token turns out to be."""
        held = self.by_place.get(place)
        return held.who if held else None


def make_roll(held: Iterable[Held]) -> Roll:
    """Index offices that are given in the order of the article."""
    roll = Roll()
    for one in held:
        roll.by_noun[one.office.noun].append(one)
        roll.by_place[one.at] = one
        if one.who:
            roll.holders.add(id(one.who))
        else:
            roll.strangers.add(one.office.noun)
            roll.genders.add(gender_of([one.office.printed]))
    return roll
