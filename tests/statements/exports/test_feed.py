import datetime

import feedparser
import pytest
from django.http import HttpResponse

from statements.exports.feed import feed_response, permanent_id, readable
from statements.exports.statements import STATEMENTS
from statements.models import Statement
from tests import factories

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
SITE = "https://register.example"


def answer(title: str = "Statements") -> HttpResponse:
    return feed_response(
        name="x", title=title, site="On Record", page=f"{SITE}/statements/",
        address=f"{SITE}/statements.atom", base=SITE, kind=STATEMENTS,
        records=STATEMENTS.load(Statement.objects.values_list("pk", flat=True)).values(),
        unchanged_since=lambda: LONG_AGO,
    )  # fmt: skip


def test_a_reader_finds_words_links_and_moments() -> None:
    topic = factories.topic("A & B")
    statement = factories.published("1 < 2 & “so on”", topics=[topic])
    read = feedparser.parse(answer("Search: <x>").content)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "Search: <x> · On Record"
    links = {link.rel: link.href for link in read.feed.links}
    assert links == {"alternate": f"{SITE}/statements/", "self": f"{SITE}/statements.atom"}
    (entry,) = read.entries
    assert entry.title == f"{statement.speaker}: “1 < 2 & “so on””"
    assert entry.link == SITE + statement.get_absolute_url()
    assert entry.author == str(statement.speaker)
    assert "1 &lt; 2 &amp; “so on”" in entry.summary
    assert [tag.term for tag in entry.tags] == ["A & B"]
    assert entry.published.startswith(f"{statement.published_at:%Y-%m-%d}")
    assert read.feed.updated == entry.updated


def test_an_id_stays_when_slug_and_scheme_change() -> None:
    statement = factories.published()
    before = permanent_id(STATEMENTS, statement, "http://register.example:8000")
    statement.said_on = "2001"
    assert before == permanent_id(STATEMENTS, statement, SITE)
    moment = f"{statement.published_at:%Y-%m-%d}"
    assert before == f"tag:register.example,{moment}:statements/{statement.pk}"


def test_a_feed_without_entries_does_not_change_by_itself() -> None:
    assert feedparser.parse(answer().content).feed.updated == "2020-01-01T00:00:00+00:00"


def test_what_xml_cannot_hold_spoils_nothing() -> None:
    statement = factories.published()
    Statement.objects.filter(pk=statement.pk).update(text="a\x01b\x0b\ufffe\x1b[31m")
    read = feedparser.parse(answer("\x02").content)
    assert not read.bozo
    assert "a�b" in read.entries[0].title
    assert readable("tab\t, ខ and 💣") == "tab\t, ខ and 💣"
