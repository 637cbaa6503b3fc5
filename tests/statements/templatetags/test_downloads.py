import pytest
from django.template import Context
from django.test import RequestFactory

from statements.templatetags.downloads import downloads, in_words
from statements.timeline import Timeline
from tests import factories

pytestmark = pytest.mark.django_db


def context(address: str) -> Context:
    request = RequestFactory().get(address)
    return Context({"request": request, "timeline": Timeline(request)})


def test_every_format_has_the_selection_but_not_the_place_in_it() -> None:
    hrefs = [one.href for one in downloads(context("/statements/?q=a&order=oldest&page=2&since="))]
    assert hrefs == [
        "/statements.csv?q=a&order=oldest",
        "/statements.json?q=a&order=oldest",
        "/statements.jsonl?q=a&order=oldest",
        "/statements.atom?q=a",
    ]


def test_what_cannot_be_read_cannot_be_taken_away() -> None:
    assert downloads(context("/statements/?since=soon")) == []


def test_a_title_tells_the_filter() -> None:
    factories.published(topics=[factories.topic("Prevention", slug="p")])
    told = in_words(context("/statements/?topic=p&since=2022"), "Statements")
    assert told == "Statements; Topic: Prevention; Since: 2022"
    assert in_words(Context({}), "Speakers") == "Speakers"
