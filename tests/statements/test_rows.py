import pytest
from pytest_django import DjangoAssertNumQueries

from sources.models import Source
from statements import workflow
from statements.models import Citation, Statement
from statements.rows import row_of, rows
from statements.search.query import Query
from statements.templatetags.rows import article
from tests import factories

pytestmark = pytest.mark.django_db


def publish_three() -> None:
    topics = [factories.topic("Law", slug="law"), factories.topic("Aid", slug="aid")]
    source = factories.source(outlet=factories.outlet("Fresh News"))
    factories.published("One.", topics=topics, cite=source, said_on="2022-08-12")
    factories.published("Two.", topics=topics[:1], venue="Phnom Penh", said_on="2022-08-13")
    body = factories.organisation("NCCT")
    event = factories.event("A forum", city="Bali")
    factories.published("Three.", speaker=None, organisation=body, event=event, said_on="2022-08")


def newest() -> list[Statement]:
    return list(Statement.objects.published().newest_first().for_rows())


def test_rows_name_topics_in_their_order_and_outlets() -> None:
    publish_three()
    one = rows(newest())[-1]
    assert one.topics == [("/topics/aid/", "Aid"), ("/topics/law/", "Law")]
    source = Source.objects.get(citations__statement=one.statement.pk)
    path = source.get_absolute_url()  # type: ignore[attr-defined]
    assert one.sources == [(path, "Fresh News")]


def test_a_lean_row_shows_what_a_whole_statement_does() -> None:
    publish_three()
    whole = [row_of(one) for one in Statement.objects.published().newest_first().for_timeline()]
    nothing = Query(())
    assert len(whole) == 3
    assert [article(row, nothing).html for row in rows(newest())] == [
        article(row, nothing).html for row in whole
    ]


def test_a_page_of_rows_costs_three_queries_and_shows_without_another(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    publish_three()
    with django_assert_num_queries(3):
        for row in rows(newest()):
            article(row, Query(()))


def test_the_primary_source_comes_first() -> None:
    statement = factories.published()
    second = factories.source()
    Citation.objects.update(is_primary=False)
    Citation.objects.create(statement=statement, source=second, is_primary=True)
    workflow.publish(record=second, by=None)
    assert rows(newest())[0].sources[0][1] == second.outlet.name


def test_what_is_not_public_is_in_no_row() -> None:
    statement = factories.published()
    Citation.objects.create(statement=statement, source=factories.source("Secret"))
    statement.topics.add(factories.topic("Secret"))
    row = rows(newest())[0]
    assert row.topics == []
    assert len(row.sources) == 1


def test_nothing_has_no_rows() -> None:
    assert rows([]) == []
