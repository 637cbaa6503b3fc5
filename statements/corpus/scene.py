"""All that stands before the first statement is made, with what statements need of it at hand."""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from django.db import models

from sources.models import Country, Outlet
from statements.corpus import people, scenery, standing
from statements.corpus.plan import Plan
from statements.corpus.prose import NOTHING, Passage
from statements.models import (
    Alias,
    Edition,
    Event,
    Indicator,
    Level,
    Organisation,
    Placement,
    Ranking,
    Role,
    Speaker,
    Topic,
)
from statements.postings.terms import BORDER, terms
from statements.search.analyser import tokens

SEPARATOR = f" {BORDER} "  # no phrase crosses it from one field into the next
SCENERY: tuple[type[models.Model], ...] = (
    Country, Topic, Organisation, Speaker, Alias, Role, Outlet, Event, Ranking, Level, Edition,
    Placement, Indicator,
)  # fmt: skip
Record = Speaker | Organisation | Role | Topic | Event | Outlet


class Field(NamedTuple):
    """A field, or several, by which a statement is found: the tokens, and the terms they give.

    The terms of what was drawn are told by its numbers, but those that none of it has by itself.
    """

    tokens: str
    terms: Collection[str]
    drawn: "array[int]" = NOTHING.drawn

    @classmethod
    def of(cls, tokens_: str) -> "Field":
        return cls(tokens_, terms(tokens_))

    @classmethod
    def drawn_as(cls, one: Passage) -> "Field":
        return cls(one.tokens, one.terms, one.drawn)


@dataclass
class Scene:
    """The records that statements name, and the tokens by which they make a statement found."""

    countries: list[Country]
    topics: list[Topic]
    outlets: list[Outlet]
    organisations: list[Organisation]
    speakers: list[Speaker]
    aliases: list[Alias]
    roles: list[Role]
    events: list[Event]
    ranking: Ranking
    levels: list[Level]
    editions: list[Edition]
    placements: list[Placement]
    indicators: list[Indicator]
    found_by: dict[tuple[str, int], Field] = field(default_factory=dict)  # by kind and id
    event_days: list[int] = field(default_factory=list)
    #: By the place of the speaker: the first year of each office, the newest before the others.
    offices: list[list[tuple[int, Role]]] = field(default_factory=list)
    placed: dict[tuple[int, int], int] = field(default_factory=dict)  # by country and year
    event_names: list[str] = field(default_factory=list)

    def records(self) -> list[list[models.Model]]:
        """All of it, so that nothing refers to what comes after it."""
        return [
            list(group)
            for group in (
                self.countries, self.topics, self.organisations, self.speakers, self.aliases,
                self.roles, self.outlets, self.events, [self.ranking], self.levels, self.editions,
                self.placements, self.indicators,
            )
        ]  # fmt: skip

    def event_by(self, day: int) -> int:
        """The place in the list of the last event held by a day."""
        return max(bisect_right(self.event_days, day) - 1, 0)


@lru_cache(maxsize=1)
def scene(plan: Plan) -> Scene:
    """Make what stands before the first statement."""
    bodies, persons = people.organisations(plan), people.speakers(plan)
    ranking = standing.ranking(plan)
    rungs, yearly = standing.levels(plan, ranking), standing.editions(plan, ranking)
    made = Scene(
        countries=scenery.countries(plan), topics=scenery.topics(plan),
        outlets=scenery.outlets(plan), organisations=bodies, speakers=persons,
        aliases=people.aliases(plan, persons), roles=people.roles(plan, persons, bodies),
        events=scenery.events(plan, bodies), ranking=ranking, levels=rungs, editions=yearly,
        placements=standing.placements(plan, rungs, yearly), indicators=standing.indicators(plan),
    )  # fmt: skip
    _look_up(plan, made)
    return made


def _look_up(plan: Plan, made: Scene) -> None:
    made.event_days = [scenery.event_day(plan, index) for index in range(plan.events)]
    made.offices = [[] for _speaker in made.speakers]
    for role in made.roles:
        since = role.start.earliest.year if role.start else 0
        made.offices[role.speaker_id - plan.base - 1].insert(0, (since, role))
    made.placed = {(one.country_id, one.edition.year): one.pk for one in made.placements}
    made.found_by = {(kind, record.pk): Field.of(found) for kind, record, found in _found_by(made)}
    made.event_names = [str(event) for event in made.events]


def _found_by(made: Scene) -> Iterator[tuple[str, Record, str]]:
    """The fields by which each record is found, as `statements.search.index` lists them."""
    for speaker, alias in zip(made.speakers, made.aliases, strict=True):
        yield "speaker", speaker, joined(speaker.name, speaker.name_local, alias.text)
        yield "speaker as printed", speaker, joined(speaker.name)
    for body in made.organisations:
        yield "organisation", body, joined(body.name, body.name_local, body.short_name)
    for role in made.roles:
        yield "role", role, joined(role.title, role.title_local)
        yield "role as printed", role, joined(role.title)
    for topic in made.topics:
        yield "topic", topic, joined(topic.name, topic.name_local)
    yield from (("event", event, joined(event.name)) for event in made.events)
    yield from (("outlet", outlet, joined(outlet.name)) for outlet in made.outlets)


def joined(*fields: str) -> str:
    """The tokens of fields."""
    return SEPARATOR.join(" ".join(tokens(one)) for one in fields if one)
