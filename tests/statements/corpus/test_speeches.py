import pytest

from sources.dates import PartialDate
from statements.corpus.plan import MOST_CITATIONS, Plan
from statements.corpus.scene import scene
from statements.corpus.speeches import Batch, Speech, known


@pytest.fixture
def speeches(plan: Plan) -> list[Speech]:
    return [speech for number in range(plan.batches) for speech in Batch(plan, number).speeches()]


def test_every_statement_is_in_one_batch(plan: Plan, speeches: list[Speech]) -> None:
    assert [speech.number for speech in speeches] == list(range(1, plan.statements + 1))


def test_a_batch_does_not_depend_on_those_before(plan: Plan) -> None:
    alone = list(Batch(plan, 2).speeches())
    list(Batch(plan, 0).speeches())
    assert list(Batch(plan, 2).speeches()) == alone


def test_the_busiest_speaker_says_about_as_much_as_zipf_has_it(speeches: list[Speech]) -> None:
    own = sum(speech.speaker == 0 for speech in speeches)
    assert 0.11 < own / len(speeches) < 0.18  # 420 speakers: 15 % of what speakers say


def test_most_are_published_some_are_khmer_and_some_of_organisations(
    speeches: list[Speech],
) -> None:
    share = 1 / len(speeches)
    assert 0.92 < sum(speech.published for speech in speeches) * share < 0.97
    assert 0.03 < sum(speech.language == "km" for speech in speeches) * share < 0.07
    assert 0.02 < sum(speech.organisation is not None for speech in speeches) * share < 0.07


def test_every_statement_has_words_or_a_summary_and_a_source(speeches: list[Speech]) -> None:
    assert all(speech.words.text or speech.words.summary for speech in speeches)
    assert {len(speech.citations) for speech in speeches} == set(range(1, MOST_CITATIONS + 1))


def test_nothing_is_cited_twice_or_before_it_was_said(plan: Plan, speeches: list[Speech]) -> None:
    for speech in speeches:
        articles = [article for article, _rung in speech.citations]
        assert len({article.pk for article in articles}) == len(articles)
        said = PartialDate.parse(speech.said_on.text)
        assert all(known(one.day, 1.0).latest >= said.earliest.isoformat() for one in articles)


def test_the_office_was_held_that_day(speeches: list[Speech]) -> None:
    offices = [(speech.role, PartialDate.parse(speech.said_on.text)) for speech in speeches]
    assert not any(role.ruled_out_on(day) for role, day in offices if role)
    assert any(role and role.end for role, _day in offices)


def test_what_was_said_at_an_event_was_said_on_its_day(plan: Plan, speeches: list[Speech]) -> None:
    events = scene(plan).events
    days = {
        (speech.said_on.text, str(events[speech.event].held_on))
        for speech in speeches
        if speech.event is not None
    }
    assert days
    assert all(said == held for said, held in days)


def test_words_are_not_checked_where_there_are_none(speeches: list[Speech]) -> None:
    for speech in speeches:
        unchecked = {rung == "not-checked" for _article, rung in speech.citations}
        assert unchecked == {not speech.words.text}


@pytest.mark.parametrize(
    ("how_much", "text"), [(0.01, "2010"), (0.05, "2010-02"), (0.5, "2010-02-01")]
)
def test_a_day_is_known_as_far_as_it_is(how_much: float, text: str) -> None:
    day, date = known(31, how_much), PartialDate.parse(text)
    assert day.text == text
    assert (day.earliest, day.latest) == (date.earliest.isoformat(), date.latest.isoformat())
