import pytest
from django.http import QueryDict

from statements import workflow
from statements.filters import StatementFilter
from statements.models import Speaker, Topic
from statements.postings import counting
from statements.postings.counting import counts
from statements.postings.selecting import Selection, selection_of
from tests import factories

pytestmark = pytest.mark.django_db


def selected(query: str) -> Selection:
    found = selection_of(StatementFilter(QueryDict(query)))
    assert found
    return found


def counted(query: str, name: str) -> dict[str, int]:
    return counts(selected(query), name)


@pytest.fixture
def speakers() -> dict[str, int]:
    """The numbers of two speakers, of whom one spoke twice of the law, and once in writing."""
    ann, bo = factories.speaker(slug="ann"), factories.speaker(slug="bo")
    law = factories.topic(slug="law")
    factories.published(speaker=ann, topics=[law])
    factories.published("Read.", speaker=ann, topics=[law], kind="written")
    factories.published(speaker=bo)
    return {str(one.pk): count for one, count in ((ann, 2), (bo, 1))}


@pytest.mark.parametrize("few", [0, 50_000])
class TestEitherWay:
    """Whether each statement is looked at, or sets are intersected."""

    @pytest.fixture(autouse=True)
    def _few(self, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(counting, "FEW", few)

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
