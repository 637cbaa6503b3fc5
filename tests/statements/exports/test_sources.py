import pytest
from pytest_django import DjangoAssertNumQueries

from statements.exports.fields import row
from statements.exports.sources import SOURCES, entry
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_source_is_told_without_its_text_and_notes() -> None:
    source = factories.source("Ministry lauds work", notes="Never public.", published_on="2022-08")
    source.cites.add(factories.source("A draft"))
    statement = factories.published("We will act.", cite=source)
    data = row(SOURCES.fields(""), SOURCES.records().get(pk=source.pk))
    assert data["title"] == "Ministry lauds work"
    assert data["source_url"] == source.url
    assert data["outlet"] == source.outlet.slug
    assert (data["published_on"], data["cites"], data["statements"]) == ("2022-08", [], 1)
    assert "Never public." not in str(data)
    assert statement.text not in str(data)
    assert "Ministry lauds work" in entry(source).title


def test_its_queries_do_not_grow_with_its_rows(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(5):
        factories.published()
    with django_assert_max_num_queries(2):
        assert len([row(SOURCES.fields(""), one) for one in SOURCES.records()]) == 5
