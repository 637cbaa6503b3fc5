import pytest

from statements.loaded import Loaded
from statements.models import ContentChange, Speaker
from statements.postings import worker
from statements.tallies import most_heard, tallied, tally
from tests import factories
from tests.kept import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
@kept
def speakers() -> list[Speaker]:
    """Three, of whom the second spoke most and the third never in public."""
    made = [factories.speaker(name) for name in ("Ann", "Bo", "Cy")]
    topic = factories.topic()
    for speaker in (made[0], made[1], made[1]):
        factories.published(speaker=speaker, topics=[topic])
    factories.draft(speaker=made[2], topics=[topic])
    return made


@pytest.fixture(params=["sets", "SQL"])
def _known(request: pytest.FixtureRequest, speakers: list[Speaker]) -> None:
    if request.param == "SQL":
        ContentChange.objects.all().delete()
    assert (worker.current() is None) == (request.param == "SQL")


@pytest.mark.usefixtures("_known")
class TestTally:
    def test_records_have_the_number_of_their_public_statements(
        self, speakers: list[Speaker]
    ) -> None:
        assert [one.n for one in tallied(speakers, "speaker")] == [1, 2, 0]  # type: ignore[attr-defined]
        assert list(tally("topic").values()) == [3]
        assert tally("organisation") == {}

    def test_those_with_the_most_statements_come_first_and_those_without_do_not(
        self, speakers: list[Speaker]
    ) -> None:
        everybody = Loaded(Speaker.objects.order_by("name"), "pk")
        only = Loaded(Speaker.objects.filter(name="Ann"), "pk")
        assert most_heard(everybody, "speaker", 5) == [speakers[1], speakers[0]]
        assert most_heard(everybody, "speaker", 1) == [speakers[1]]
        assert most_heard(only, "speaker", 1) == [speakers[0]]
