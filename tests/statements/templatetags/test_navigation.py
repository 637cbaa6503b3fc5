import re

import pytest
from django.template import Context
from django.test import Client, RequestFactory

from statements.templatetags.navigation import DIRECTORY, MAIN, PLACES, directory, main_places
from statements.urls import urlpatterns
from tests import factories
from tests.statements.views.reading import page


def current(path: str) -> dict[str, str]:
    """What the links at the head say of where the page is."""
    html = main_places(Context({"request": RequestFactory().get(path)})).html
    return {label: said for said, label in re.findall('aria-current="(.*?)">(.*?)<', html)}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/", {}),
        ("/statements/", {"Statements": "page"}),
        ("/statements/?q=deny", {"Statements": "page"}),
        ("/statements/7/someone-2022/", {"Statements": "true"}),
        ("/s/7/", {"Statements": "true"}),
        ("/organisations/ncct/", {"Speakers": "true"}),
        ("/outlets/fresh-news/", {"Sources": "true"}),
        ("/rankings/us-tip-report/cambodia/", {"Rankings": "true"}),
        ("/compare/", {}),
        ("/sourcesque/", {}),
    ],
)
def test_the_part_of_the_site_that_a_page_is_in_is_marked(path: str, said: dict[str, str]) -> None:
    assert current(path) == said


def test_without_a_request_nothing_is_marked() -> None:
    assert "aria-current" not in main_places(Context({})).html


def test_the_directory_names_every_place_once() -> None:
    named = [name for _label, names in DIRECTORY for name in names]
    assert sorted(named) == sorted(PLACES)
    assert set(MAIN) <= set(named)
    shown = re.findall('href="(.*?)"', directory(Context({})).html)
    assert len(shown) == len(set(shown)) == len(PLACES)


def test_every_group_of_the_directory_is_named_by_its_head() -> None:
    html = directory(Context({})).html
    heads = re.findall('<p id="(.*?)">', html)
    assert heads == re.findall('aria-labelledby="(.*?)"', html)
    assert len(set(heads)) == len(DIRECTORY)


def test_every_section_is_one_that_addresses_begin_with() -> None:
    begun = {str(pattern.pattern).partition("/")[0] for pattern in urlpatterns}
    assert {one for _label, sections in PLACES.values() for one in sections} <= begun


@pytest.mark.django_db
def test_head_and_foot_of_a_page_say_where_it_is(client: Client) -> None:
    speaker = factories.published().speaker
    assert speaker is not None
    text = page(client, speaker.get_absolute_url())
    assert text.count('href="/speakers/" aria-current="true"') == 2
    assert text.count('aria-current="') == 2
