"""The form in which the drafts of an article are decided, as a browser sends it."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

from sources.models import Capture
from tests.statements import article
from tests.statements.admin.conftest import url

REPORT = "She said 2023"


DRAFT = "statements_proposal_draft"


def address(capture: Capture) -> str:
    return url(DRAFT, capture.source_id)


class Fields(HTMLParser):
    """What a browser sends of a form when nothing is changed in it, buttons aside."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, Any] = {}
        self.select = ""
        self.box = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "input" and given.get("type") not in {"submit", "checkbox"}:
            self.sent[name] = given.get("value", "")
        elif tag == "input" and "checked" in given:
            self.sent.setdefault(name, []).append(given.get("value", "on"))
        elif tag == "select":
            self.select, self.sent[name] = name, ""
        elif tag == "option" and self.select and "selected" in given:
            self.sent[self.select] = given["value"]
        elif tag == "textarea":
            self.box, self.sent[name] = name, ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        if tag == "textarea":
            self.box = ""

    def handle_data(self, data: str) -> None:
        if self.box:
            self.sent[self.box] = (self.sent[self.box] + data).removeprefix("\n")


def form(page: str) -> dict[str, Any]:
    start = page.index('<form method="post" novalidate>')
    return Fields(page[start : page.index("</form>", start)]).sent


def key(capture: Capture, words: str) -> str:
    return article.of_words(article.proposed(capture), words).proposal.key


def send(
    client: Client, capture: Capture, ticked: dict[str, dict[str, Any]], **buttons: str
) -> Any:
    """Opens the page, ticks the rows of these words, fills in more of them, and sends it."""
    sent = form(client.get(address(capture)).content.decode())
    for words, entered in ticked.items():
        row = key(capture, words)
        sent |= {f"{row}-{name}": value for name, value in {"ticked": "on", **entered}.items()}
    return client.post(address(capture), {**sent, **(buttons or {"_save": "1"})})
