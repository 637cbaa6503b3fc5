import pytest
from django.http import QueryDict
from django.test import RequestFactory

from statements.citing.lists import in_words, work_of
from statements.figures.selection import FigureSelection
from statements.timeline import Timeline
from tests import factories, register

pytestmark = pytest.mark.django_db

BASE = "https://record.example"


def test_a_selection_is_named_by_its_filters_its_count_and_its_address() -> None:
    topic = factories.topic("Prevention", slug="prevention")
    factories.published(topics=[topic])
    factories.published("Another matter.")
    request = RequestFactory().get("/statements/?topic=prevention&since=2022&q=&after=")
    made = work_of(Timeline(request), "", BASE)
    assert made.title == "Statements; Topic: Prevention; Since: 2022"
    assert made.number == "1 statement"
    assert made.url == f"{BASE}/statements/?topic=prevention&since=2022"


def test_what_the_page_stands_for_is_a_filter_too() -> None:
    speaker = factories.speaker("Hun Manet", slug="hun-manet")
    factories.published(speaker=speaker)
    request = RequestFactory().get("/speakers/hun-manet/?q=act&order=oldest")
    timeline = Timeline(request, speaker="hun-manet")
    assert in_words(timeline) == ["Speaker: Hun Manet", "Search: act"]


def test_a_selection_of_figures_is_cited_too() -> None:
    register.make()
    made = work_of(FigureSelection("/figures/", QueryDict("since=2000")), "Figures", BASE)
    assert (made.title, made.number) == ("Figures; Since: 2000", "1 record")


def test_of_a_list_the_whole_is_cited_whichever_page_is_shown() -> None:
    figures = FigureSelection("/figures/", QueryDict("since=2000&page=2"))
    assert work_of(figures, "Figures", BASE).url == f"{BASE}/figures/?since=2000"
