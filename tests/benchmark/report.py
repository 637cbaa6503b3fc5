"""A run in words: the Markdown of docs/benchmark.md. Every sentence follows from the numbers."""

from collections.abc import Iterable, Iterator, Sequence

from tests.benchmark.figures import ENGINES, Figures, shown
from tests.benchmark.goals import MILLION, Verdict, verdicts

PEER_PAGES = ("timeline", "eight", "busy", "topic", "word-very", "word-rare", "deep", "json")
Cells = Sequence[str]


def report(figures: Figures, picture: str = "") -> str:
    """The whole document. `picture` is the name of the drawing beside it, if there is one."""
    parts = [
        *heading(figures),
        *([f"![How long pages take, on a logarithmic scale]({picture})"] if picture else []),
        *goals(figures),
        *side_by_side(figures),
        *pages(figures),
        *rates(figures),
        *others(figures),
        *method(figures),
    ]
    return "\n\n".join(parts) + "\n"


def table(head: Cells, rows: Iterable[Cells], numbers_from: int = 1) -> str:
    """A Markdown table whose columns from `numbers_from` on are set to the right."""
    rule = ["---" if n < numbers_from else "--:" for n in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def heading(figures: Figures) -> Iterator[str]:
    yield "# Benchmark"
    yield (
        "Written by `make bench`. The numbers are of one machine and one day. "
        "The ratios between programs that ran side by side say more than the times."
    )
    yield from summary(figures)
    machine = figures.kept["machine"]
    yield table(("Measured on", ""), machine.items(), 2)


def summary(figures: Figures) -> Iterator[str]:
    """The ratios to each peer in a line."""
    size, lines = figures.largest, []
    for peer, words, engine in figures.peers():
        known = [figures.times(size, peer, engine, key) for key in PEER_PAGES]
        times = sorted(time for time in known if time is not None)
        if times:
            span = f"{shown(times[0])} to {shown(times[-1])} times"
            lines.append(f"- {words}: {span} as long as ours, over {len(times)} pages")
    if lines:
        yield f"At {size:,} statements, the same pages of the peers took:"
        yield "\n".join(lines)


def goals(figures: Figures) -> Iterator[str]:
    found = verdicts(figures)
    met = sum(verdict.met for verdict in found)
    yield "## Goals"
    yield f"At {figures.largest:,} statements, {met} of {len(found)} goals are met."
    if figures.largest != MILLION:
        yield f"The goals are set for {MILLION:,} statements."
    head = ("Goal", "Engine", "At", "Limit", "Measured", "")
    yield table(head, [_goal(verdict) for verdict in found], 3)


def _goal(verdict: Verdict) -> Cells:
    measured, mark = shown(verdict.measured, verdict.unit), "✓" if verdict.met else "✗"
    return (verdict.goal, verdict.engine, verdict.at, verdict.words, measured, mark)


def side_by_side(figures: Figures) -> Iterator[str]:
    peers = list(figures.peers())
    if not peers:
        return
    yield "## Side by side"
    yield (
        "Milliseconds of the median answer, and in brackets how many times as long as ours on "
        "the same engine. All servers were up at once and were asked in turn. Ours counts all its "
        "facets on every page. Datasette counts three. The plain list counts three, on “eight "
        "facets” eight, and half way down none."
    )
    for size in figures.sizes:
        yield f"### {size:,} statements"
        own = [f"Ours, {ENGINES[engine]}" for engine in figures.engines]
        names = [words for _peer, words, _engine in peers]
        yield table(("Page", *own, *names), _peer_rows(figures, size))


def _peer_rows(figures: Figures, size: int) -> Iterator[Cells]:
    for key in PEER_PAGES:
        own = [shown(figures.median(size, engine, key)) for engine in figures.engines]
        theirs = [_beside(figures, size, key, peer, ours) for peer, _words, ours in figures.peers()]
        if any(cell != "–" for cell in theirs):
            yield (figures.title(key), *own, *theirs)


def _beside(figures: Figures, size: int, key: str, peer: str, ours: str) -> str:
    number = shown(figures.median(size, peer, key))
    times = figures.times(size, peer, ours, key)
    return number if times is None else f"{number} ({shown(times)}×)"


def pages(figures: Figures) -> Iterator[str]:
    yield "## Pages"
    yield (
        "Milliseconds: the median, and the worst answer in brackets. “Worker” is the median of the "
        f"processor time that our workers took at {figures.largest:,}, without the database "
        f"server's. Growth is from {figures.smallest:,} to {figures.largest:,}, for pages that "
        "are full at both, asked once more with servers of both sizes up and in turn."
    )
    for engine in figures.engines:
        yield f"### {ENGINES[engine]}"
        sizes = [f"{size:,}" for size in figures.sizes]
        yield table(
            ("Page", "Statements found", *sizes, "Worker", "Growth"),
            [_page_row(figures, engine, key) for key in (*figures.keys(), "not-modified")],
        )


def _page_row(figures: Figures, engine: str, key: str) -> Cells:
    found = figures.found(figures.largest, key)
    return (
        "304" if key == "not-modified" else figures.title(key),
        "" if found is None else f"{found:,}",
        *(_reading(figures, size, engine, key) for size in figures.sizes),
        shown(figures.worked(figures.largest, engine, key)),
        shown(figures.growth(engine, key), "×"),
    )


def _reading(figures: Figures, size: int, engine: str, key: str) -> str:
    median, worst = figures.median(size, engine, key), figures.worst(size, engine, key)
    return "–" if median is None else f"{shown(median)} ({shown(worst)})"


RATES = {
    "timeline": "Timeline",
    "constants": "The same page from constants",
    "not-modified": "304",
    "hello": "“hello”",
}


def rates(figures: Figures) -> Iterator[str]:
    yield "## Requests per second"
    yield f"At {figures.largest:,} statements, by `wrk` with 1 and with 16 connections."
    kept = figures.of(figures.largest, "rates") or {}
    names = {**ENGINES, "ceiling": "Django alone", "datasette": "Datasette"}
    plain = {f"plain-{engine}": f"Plain list, {words}" for engine, words in ENGINES.items()}
    rows = [
        (RATES[page], (names | plain)[server], shown(rate.get("1")), shown(rate.get("16")))
        for server in (*names, *plain)
        for page, rate in (kept.get(server) or {}).items()
    ]
    yield table(("Page", "Server", "1", "16"), sorted(rows, key=_page_first), 2)


def _page_first(row: Cells) -> int:
    return list(RATES.values()).index(row[0])


OTHERS = {
    ("loading", "corpus"): ("Statements loaded a second, with history, ledger and index", ""),
    ("loading", "plain"): ("The same by `bulk_create`, with none of these", ""),
    ("workers", "opened"): ("From start to an open port", " s"),
    ("workers", "ready"): ("From start to the first timeline", " s"),
    ("workers", "before"): ("Memory of a worker before its first answer", " MiB"),
    ("workers", "growth"): ("Growth of a worker by all pages", " MiB"),
    ("changes", "change"): ("Publishing or withdrawing a statement", " ms"),
    ("changes", "index"): ("of which the index", " ms"),
    ("changes", "answer"): ("The next answer of a worker", " ms"),
    ("exports", "rows"): ("Rows of a full CSV export", ""),
    ("exports", "rate"): ("Rows a second", ""),
    ("exports", "growth"): ("Growth of the worker meanwhile", " MiB"),
}


def others(figures: Figures) -> Iterator[str]:
    yield "## Memory, changes and exports"
    columns = [(engine, size) for engine in figures.engines for size in figures.sizes]
    rows = [
        (title, *(shown(figures.of(size, group, engine, name), unit) for engine, size in columns))
        for (group, name), (title, unit) in OTHERS.items()
    ]
    yield table(("", *(f"{ENGINES[engine]} {size:,}" for engine, size in columns)), rows)
    yield from _exactness(figures)


def _exactness(figures: Figures) -> Iterator[str]:
    changes = [
        figures.of(size, "changes", one) for size in figures.sizes for one in figures.engines
    ]
    answers = sum(change["answers"] for change in changes if change)
    exact = sum(change["exact"] for change in changes if change)
    if answers:
        yield (
            f"After each change all workers were asked at once: {exact:,} of {answers:,} answers "
            "counted it."
        )


TIMES = """\
Times are read by the client, over the loopback, from the request to the last byte; each request \
opens a connection, as gunicorn's sync workers close it. Each page was asked once at every worker \
to warm up, then in {rounds} rounds, page by page and the servers in turn, for {lasting} seconds \
and at least {running} times in a row. The first of a row counts too, which finds nothing of the \
page in the processor's caches. A page that had taken more than {patience} seconds of a server \
was asked at least {fewest} times. Client and servers share the machine. What they read is in \
memory: PostgreSQL has its tables in its buffers, and files of SQLite, Datasette's too, are locked \
while they are measured, where the user may do that; some systems take back what was not read for \
a minute. No page of ours is cached by anything. No compression is asked for."""
SERVERS = """\
Ours and the plain list run under gunicorn with {workers} sync workers; ours with the settings of \
production, middleware and all. The plain list is a `FilterView` with django-filter, `Paginator`, \
`icontains` and `GROUP BY`, without middleware, on the same database. Datasette reads one flat \
table of the same statements, with all that a row of ours shows, with indexes and a text index; \
suggestions of facets are off and its limits raised so that it counts to the end. “hello” and the \
page from constants have no middleware; the latter is our timeline's template with everything \
looked up once."""
KEPT = """\
Ours answers from sets of statements in the memory of its workers. Two kinds of counts are kept \
there and follow every change: those of all statements, and, once a worker was asked for it, those \
within each speaker, body, topic, outlet, country or event that a twentieth of all statements \
have, such as the busy ones here. What is told of all positions and of all figures is counted \
once after each change, and so is which positions moved last. All other selections and searches \
are counted when they are asked for."""
CORPORA = """\
The corpora are made by `manage.py make_corpus` with one seed. Texts are put together of 65,536 \
English sentences, whose words follow Zipf's law, and of 4,096 runs of nine Khmer words. The \
busy and rare speakers and words are read from them. Memory is `RssAnon` of the largest worker."""


def method(figures: Figures) -> Iterator[str]:
    yield "## How it was measured"
    for words in (TIMES, SERVERS, KEPT, CORPORA):
        yield words.format(**figures.kept["method"])
