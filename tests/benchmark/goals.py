"""What the application promises at a million statements, held against a run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.benchmark.figures import ENGINES, Figures, ratio, shown

LISTS = ("timeline", "deep", "filter", "search")
MILLION = 1_000_000


@dataclass(frozen=True)
class Verdict:
    """A goal with its limit, what was measured of it, and whether that is within the limit.

    `at` is the page or the peer that came nearest to the limit, or passed it furthest.
    """

    goal: str
    engine: str
    limit: float
    measured: float
    unit: str
    at: str = ""
    at_least: bool = False

    @property
    def met(self) -> bool:
        if self.at_least:
            return self.measured >= self.limit
        return self.measured <= self.limit

    @property
    def words(self) -> str:
        return ("≥ " if self.at_least else "≤ ") + shown(self.limit, self.unit)


def verdicts(figures: Figures) -> list[Verdict]:
    """Every goal of which something was measured, in the order of the issue's."""
    found: list[Verdict] = []
    for engine in figures.engines:
        for group in (pages, growth, single, compared, ceiling):
            found += group(figures, engine)
    return found


Number = Callable[[str], float | None]


def nearest(
    goal: str, engine: str, limit: float, numbers: dict[str, float | None],
    unit: str, *, at_least: bool = False,
) -> Iterator[Verdict]:  # fmt: skip
    """The verdict on the worst of these numbers, by name; none where nothing was measured."""
    known = {name: number for name, number in numbers.items() if number is not None}
    if known:
        pick = min if at_least else max
        at = pick(known, key=lambda name: known[name])
        yield Verdict(goal, ENGINES[engine], limit, known[at], unit, at, at_least)


def by_page(figures: Figures, number: Number, *kinds: str) -> dict[str, float | None]:
    return {figures.title(key): number(key) for key in figures.keys(*kinds)}


def pages(figures: Figures, engine: str) -> Iterator[Verdict]:
    def median(key: str) -> float | None:
        return figures.median(figures.largest, engine, key)

    def worst(key: str) -> float | None:
        return figures.worst(figures.largest, engine, key)

    asked = {
        ("List pages, median", 20, median): LISTS,
        ("List pages, worst answer", 40, worst): LISTS,
        ("Phrase of common words, order by relevance", 60, median): ("bounded",),
        ("Pages of records", 20, median): ("detail",),
        ("Feeds and JSON", 15, median): ("data",),
    }
    for (goal, limit, number), kinds in asked.items():
        yield from nearest(goal, engine, limit, by_page(figures, number, *kinds), " ms")


def growth(figures: Figures, engine: str) -> Iterator[Verdict]:
    def grown(key: str) -> float | None:
        return figures.growth(engine, key)

    for kinds, limit in ((("timeline", "deep", "detail"), 1.5), (("filter", "search"), 3)):
        span = f"{figures.smallest:,} to {figures.largest:,}"
        goal = f"Growth from {span}: {', '.join(kinds)}"
        yield from nearest(goal, engine, limit, by_page(figures, grown, *kinds), "×")


# What a run measures once for each engine: goal, limit, unit, whether more is better.
ONCE = {
    ("exports", "rate"): ("Full CSV export", 20_000, " rows/s", True),
    ("exports", "growth"): ("Growth of a worker by a full CSV export", 100, " MiB", False),
    ("changes", "index"): ("Index work of a change of one statement", 20, " ms", False),
    ("workers", "ready"): ("A worker is ready", 2, " s", False),
    ("workers", "growth"): ("Growth of a worker", 100, " MiB", False),
}


def single(figures: Figures, engine: str) -> Iterator[Verdict]:
    for path, (goal, limit, unit, at_least) in ONCE.items():
        group, name = path
        number = figures.of(figures.largest, group, engine, name)
        yield from nearest(goal, engine, limit, {"": number}, unit, at_least=at_least)
    shares = {
        "Next answers of all workers that count a change": ("changes", "exact", "answers"),
        "Bulk loading to plain `bulk_create`": ("loading", "corpus", "plain"),
    }
    for goal, (group, part, whole) in shares.items():
        kept = figures.of(figures.largest, group, engine) or {}
        share = {"": ratio(kept.get(part), kept.get(whole))}
        yield from nearest(goal, engine, 1, share, "×", at_least=True)


def compared(figures: Figures, engine: str) -> Iterator[Verdict]:
    """How many times as fast as the peers."""
    faceted, deep = ("timeline", "eight", "busy", "topic"), ("deep", "word-rare", "word-very")
    asked = [
        ("datasette", "Datasette, broad pages", 25, ("timeline", "busy", "word-very")),
        ("datasette", "Datasette, rare word", 2, ("word-rare",)),
        (f"plain-{engine}", "The plain list, faceted pages", 30, faceted),
        (f"plain-{engine}", "The plain list, search and deep pages", 100, deep),
    ]
    for peer, goal, limit, keys in asked:
        times = {
            figures.title(key): figures.times(figures.largest, peer, engine, key) for key in keys
        }
        yield from nearest(f"{goal}: times as long", engine, limit, times, "×", at_least=True)


def ceiling(figures: Figures, engine: str) -> Iterator[Verdict]:
    """Requests per second beside what Django itself can do, at one connection and at sixteen."""
    asked = {
        ("Timeline to the same page from constants", "timeline", "constants"): 0.25,
        ("304 to “hello”", "not-modified", "hello"): 0.5 if engine == "sqlite" else 0.25,
    }
    for (goal, ours, least), limit in asked.items():
        shares = {
            f"{connections} connections": ratio(
                figures.of(figures.largest, "rates", engine, ours, connections),
                figures.of(figures.largest, "rates", "ceiling", least, connections),
            )
            for connections in ("1", "16")
        }
        yield from nearest(f"{goal}, requests/s", engine, limit, shares, "×", at_least=True)
