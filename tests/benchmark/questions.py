"""The pages that are measured, with the busy and the rare of a corpus read from its database.

    python -m tests.benchmark.within questions

prints them as JSON. It runs as a program of its own, because settings belong to one database.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.test import Client

from sources.models import Country, Outlet, Source
from statements.models import (
    Citation,
    Event,
    Indicator,
    Organisation,
    Placement,
    Speaker,
    Statement,
    Topic,
)
from statements.models.statement import StatementQuerySet
from statements.postings import worker
from tests.benchmark.figures import PAGE
from tests.benchmark.words import Sample, khmer

JSON_PAGE = 100
CLUSTERS = {1: "one cluster", 2: "two clusters", 8: "many clusters"}
STEPS = 4_000  # texts in the sample
RARE = 0.0003  # of the statements
CANDIDATES = 60  # words that are counted to find a rare one


@dataclass(frozen=True)
class Question:
    """A page, its place in the goals, and what to ask a peer for the same."""

    key: str
    title: str
    kind: str  # timeline, deep, filter, search, bounded, detail, data
    path: str
    plain: str = ""
    datasette: str = ""


def asking(**parameters: Any) -> str:
    """A query string; a value that is a list is repeated."""
    return "?" + urlencode(parameters, doseq=True)


def timeline(**parameters: Any) -> str:
    return "/statements/" + (asking(**parameters) if parameters else "")


def plain(facets: int = 3, **parameters: Any) -> str:
    """The same of the plain list, with the 3 or 8 facets of most lists, or none."""
    return f"/list/{facets}/" + asking(**parameters)


def datasette(**parameters: Any) -> str:
    """The same of Datasette, with three facets."""
    facets = ["speaker", "country", "kind"]
    order = {"_sort_desc": "said_on", "_size": PAGE}
    return "/flat/statement" + asking(**parameters, **order, _facet=facets)


class Corpus:
    """What of the database the questions ask for."""

    def __init__(self) -> None:
        self.known: dict[str, list[int]] = {}

    @cached_property
    def size(self) -> int:
        return self.published.count()

    @property
    def published(self) -> StatementQuerySet:
        return Statement.objects.published()

    def ranked(self, facet: str) -> list[int]:
        """The records of a facet, the busiest first, that fill a page; counted by their sets."""
        if facet not in self.known:
            standing = worker.current()
            assert standing, "the corpus is not indexed"
            sizes = {
                int(pk): len(bits) for pk, bits in standing.sets[facet].items() if pk.isdigit()
            }
            full = [pk for pk, size in sizes.items() if size >= PAGE]
            self.known[facet] = sorted(full, key=lambda pk: (-sizes[pk], pk))
        return self.known[facet]

    def named(self, model: Any, facet: str, name: str = "slug") -> list[str]:
        """Those of them that lead, with the last, by name."""
        wanted = [*self.ranked(facet)[:2], *self.ranked(facet)[-1:]]
        names = dict(model.objects.filter(pk__in=wanted).values_list("pk", name))
        return [names[pk] for pk in wanted]

    @property
    def busiest_source(self) -> Any:
        cited = Citation.objects.order_by().values_list("source").annotate(n=Count("pk"))
        return Source.objects.get(pk=cited.order_by("-n", "source")[0][0])

    @cached_property
    def texts(self) -> dict[str, list[str]]:
        """Words of a sample of the statements, by language."""
        last = self.published.order_by("-pk").values_list("pk", flat=True)[0]
        sample = self.published.filter(pk__in=range(1, last + 1, max(1, last // STEPS)))
        found: dict[str, list[str]] = {}
        for language, text in sample.order_by("pk").values_list("language", "text"):
            found.setdefault(language, []).append(text)
        return found

    @cached_property
    def half_way(self) -> str:
        """The cursor of the statement that half of the others follow."""
        places = self.published.newest_first().values_list(
            "said_on_latest", "said_on_earliest", "pk"
        )
        return "_".join(map(str, places[self.size // 2]))

    def matches(self, path: str) -> int:
        """How many statements a list of ours holds."""
        route, _, query = path.partition("?")
        address = f"{route.removesuffix('/')}.json?{query}"
        answer = Client().get(address, SERVER_NAME="127.0.0.1", secure=True)
        count: int = answer.json()["count"]
        return count

    def rare(self, words: list[str]) -> str:
        """The word nearest to RARE that still fills a page."""
        counted = {word: self.matches(timeline(q=word)) for word in words}
        full = {word: n for word, n in counted.items() if n >= PAGE} or counted
        return min(full, key=lambda word: (abs(full[word] - RARE * self.size), word))


def questions() -> Iterator[Question]:
    corpus = Corpus()
    yield from lists(corpus)
    yield from searches(corpus)
    yield from records(corpus)
    yield from data(corpus)


def lists(corpus: Corpus) -> Iterator[Question]:
    speakers, numbers = corpus.named(Speaker, "speaker"), corpus.ranked("speaker")
    topics, topic_ids = corpus.named(Topic, "topic"), corpus.ranked("topic")
    outlets, events = corpus.named(Outlet, "outlet"), corpus.named(Event, "event")
    countries = corpus.named(Country, "country", "iso2")
    deep = corpus.half_way
    page = corpus.size // 2 // PAGE
    one, rare, topic = speakers[0], speakers[-1], topics[0]
    yield Question("timeline", "Timeline", "timeline", timeline(), plain(), datasette())
    yield Question("eight", "Timeline, eight facets", "timeline", timeline(), plain(8))
    yield Question(
        "deep", "Timeline, half way down", "deep", timeline(after=deep), plain(0, page=page)
    )
    yield Question(
        "busy", "Busy speaker", "filter", timeline(speaker=one),
        plain(speaker=numbers[0]), datasette(speaker=one),
    )  # fmt: skip
    yield Question(
        "busy-deep", "Busy speaker, half way down", "deep", timeline(speaker=one, after=deep)
    )
    yield Question("rare", "Rare speaker", "filter", timeline(speaker=rare))
    yield Question("topic", "Topic", "filter", timeline(topic=topic), plain(topics=topic_ids[0]))
    several = {"speaker": speakers[:2], "topic": topics[:2]}
    yield Question("several", "Two speakers, two topics", "filter", timeline(**several))
    yield Question("range", "Two years", "filter", timeline(since=2015, until=2016))
    yield Question("outlet", "Outlet", "filter", timeline(outlet=outlets[0]))
    yield Question("country", "Country", "filter", timeline(country=countries[0]))
    if events:
        yield Question("event", "Event", "filter", timeline(event=events[0]))


def searches(corpus: Corpus) -> Iterator[Question]:
    sample = Sample(corpus.texts["en"])
    very, second = sample.common(2)
    scarce = sample.near(max(RARE, 1.5 * PAGE / corpus.size), CANDIDATES)
    common, rare = sample.near(0.1)[0], corpus.rare(scarce)
    asked = {
        "word-rare": ("Rare word", rare),
        "word-common": ("Common word", common),
        "word-very": ("Very common word", very),
        "words": ("Two words", f"{very} {second}"),
        "phrase": ("Phrase", f'"{sample.phrase(0.0, 0.1)}"'),
        "without": ("Word without another", f"{common} -{very}"),
    }
    for key, (title, q) in asked.items():
        compared = {"plain": plain(q=q), "datasette": datasette(_search=q)}
        more = compared if key in ("word-rare", "word-very") else {}
        yield Question(key, title, "search", timeline(q=q), **more)
    yield from khmer_searches(corpus)
    topic, deep = corpus.named(Topic, "topic")[0], corpus.half_way
    narrowed = timeline(q=very, topic=topic, since=2015)
    yield Question("narrowed", "Very common word, topic, since", "search", narrowed)
    yield Question(
        "word-deep", "Very common word, half way", "search", timeline(q=very, after=deep)
    )
    both = f'"{sample.phrase(0.1, 1)}"'
    yield Question("phrase-very", "Phrase of very common words", "bounded", timeline(q=both))
    for key, title, q in (("relevance", "Common", common), ("relevance-very", "Very common", very)):
        path = timeline(q=q, order="relevance")
        yield Question(key, f"{title} word, by relevance", "bounded", path)


def khmer_searches(corpus: Corpus) -> Iterator[Question]:
    texts = corpus.texts.get("km", [])
    for length, title in CLUSTERS.items():
        if found := khmer(texts, length):
            yield Question(f"khmer-{length}", f"Khmer, {title}", "search", timeline(q=found))


def records(corpus: Corpus) -> Iterator[Question]:
    statement = corpus.published.newest_first()[corpus.size // 2]
    yield Question("statement", "A statement", "detail", statement.get_absolute_url())
    busiest: dict[str, tuple[str, Any, str]] = {
        "speaker": ("A speaker", Speaker, "speaker"),
        "organisation": ("An organisation", Organisation, "organisation"),
        "topic-page": ("A topic", Topic, "topic"),
        "outlet-page": ("An outlet", Outlet, "outlet"),
    }
    for key, (title, model, facet) in busiest.items():
        if found := corpus.ranked(facet) or list(model.objects.values_list("pk", flat=True)[:1]):
            path = model.objects.get(pk=found[0]).get_absolute_url()
            yield Question(f"page-{key}", title, "detail", path)
    yield Question("page-source", "A source", "detail", corpus.busiest_source.get_absolute_url())
    placement = Placement.objects.select_related("edition__ranking", "country").first()
    if placement:
        ranking = f"/rankings/{placement.edition.ranking.slug}/"
        yield Question("ranking", "A ranking", "detail", ranking)
        path = f"{ranking}{placement.country.slug}/"
        yield Question("ranking-country", "A country in a ranking", "detail", path)
    yield Question("positions", "Positions", "detail", "/positions/")
    yield Question("figures", "Figures", "detail", "/figures/")
    if indicator := Indicator.objects.filter(figures__status="published").first():
        yield Question("indicator", "A figure", "detail", f"/figures/{indicator.code}/")
    yield Question("front", "Front page", "detail", "/")


def data(corpus: Corpus) -> Iterator[Question]:
    very = Sample(corpus.texts["en"]).common()[0]
    json_of_datasette = f"/flat/statement.json?_sort_desc=said_on&_size={JSON_PAGE}"
    yield Question(
        "json", "JSON, first page", "data", "/statements.json", datasette=json_of_datasette
    )
    yield Question("json-word", "JSON, very common word", "data", f"/statements.json?q={very}")
    yield Question("feed", "Atom feed", "data", "/statements.atom")


def main() -> None:
    json.dump([asdict(question) for question in questions()], sys.stdout)
