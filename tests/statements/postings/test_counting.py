import pytest
from django.http import QueryDict

from statements import workflow
from statements.filters import StatementFilter
from statements.models import Speaker, Topic
from statements.postings import counting
from statements.postings.counting import Leading, counts, leading, led, visible
from statements.postings.selecting import Selection, selection_of
from tests import factories
from tests.kept import kept

pytestmark = pytest.mark.django_db


def selected(query: str) -> Selection:
    found = selection_of(StatementFilter(QueryDict(query)))
    assert found
    return found


def counted(query: str, name: str) -> dict[str, int]:
    return counts(selected(query), name)


@kept
def two() -> dict[str, int]:
    """The numbers of two speakers, of whom one spoke twice of the law, and once in writing."""
    ann, bo = factories.speaker(slug="ann"), factories.speaker(slug="bo")
    law = factories.topic(slug="law")
    factories.published(speaker=ann, topics=[law])
    factories.published("Read.", speaker=ann, topics=[law], kind="written")
    factories.published(speaker=bo)
    return {str(one.pk): count for one, count in ((ann, 2), (bo, 1))}


@pytest.fixture
def speakers() -> dict[str, int]:
    return two()


@kept
def five() -> dict[str, str]:
    """The keys of five speakers by slug, of whom each spoke more than the one before."""
    law = factories.topic(slug="law")
    keys = {}
    for number, slug in enumerate("abcde", 1):
        speaker = factories.speaker(slug=slug)
        keys[slug] = str(speaker.pk)
        for _ in range(number):
            factories.published(speaker=speaker, topics=[law] if slug != "d" else [])
    return keys


@pytest.mark.parametrize("look", [0, 1_000])
class TestEitherWay:
    """Whether each statement is looked at, or sets are intersected."""

    @pytest.fixture(autouse=True)
    def _look(self, look: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(counting, "LOOK", look)

    def test_all_are_counted(self, speakers: dict[str, int]) -> None:
        assert counted("", "speaker") == speakers
        assert counted("", "kind") == {"quotation": 2, "written": 1}

    def test_a_selection_is_counted_without_zeros(self, speakers: dict[str, int]) -> None:
        ann = str(Speaker.objects.get(slug="ann").pk)
        assert counted("kind=written", "speaker") == {ann: 1}
        law = str(Topic.objects.get(slug="law").pk)
        assert counted("speaker=ann", "topic") == {law: 2}

    def test_a_facet_counts_under_the_other_filters_but_not_its_own(
        self, speakers: dict[str, int]
    ) -> None:
        assert counted("speaker=ann", "speaker") == speakers
        assert counted("speaker=bo&kind=written", "kind") == {"quotation": 1}

    def test_statements_without_a_speaker_are_counted_elsewhere(self) -> None:
        committee = factories.organisation()
        factories.published(organisation=committee)
        assert counted("kind=quotation", "speaker") == {}
        assert counted("kind=quotation", "organisation") == {str(committee.pk): 1}


def test_positions_are_counted_by_statement_and_together() -> None:
    ranking = factories.ranking(slug="tip")
    for year, stance in ((2021, "welcomes"), (2022, "dismisses")):
        statement = factories.draft()
        made = factories.position(
            statement, stance, placement=factories.placement(ranking, year=year)
        )
        workflow.publish(record=statement, by=None)
    dismisses = str(made.stance_id)
    assert counted("", "ranking") == {str(ranking.pk): 2}
    assert counted("edition=2022", "stance") == {dismisses: 1}
    assert counted("edition=2022", "edition") == {"2021": 1, "2022": 1}
    assert counted("edition=2021&stance=dismisses", "edition") == {"2022": 1}


def test_nothing_selected_is_nothing_counted() -> None:
    factories.published()
    assert counted("q=nowhere", "speaker") == {}


class TestLeading:
    """Of very many values, only those are given that lead or were asked for."""

    # Each by itself, bit by bit, number by number, and by what is left.
    @pytest.fixture(params=[(0, 0, 0, 2), (1_000, 1_000, 0, 2), (1_000, 0, 0, 9), (1_000, 0, 9, 2)])
    def speakers(
        self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
    ) -> dict[str, str]:
        for name, value in zip(("LOOK", "DENSE", "SPARSE", "MANY"), request.param, strict=True):
            monkeypatch.setattr(counting, name, value)
        return five()

    def test_all_are_counted(self, speakers: dict[str, str]) -> None:
        found = leading(selected(""), "speaker", 2, set())
        assert found == Leading({speakers["d"]: 4, speakers["e"]: 5}, 5)

    def test_a_facet_of_all_gives_what_was_asked_for_too(self, speakers: dict[str, str]) -> None:
        found = leading(selected("speaker=a"), "speaker", 1, {speakers["a"], "0"})
        assert found == Leading({speakers["a"]: 1, speakers["e"]: 5}, 5)

    def test_a_later_publication_is_counted_with_all(self, speakers: dict[str, str]) -> None:
        leading(selected(""), "speaker", 1, set())
        factories.published(speaker=Speaker.objects.get(slug="e"))
        assert leading(selected(""), "speaker", 1, set()) == Leading({speakers["e"]: 6}, 5)

    def test_a_selection_is_counted(self, speakers: dict[str, str]) -> None:
        found = leading(selected("topic=law"), "speaker", 2, set())
        assert found == Leading({speakers["c"]: 3, speakers["e"]: 5}, 4)

    def test_what_was_asked_for_is_given_however_rare(self, speakers: dict[str, str]) -> None:
        a = speakers["a"]
        found = leading(selected("topic=law"), "speaker", 1, {a, speakers["d"]})
        assert found == Leading({a: 1, speakers["e"]: 5}, 4)

    def test_values_that_readers_may_not_see_are_not_counted(
        self, speakers: dict[str, str]
    ) -> None:
        Speaker.objects.filter(slug="e").update(status="draft")
        found = leading(selected("topic=law"), "speaker", 1, set())
        assert found == Leading({speakers["c"]: 3}, 3)


def test_all_that_equal_the_last_one_lead_as_well() -> None:
    found = {"a": 3, "b": 2, "c": 2, "d": 1}
    assert led(found, 2, set()) == Leading({"a": 3, "b": 2, "c": 2}, 4)
    assert led(found, 4, set()) == Leading(found, 4)


def test_of_counts_only_those_are_given_that_readers_may_see() -> None:
    speaker = factories.published().speaker
    assert speaker is not None
    own = str(speaker.pk)
    assert visible(selected(""), "speaker", {own: 1, "0": 7}, 2, set()) == Leading({own: 1}, 1)
    assert visible(selected(""), "kind", {"quotation": 1}, 2, set()).number == 1
