"""The numbers of an invented run, for the tests of what is made of them."""

from typing import Any

from tests.benchmark.figures import Figures


def reading(median: float, worst: float | None = None) -> dict[str, float]:
    return {"median": median, "worst": worst or median, "worked": median / 2, "rounds": 25}


def question(key: str, kind: str, title: str) -> dict[str, Any]:
    return {"key": key, "kind": kind, "title": title, "path": f"/{key}", "matches": 40}


RATES = {
    "sqlite": {
        "timeline": {"1": 100.0, "16": 300.0},
        "not-modified": {"1": 900.0, "16": 4000.0},
    },
    "ceiling": {
        "hello": {"1": 1000.0, "16": 5000.0},
        "constants": {"1": 200.0, "16": 1500.0},
    },
}


def size(timeline: float) -> dict[str, Any]:
    """Two pages on SQLite and the peers; the timeline takes this many milliseconds."""
    ours = {"timeline": reading(timeline, timeline * 2), "word-rare": reading(6.0)}
    changes = {"change": 40.0, "index": 4.0, "answer": 9.0, "answers": 28, "exact": 27}
    return {
        "questions": [
            question("timeline", "timeline", "Timeline"),
            question("word-rare", "search", "Rare word"),
        ],
        "readings": {
            "sqlite": ours | {"not-modified": reading(0.5)},
            "datasette": {"timeline": reading(600.0), "word-rare": reading(9.0)},
            "plain-sqlite": {"timeline": reading(1800.0)},
            "ceiling": {"hello": reading(0.4), "constants": reading(3.0)},
        },
        "rates": RATES,
        "workers": {"sqlite": {"opened": 0.9, "ready": 0.4, "before": 60.0, "growth": 45.0}},
        "changes": {"sqlite": changes},
        "loading": {"sqlite": {"corpus": 8000.0, "plain": 6000.0}},
        "exports": {"sqlite": {"rows": 9400, "rate": 24000.0, "growth": 12.0}},
    }


def run() -> Figures:
    return Figures(
        {
            "machine": {"Date": "2026-11-22", "Processor": "one, 2 cores"},
            "engines": ["sqlite"],
            "method": {
                "rounds": 5,
                "running": 5,
                "lasting": 0.1,
                "fewest": 3,
                "patience": 30,
                "workers": 2,
            },
            "sizes": {"10000": size(4.0), "1000000": size(5.0)},
            "growth": {
                "10000": {"sqlite": {"timeline": reading(4.5), "word-rare": reading(6.0)}},
                "1000000": {"sqlite": {"timeline": reading(5.4), "word-rare": reading(6.0)}},
            },
        }
    )
