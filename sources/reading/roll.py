"""Who holds which office in an article, in the order of the article, quick to look up."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from sources.reading.cast import Somebody
from sources.reading.offices import Held
from sources.reading.roles import OTHER_OFFICE, Office, fits, gender_of
from sources.reading.things import GROUPS
from sources.reading.wider import WIDER

MANY = 100  # holders of one noun that are looked at; more tell nothing new


@dataclass(slots=True)
class Roll:
    """The offices of an article by their nouns; `strangers` are the nouns of unnamed people."""

    by_noun: dict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    by_place: dict[int, Held] = field(default_factory=dict)
    holders: set[int] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)
    genders: set[str | None] = field(default_factory=set)
    learnt: frozenset[str] = frozenset()  # titles that only this article teaches

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

    def wider(self, asked: Office, at: int, near: Container[str]) -> Somebody | None:
        """Give the one before `at` whose office the noun takes in: the senator for "lawmaker".

        "The union boss" is the only secretary-general of nothing else, once a union was named.
        """
        nouns = WIDER.get(asked.noun, frozenset())
        held = [one for noun in nouns for one in self._earlier(noun, at)]
        exact = [one for one in held if asked.narrowed <= one.office.narrowed]
        if exact or asked.narrowed.isdisjoint(GROUPS):
            return _one(exact)
        bare = [one for one in held if not one.office.narrowed]
        return _one(bare) if all(word in near for word in asked.narrowed) else None

    def only(self, asked: Office, at: int, near: Container[str]) -> Somebody | None:
        """Give the one holder before `at` if what narrows the noun was at least printed before."""
        held = self._earlier(asked.noun, at)
        others = [one.office.narrowed & OTHER_OFFICE for one in held]
        if any(other != asked.narrowed & OTHER_OFFICE for other in others):
            return None
        return _one(held) if all(word in near for word in asked.narrowed) else None

    def _earlier(self, noun: str, at: int) -> list[Held]:
        known = self.by_noun.get(noun, [])
        place = bisect_left(known, at, key=lambda held: held.at)
        return known[max(0, place - MANY) : place]

    def holds(self, who: Somebody) -> bool:
        """Whether the article gives somebody an office."""
        return id(who) in self.holders

    def at(self, place: int) -> Somebody | None:
        """Give who the unnamed person at a token turns out to be."""
        held = self.by_place.get(place)
        return held.who if held else None


def _one(held: list[Held]) -> Somebody | None:
    return held[0].who if held and all(one.who is held[0].who for one in held) else None


def make_roll(held: Iterable[Held], learnt: Iterable[Held] = ()) -> Roll:
    """Index offices, and titles learnt from the article, in its order."""
    taught = list(learnt)
    roll = Roll(learnt=frozenset(one.office.noun for one in taught))
    for one in sorted([*held, *taught], key=lambda one: one.at):
        roll.by_noun[one.office.noun].append(one)
        roll.by_place[one.at] = one
        if one.who:
            roll.holders.add(id(one.who))
        else:
            roll.strangers.add(one.office.noun)
            roll.genders.add(gender_of([one.office.printed]))
    return roll
