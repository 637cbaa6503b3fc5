"""What each statement of the corpus is: who said what, when, where, and what cites it.

Chance is drawn a batch at a time, so that batches can be made apart from each other, and the ids of
all that belongs to a statement follow from its number.
"""

import calendar
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TypeVar

from statements.corpus import prose
from statements.corpus.plan import (
    BATCH,
    DAYS,
    FIRST_DAY,
    MOST_CITATIONS,
    MOST_FUNCTIONS,
    MOST_TOPICS,
    NOISE,
    STATEMENTS_PER_SOURCE,
    Plan,
)
from statements.corpus.scene import Field, scene
from statements.corpus.zipf import Ranks
from statements.models import Citation, Role, Statement

One = TypeVar("One")
Kind, Rung = Statement.Kind, Citation.Verification
KINDS = {Kind.QUOTATION: 62, Kind.REPORTED: 20, Kind.PARAPHRASE: 10, Kind.WRITTEN: 8}
RUNGS = {
    Rung.EXACT: 76, Rung.TYPOGRAPHIC: 12, Rung.ELIDED: 4, Rung.DIFFERS: 3, Rung.NOT_FOUND: 2,
    Rung.NOT_CHECKABLE: 3,
}  # fmt: skip
A_HUNDRED_KINDS = [kind.value for kind, share in KINDS.items() for _ in range(share)]
A_HUNDRED_RUNGS = [rung.value for rung, share in RUNGS.items() for _ in range(share)]
CITED = [1] * 60 + [2] * 30 + [MOST_CITATIONS] * 10  # articles that print a hundred statements
LAGS = (0, 0, 0, 0, 1, 1, 1, 2, 3)  # days from the words to the article
YEAR_ONLY, MONTH_ONLY = 0.03, 0.10  # of statements without an event, cumulated
FEW_TOPICS, FEW_FUNCTIONS = range(1, MOST_TOPICS + 1), range(MOST_FUNCTIONS + 1)
#: The fewest words of an English text and of a summary: a last sentence makes them 120 and 35 at
#: most. And the runs of nine words of a Khmer text.
LONG, SHORT, LONG_IN_KHMER = range(40, 102), range(8, 17), range(5, 14)
AROUND = range(-3, 4)  # articles before or after that in whose place a statement stands
AT_EVENT, BY_ORGANISATION, IN_KHMER, PUBLISHED = 0.10, 0.05, 0.05, 0.94
SUMMARISED, WORDLESS, ROLE_PRINTED = 0.45, 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Day:
    """A date as the database holds it: as much as is known, the first and the last day of it."""

    text: str
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class Article:
    """A source; the day is counted from the first."""

    pk: int
    outlet: int
    title: str
    found_by: Field
    day: int


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    summary: str
    found_by: list[Field]


@dataclass(frozen=True, slots=True)
class Speech:
    """A statement; places in the lists of the scene name what it refers to."""

    number: int
    pk: int
    speaker: int | None
    organisation: int | None
    role: Role | None
    role_printed: bool
    event: int | None
    kind: str
    language: str
    words: Words
    said_on: Day
    topics: list[int]
    functions: list[int]
    citations: list[tuple[Article, str]]  # with the verification
    published: bool


class Batch:
    """The statements whose numbers lie in one batch, and their sources."""

    def __init__(self, plan: Plan, number: int) -> None:
        self.plan, self.scene = plan, scene(plan)
        self.numbers = range(
            number * BATCH + 1, min((number + 1) * BATCH, plan.statements) + 1
        )  # statements count from 1, as their ids do
        self.rng = plan.rng("batch", number)
        self.articles = list(self._articles())
        self.newest_last = sorted(self.articles, key=lambda one: (one.day, one.pk))
        self.place = {one.pk: place for place, one in enumerate(self.newest_last)}

    def _articles(self) -> Iterator[Article]:
        for number in self.numbers[::STATEMENTS_PER_SOURCE]:
            day = self.plan.day(number) + self.rng.uniform(-NOISE, NOISE)
            printed = prose.passage(self.rng, 1)
            yield Article(
                pk=self.plan.base + number // STATEMENTS_PER_SOURCE + 1,
                outlet=ranks(len(self.scene.outlets)).one(self.rng),
                title=printed.text.removesuffix("."),
                found_by=Field.drawn_as(printed),
                day=min(max(int(day), 0), DAYS - 1),
            )

    def speeches(self) -> Iterator[Speech]:
        """Draw the statements in the order of their numbers."""
        return (self._speech(number) for number in self.numbers)

    def _speech(self, number: int) -> Speech:
        rng, shows_more = self.rng, self.shows_more(number)
        article = self._article(number)
        day = max(article.day - _one_of(rng, LAGS), 0)
        event = self.scene.event_by(day) if rng.random() < AT_EVENT else None
        day = day if event is None else self.scene.event_days[event]
        speaker, organisation = self._claimant(shows_more)
        kind = _one_of(rng, A_HUNDRED_KINDS)
        khmer = rng.random() < IN_KHMER
        words = _in_khmer(rng) if khmer else _in_english(rng, kind)
        return Speech(
            number=number, pk=self.plan.base + number, speaker=speaker, organisation=organisation,
            role=None if speaker is None else self._role(speaker, day),
            role_printed=rng.random() < ROLE_PRINTED, event=event, kind=kind,
            language="km" if khmer else "en", words=words,
            said_on=known(day, 1.0 if event is not None else rng.random()),
            topics=ranks(len(self.scene.topics)).several(rng, _one_of(rng, FEW_TOPICS)),
            functions=self._functions(), citations=self._citations(article, bool(words.text)),
            published=shows_more or rng.random() < PUBLISHED,
        )  # fmt: skip

    def shows_more(self, number: int) -> bool:
        """Whether a position or a figure rests on the statement, so that it must be public."""
        plan = self.plan
        return not (number % plan.position_every and number % plan.figure_every)

    def _article(self, number: int) -> Article:
        place = (number - self.numbers.start) // STATEMENTS_PER_SOURCE + _one_of(self.rng, AROUND)
        return self.articles[min(max(place, 0), len(self.articles) - 1)]

    def _claimant(self, must_be_speaker: bool) -> tuple[int | None, int | None]:
        if not must_be_speaker and self.rng.random() < BY_ORGANISATION:
            return None, ranks(len(self.scene.organisations)).one(self.rng)
        return ranks(len(self.scene.speakers)).one(self.rng), None

    def _role(self, speaker: int, day: int) -> Role:
        year = FIRST_DAY.year + day // 366  # never too late, so that the office was held by then
        return next(role for since, role in self.scene.offices[speaker] if since <= year)

    def _functions(self) -> list[int]:
        several = ranks(len(self.plan.functions)).several
        return several(self.rng, _one_of(self.rng, FEW_FUNCTIONS))

    def _citations(self, first: Article, with_words: bool) -> list[tuple[Article, str]]:
        place = self.place[first.pk]
        cited = self.newest_last[place : place + _one_of(self.rng, CITED)]
        return [
            (one, _one_of(self.rng, A_HUNDRED_RUNGS) if with_words else str(Rung.NOT_CHECKED.value))
            for one in cited
        ]


@cache
def ranks(size: int) -> Ranks:
    return Ranks(size)


def known(day: int, how_much: float) -> Day:
    """Give a day, or only its month or year where little of it is known."""
    whole, month, year = _known(day)
    if how_much >= MONTH_ONLY:
        return whole
    return year if how_much < YEAR_ONLY else month


@cache
def _known(day: int) -> tuple[Day, Day, Day]:
    """A day by itself, its month and its year."""
    date = FIRST_DAY + datetime.timedelta(days=day)
    text, last = date.isoformat(), calendar.monthrange(date.year, date.month)[1]
    return (
        Day(text, text, text),
        Day(text[:7], f"{text[:7]}-01", f"{text[:7]}-{last}"),
        Day(text[:4], f"{text[:4]}-01-01", f"{text[:4]}-12-31"),
    )


def _one_of(rng: Random, values: Sequence[One]) -> One:
    return values[int(rng.random() * len(values))]


def _in_english(rng: Random, kind: str) -> Words:
    wordless = kind == Kind.PARAPHRASE and rng.random() < WORDLESS
    text = prose.NOTHING if wordless else prose.passage(rng, _one_of(rng, LONG))
    summarised = wordless or rng.random() < SUMMARISED
    summary = prose.passage(rng, _one_of(rng, SHORT)) if summarised else prose.NOTHING
    found_by = [Field.drawn_as(one) for one in (text, summary) if one.text]
    return Words(text.text, summary.text, found_by)


def _in_khmer(rng: Random) -> Words:
    text = prose.in_khmer(rng, _one_of(rng, LONG_IN_KHMER))
    return Words(text.text, "", [Field.drawn_as(text)])
