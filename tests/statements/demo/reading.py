"""What the demo register has of its two articles."""

from typing import Any

from statements.demo import loading
from statements.models import (
    Alias,
    Figure,
    Speaker,
    Statement,
)
from statements.search.analyser import tokens

POST = "https://www.phnompenhpost.com/national/interior-ministry-lauds-anti-trafficking-work"


FRESH = "https://en.freshnewsasia.com/index.php/en/localnews/56063-2024-12-12-05-39-32.html"


def statement(url: str, locator: str, **more: Any) -> Statement:
    return Statement.objects.get(citations__source__url=url, citations__locator=locator, **more)


def of_article(url: str) -> Any:
    return Statement.objects.filter(citations__source__url=url)


def figure(url: str, value: int, **more: Any) -> Figure:
    return Figure.objects.get(statement__citations__source__url=url, value=value, **more)


def named_by(text: str) -> set[str]:
    """Slugs of the speakers whom the printed name alone is enough to recognise."""
    folded = " ".join(tokens(text))
    aliases = Alias.objects.filter(folded=folded, auto_match=True)
    by_name = {s.slug for s in Speaker.objects.all() if " ".join(tokens(s.name)) == folded}
    return by_name | set(aliases.values_list("speaker__slug", flat=True))


def all_texts() -> str:
    return "\n".join(path.read_text("utf-8") for path in loading.FILES.glob("*.json"))
