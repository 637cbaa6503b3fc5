import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.filters import StatementFilter
from statements.grouping import COUNTERS, Counted
from statements.models import Function
from tests import factories
from tests.kept import kept

pytestmark = pytest.mark.django_db


def counted(query: str, name: str) -> list[Counted]:
    return sorted(COUNTERS[name](StatementFilter(QueryDict(query)), name))


def counts(query: str, name: str) -> dict[str, int]:
    return {value: count for value, _label, count in counted(query, name)}


@pytest.fixture
@kept
def register() -> None:
    ann, bo = factories.speaker("Ann", slug="ann"), factories.speaker("Bo", slug="bo")
    law, aid = factories.topic("Law", slug="law"), factories.topic("Aid", slug="aid")
    for speaker, topics in ((ann, [law]), (ann, [law, aid]), (ann, []), (bo, [aid])):
        factories.published(speaker=speaker, topics=topics)
    factories.draft(speaker=bo, topics=[law])


@pytest.mark.usefixtures("register")
class TestCounts:
    def test_each_value_counts_its_published_statements(self) -> None:
        assert counts("", "speaker") == {"ann": 3, "bo": 1}
        assert counts("", "topic") == {"law": 2, "aid": 2, "none": 1}
        assert counts("", "verification") == {"exact": 4}

    def test_values_are_named_as_readers_read_them(self) -> None:
        assert counted("", "speaker") == [("ann", "Ann", 3), ("bo", "Bo", 1)]
        assert counted("", "kind") == [("quotation", "Quotation", 4)]
        assert counted("", "country") == [("KH", "Cambodia", 4)]
        assert ("none", "No topic", 1) in counted("", "topic")

    def test_a_facet_counts_under_the_other_filters_but_not_its_own(self) -> None:
        assert counts("speaker=ann", "speaker") == {"ann": 3, "bo": 1}
        assert counts("speaker=ann", "topic") == {"law": 2, "aid": 1, "none": 1}
        assert counts("speaker=ann&topic=law", "speaker") == {"ann": 2}

    def test_each_costs_one_query_and_topics_two(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for name in COUNTERS:
            with django_assert_num_queries(2 if name == "topic" else 1):
                counted("", name)


def test_where_each_has_a_topic_there_is_no_count_of_those_without() -> None:
    factories.published(topics=[factories.topic(slug="law")])
    assert counts("", "topic") == {"law": 1}


def test_an_outlet_that_carries_a_statement_twice_counts_once() -> None:
    post = factories.outlet("Post", slug="post")
    statement = factories.published(cite=factories.source(outlet=post))
    statement.citations.create(
        source=workflow.publish(record=factories.source(outlet=post), by=None)
    )
    assert counts("", "outlet") == {"post": 1}


def test_a_source_that_is_not_published_counts_for_nothing() -> None:
    statement = factories.published(cite=factories.source(outlet=factories.outlet(slug="post")))
    statement.citations.create(source=factories.source(outlet=factories.outlet(slug="times")))
    assert counts("", "outlet") == {"post": 1}


def test_the_country_is_that_of_the_speaker_or_of_the_organisation() -> None:
    thailand = factories.country("TH", "Thailand")
    factories.published()
    factories.published(organisation=factories.organisation(country=thailand))
    factories.published(organisation=factories.organisation())
    assert counts("", "country") == {"KH": 1, "TH": 1}


def test_functions_and_events_count_those_that_have_them() -> None:
    statement = factories.published(event=factories.event(slug="forum"))
    statement.functions.set(Function.objects.filter(code__in=("claim", "promise")))
    factories.published()
    assert counts("", "event") == {"forum": 1}
    assert counts("", "function") == {"claim": 1, "promise": 1}


def test_positions_are_counted_by_statement_and_together() -> None:
    ranking = factories.ranking("TIP", slug="tip")
    for year, stance in ((2021, "welcomes"), (2022, "dismisses")):
        statement = factories.draft()
        factories.position(statement, stance, placement=factories.placement(ranking, year=year))
        workflow.publish(record=statement, by=None)
    factories.position(factories.published(), "accepts")
    assert counts("", "stance") == {"welcomes": 1, "dismisses": 1}
    assert counts("", "ranking") == {"tip": 2}
    assert counts("edition=2022", "stance") == {"dismisses": 1}
    assert counts("edition=2022", "edition") == {"2021": 1, "2022": 1}
