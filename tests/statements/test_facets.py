import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.facets import Facet, facets
from statements.filters import StatementFilter
from tests import factories

pytestmark = pytest.mark.django_db


def counts(query: str, name: str) -> dict[str, int]:
    return {option.value: option.count for option in facet(query, name).options}


def facet(query: str, name: str) -> Facet:
    (found,) = (one for one in facets(StatementFilter(QueryDict(query))) if one.name == name)
    return found


@pytest.fixture
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
        assert counts("", "country") == {"KH": 4}
        assert counts("", "kind") == {"quotation": 4}

    def test_a_facet_counts_under_the_other_filters_but_not_its_own(self) -> None:
        assert counts("speaker=ann", "speaker") == {"ann": 3, "bo": 1}
        assert counts("speaker=ann", "topic") == {"law": 2, "aid": 1, "none": 1}
        assert counts("speaker=ann&topic=law", "speaker") == {"ann": 2}

    def test_the_most_frequent_stand_first_and_equals_by_name(self) -> None:
        assert [option.label for option in facet("", "speaker").options] == ["Ann", "Bo"]
        labels = [option.label for option in facet("", "topic").options]
        assert labels == ["Aid", "Law", "No topic"]

    def test_what_is_chosen_is_marked(self) -> None:
        assert [option.value for option in facet("topic=aid", "topic").selected] == ["aid"]

    def test_what_is_chosen_stays_though_nothing_fits_it(self) -> None:
        (option,) = facet("speaker=bo&topic=law", "speaker").selected
        assert (option.label, option.count) == ("Bo", 0)

    def test_an_outlet_that_carries_a_statement_twice_counts_once(self) -> None:
        post = factories.outlet("Post", slug="post")
        statement = factories.published(cite=factories.source(outlet=post))
        statement.citations.create(source=factories.source(outlet=post))
        assert counts("", "outlet")["post"] == 1

    def test_the_number_of_queries_does_not_grow_with_the_register(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for _ in range(10):
            factories.published(topics=[factories.topic()])
        with django_assert_num_queries(14):
            facets(StatementFilter(QueryDict("")))


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


def test_a_page_can_leave_its_own_facet_out() -> None:
    names = [one.name for one in facets(StatementFilter(QueryDict("")), leave_out={"speaker"})]
    assert "speaker" not in names
    assert "topic" in names
