import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from statements import facets as module
from statements import grouping, workflow
from statements.facets import Facet, facets
from statements.filters import StatementFilter
from statements.postings import worker
from statements.postings.selecting import selection_of
from tests import factories
from tests.kept import kept

pytestmark = pytest.mark.django_db


def found(query: str) -> list[Facet]:
    asked = StatementFilter(QueryDict(query))
    selection = selection_of(asked)
    assert selection
    return facets(asked, selection=selection)


def counts(query: str, name: str) -> dict[str, int]:
    return {option.value: option.count for option in facet(query, name).options}


def facet(query: str, name: str) -> Facet:
    (one,) = (facet for facet in found(query) if facet.name == name)
    return one


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
        assert counts("", "country") == {"KH": 4}
        assert counts("", "kind") == {"quotation": 4}

    def test_a_facet_counts_under_the_other_filters_but_not_its_own(self) -> None:
        assert counts("speaker=ann", "speaker") == {"ann": 3, "bo": 1}
        assert counts("speaker=ann", "topic") == {"law": 2, "aid": 1, "none": 1}
        assert counts("speaker=ann&topic=law", "speaker") == {"ann": 2}

    @pytest.mark.parametrize(
        "query", ["", "speaker=ann", "topic=none&q=act", "speaker=bo&topic=law"]
    )
    def test_sql_says_the_same(self, query: str) -> None:
        assert found(query) == facets(StatementFilter(QueryDict(query)))

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
        statement = factories.draft(cite=factories.source(outlet=post))
        statement.citations.create(source=factories.source(outlet=post))
        workflow.publish(record=statement, by=None)
        assert counts("", "outlet")["post"] == 1

    def test_counts_cost_no_query_but_for_names_and_those_once(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        worker.forget()
        found("")
        with django_assert_num_queries(1):  # what changed
            found("")

    def test_the_number_of_queries_of_sql_does_not_grow_with_the_register(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for _ in range(10):
            factories.published(topics=[factories.topic()])
        with django_assert_num_queries(14):
            facets(StatementFilter(QueryDict("")))


@kept
def many() -> None:
    for slug, count in (("ann", 1), ("bo", 2), ("cy", 3), ("di", 1)):
        speaker = factories.speaker(slug.title(), slug=slug)
        for _ in range(count):
            factories.published(speaker=speaker)


class TestMany:
    @pytest.fixture(autouse=True)
    def _two_options(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "MOST_OPTIONS", 2)
        many()

    def test_the_most_frequent_are_shown_and_the_others_counted(self) -> None:
        shown = facet("", "speaker")
        assert [option.value for option in shown.options] == ["cy", "bo"]
        assert shown.more == 2
        assert facet("", "kind").more == 0

    def test_what_is_chosen_is_shown_however_rare(self) -> None:
        shown = facet("speaker=di", "speaker")
        assert [option.value for option in shown.options] == ["cy", "bo", "di"]
        assert shown.more == 1


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


def test_every_facet_is_known_to_sql_and_to_sets() -> None:
    factories.published()
    assert [one.name for one in found("")] == list(grouping.COUNTERS)


def test_of_very_many_values_those_with_most_statements_and_those_chosen_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("statements.facets.MOST_OPTIONS", 2)
    monkeypatch.setattr("statements.postings.counting.MANY", 2)
    speakers = [factories.speaker(name, slug=name.lower()) for name in ("Ann", "Bo", "Cy", "Di")]
    for speaker in (*speakers, speakers[3]):
        factories.published(speaker=speaker)
    for query, shown, more in (("", ["di", "ann"], 2), ("speaker=cy", ["di", "ann", "cy"], 1)):
        asked = StatementFilter(QueryDict(query))
        sql, sets = facets(asked), facets(asked, selection=selection_of(asked))
        assert sql == sets
        assert [option.value for option in sets[0].options] == shown
        assert sets[0].more == more
