"""Labelled articles: how they are written down, read and scored.

Each file holds articles under `=== name`, with a `roster:` of `Name (alias; alias) f|m` and the
text after `---`. In the text ⟦piece|speaker|m⟧ labels what stands between two marks: the speaker's
name or `-` for nobody of the roster, and `m` for a fragment inside the reporter's sentence.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from sources.articles import Person, Quote, read

FILES = Path(__file__).parent / "articles"
LABEL = re.compile(r"⟦([^|⟧]*)\|([^|⟧]*)(?:\|(m))?⟧")
PERSON = re.compile(r"\s*([^(]+?)\s*(?:\(([^)]*)\))?\s*\b([fm])?\s*")


@dataclass(frozen=True)
class Label:
    text: str
    start: int
    speaker: str | None
    kind: str


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    roster: tuple[Person, ...]
    labels: tuple[Label, ...]


@dataclass
class Score:
    """Counts over articles; a name is wrong when it is not the labelled one, or none was."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    named: int = 0
    wrong_names: int = 0
    right_kind: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.labelled + self.found)

    @property
    def attribution(self) -> float:
        return self.named / self.right

    @property
    def wrong(self) -> float:
        return self.wrong_names / self.found

    def __str__(self) -> str:
        return (
            f"{self.labelled} quotations: F1 {self.f1:.3f}, attribution {self.attribution:.3f}, "
            f"wrong names {self.wrong:.3f}, kind {self.right_kind / self.right:.3f}"
        )


def articles(name: str) -> list[Article]:
    """Read a file of labelled articles."""
    parts = re.split(r"^=== (.*)\n", (FILES / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_article(title, body) for title, body in zip(parts[1::2], parts[2::2], strict=True)]


def _article(name: str, written: str) -> Article:
    head, body = written.split("\n---\n", 1)
    text, labels, last = "", [], 0
    for found in LABEL.finditer(body):
        text += body[last : found.start()]
        speaker = None if found[2] == "-" else found[2]
        labels.append(Label(found[1], len(text), speaker, "mixed" if found[3] else "direct"))
        text += found[1]
        last = found.end()
    return Article(name, text + body[last:], roster(head), tuple(labels))


def roster(line: str) -> tuple[Person, ...]:
    people = []
    for part in line.removeprefix("roster:").split("|"):
        words = part.split()
        gender = words.pop() if words[-1] in {"f", "m"} else None
        name, _, aliases = " ".join(words).partition(" (")
        people.append(
            Person(name, tuple(a.strip() for a in aliases.rstrip(")").split(";") if a), gender)
        )
    return tuple(people)


def score(found: list[Article]) -> tuple[Score, list[str]]:
    """Score what `read` finds against the labels; also give each difference in words."""
    total, differences = Score(), []
    for article in found:
        quotes = {quote.start: quote for quote in read(article.text, article.roster).quotes}
        labels = {label.start: label for label in article.labels}
        total.labelled += len(labels)
        total.found += len(quotes)
        for start in sorted({*quotes, *labels}):
            said = _compare(total, quotes.get(start), labels.get(start))
            differences += [f"{article.name}: {said}"] if said else []
    return total, differences


def _compare(total: Score, quote: Quote | None, label: Label | None) -> str:
    if quote is None or label is None or quote.text != label.text:
        total.wrong_names += bool(quote and quote.speaker)
        return f"missed {label and label.text!r}, found {quote and (quote.text, quote.rule)!r}"
    total.right += 1
    total.named += quote.speaker == label.speaker
    total.right_kind += quote.kind == label.kind
    if quote.speaker != label.speaker:
        total.wrong_names += quote.speaker is not None
        return f"{quote.text!r} by {quote.speaker}, not {label.speaker} ({quote.rule})"
    return "" if quote.kind == label.kind else f"{quote.text!r} is {label.kind}, not {quote.kind}"
