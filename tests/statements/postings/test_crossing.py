import pytest
from django.http import QueryDict

from statements import workflow
from statements.filters import StatementFilter
from statements.models import Statement
from statements.postings import crossing
from statements.postings.counting import counts
from statements.postings.crossing import Crossing
from statements.postings.selecting import Selection
from statements.postings.standing import Standing
from tests import factories
from tests.statements.postings.asking import fresh, miscounted

pytestmark = pytest.mark.django_db


def kept(worker: Standing, facet: str, key: object, name: str) -> dict[str, int] | None:
    return worker.crossing.of((facet, str(key)), name)


def moved(statement: Statement) -> None:
    statement.save()
    workflow.edited(record=statement, by=None, note="As the source has it.")


@pytest.fixture
def said() -> Statement:
    """A statement on two topics, beside another of its speaker on one of them."""
    law, labour = factories.topic(slug="law"), factories.topic(slug="labour")
    made = factories.published(topics=[law, labour])
    factories.published(speaker=made.speaker, topics=[law], kind="written")
    return made


def test_the_counts_of_a_busy_value_are_kept(said: Statement) -> None:
    law, labour = said.topics.get(slug="law"), said.topics.get(slug="labour")
    worker = fresh()
    assert kept(worker, "speaker", said.speaker_id, "topic") == {str(law.pk): 2, str(labour.pk): 1}
    assert kept(worker, "topic", labour.pk, "kind") == {"quotation": 1}


def test_those_of_a_rare_value_are_not(said: Statement, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crossing, "BUSY", 1)
    worker, labour = fresh(), said.topics.get(slug="labour")
    assert kept(worker, "topic", labour.pk, "kind") is None
    assert kept(worker, "speaker", said.speaker_id, "kind") == {"quotation": 1, "written": 1}


class TestFollowing:
    """What is kept after a change is what the sets tell of it."""

    def check(self, worker: Standing) -> None:
        worker.refresh()
        keys = worker.sets["topic"]
        assert any(kept(worker, "topic", key, "kind") for key in keys)
        assert list(miscounted(worker)) == []

    def test_a_publication(self, said: Statement) -> None:
        worker = fresh()
        factories.published(speaker=said.speaker, event=factories.event())
        factories.published(topics=list(said.topics.all()))
        self.check(worker)

    def test_a_withdrawal(self, said: Statement) -> None:
        worker = fresh()
        workflow.withdraw(record=said, by=None, reason="Not said.")
        self.check(worker)

    def test_a_statement_that_comes_to_another_speaker(self, said: Statement) -> None:
        worker = fresh()
        said.speaker = factories.speaker()
        moved(said)
        self.check(worker)

    def test_a_statement_that_comes_to_an_event(self, said: Statement) -> None:
        worker = fresh()
        said.event = factories.event()
        moved(said)
        self.check(worker)


@pytest.mark.parametrize(
    ("query", "name", "used"),
    [
        ("speaker={}", "topic", True),
        ("speaker={}&topic=law", "topic", True),  # all under the speaker alone
        ("speaker={}&topic=law", "kind", False),
        ("speaker={}&since=2014", "kind", False),
        ("speaker={}&q=law", "kind", False),
    ],
)
def test_what_is_kept_is_used_where_one_value_is_asked_for(
    said: Statement, query: str, name: str, *, used: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said.speaker
    worker = fresh()
    selection = Selection(StatementFilter(QueryDict(query.format(said.speaker.slug))), worker)
    monkeypatch.setattr(Crossing, "of", lambda *_: {"kept": 1})
    assert (counts(selection, name) == {"kept": 1}) is used
