import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from sources.dates import PartialDate
from statements.sharing import timeline_js
from statements.sharing.timeline_js import events, parts
from statements.timeline import Timeline
from tests import factories

pytestmark = pytest.mark.django_db

BASE = "https://record.example"


def timeline(query: str = "") -> Timeline:
    return Timeline(RequestFactory().get(f"/statements.timeline.json{query}"))


def test_the_selection_is_shown_newest_first() -> None:
    for day in ("2014-06", "2022-08-12", "2005"):
        factories.published(said_on=day)
    made = events(timeline("?since=2010"), BASE)
    dates = [one["start_date"] for one in made["events"]]
    assert dates == [{"year": 2022, "month": 8, "day": 12}, {"year": 2014, "month": 6}]
    assert made["title"]["text"]["headline"] == "Statements; Since: 2010"
    assert "2 statements" in made["title"]["text"]["text"]


def test_a_date_says_no_more_than_is_known() -> None:
    assert parts(PartialDate.parse("2005")) == {"year": 2005}


def test_texts_are_escaped_for_a_program_that_takes_them_for_html() -> None:
    evil = "<img src=x onerror=alert(1)>"
    factories.published(f"{evil} acted.", speaker=factories.speaker(evil))
    (event,) = events(timeline(), BASE)["events"]
    for text in (event["group"], *event["text"].values()):
        assert "<img" not in text
        assert "&lt;img" in text


def test_it_says_when_it_is_not_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_js, "MOST", 2)
    for _ in range(3):
        factories.published()
    made = events(timeline(), BASE)
    assert len(made["events"]) == 2
    assert "The newest 2 of 3 statements." in made["title"]["text"]["text"]


def test_more_statements_cost_no_more_queries() -> None:
    asked = []
    for number in (1, 1, 5):  # what a worker learns when it first answers does not count
        for _ in range(number):
            factories.published(topics=[factories.topic()])
        with CaptureQueriesContext(connection) as captured:
            events(timeline(), BASE)
        asked.append(len(captured))
    assert asked[1] == asked[2] <= 6
