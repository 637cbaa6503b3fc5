"""How large a corpus is and what it is made from: all that decides what is in it."""

import datetime
from dataclasses import dataclass, field
from random import Random

BATCH = 1_000  # statements that are written together
FIRST_DAY = datetime.date(2010, 1, 1)
BEGIN = datetime.datetime.combine(FIRST_DAY, datetime.time())
DAYS = 5_479  # fifteen years
NOISE = 90  # days by which a date may stand before or after its neighbours'
OPENED = datetime.datetime(2009, 10, 1, 8, tzinfo=datetime.UTC)  # what statements rest on
STATEMENTS_PER_SOURCE = 4
MOST_CITATIONS = 3
MOST_TOPICS = 3
MOST_FUNCTIONS = 2
Coded = tuple[tuple[int, str], ...]  # ids and codes


@dataclass(frozen=True)
class Plan:
    """What a corpus is made from: the same plan, the same rows.

    `base` is the highest id that the database held before: all ids of the corpus are above it.
    `functions` and `stances` are those that the database has, `countries` the ids of the countries
    by ISO code.
    """

    statements: int
    seed: int
    base: int = 0
    functions: Coded = ()
    stances: Coded = ()
    countries: Coded = field(default=(), repr=False)

    @property
    def reason(self) -> str:
        """What the history of every record of the corpus gives as its reason."""
        return f"corpus of {self.statements}, seed {self.seed}"

    @property
    def batches(self) -> int:
        return -(-self.statements // BATCH)

    @property
    def speakers(self) -> int:
        return max(20, min(2_000, self.statements // 5))

    @property
    def events(self) -> int:
        return max(10, min(2_000, self.statements // 200))

    @property
    def position_every(self) -> int:
        """One statement in so many is evidence of a position."""
        return max(10, self.statements // 600)

    @property
    def figure_every(self) -> int:
        """One statement in so many gives a figure."""
        return max(15, self.statements // 200)

    def rng(self, *names: object) -> Random:
        """Give the chance that belongs to a part of the corpus, the same at every run."""
        return Random("/".join(map(str, (self.seed, *names))))  # noqa: S311  # no secret

    def day(self, number: int) -> float:
        """Give the day around which the statement with this number was said, from the first."""
        return number * DAYS / self.statements

    def entered(self, number: int) -> str:
        """Give the moment at which it was entered, in UTC as a database takes it."""
        seconds = int((self.day(number) + NOISE + 2) * 86_400)
        return str(BEGIN + datetime.timedelta(seconds=seconds))
