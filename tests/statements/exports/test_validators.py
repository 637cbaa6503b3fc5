"""No client is told that nothing changed where something did."""

import datetime

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from statements import workflow
from statements.exports import validators
from statements.exports.validators import etag, last_modified, newest_change, revalidated
from statements.models import Alias, Stance, Topic
from tests import factories

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def tag(address: str = "/statements.csv") -> str:
    return etag(RequestFactory().get(address))


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the process had started long ago, and all that was written had settled."""
    monkeypatch.setattr(validators, "STARTED", timezone.now() - 24 * HOUR)
    monkeypatch.setattr(validators, "SETTLING", datetime.timedelta(0))


class TestETag:
    def test_it_stays_while_nothing_changes(self) -> None:
        factories.published()
        assert tag() == tag()
        assert tag().startswith('W/"')

    def test_it_is_of_one_address(self) -> None:
        assert len({tag(), tag("/statements.csv?q=a"), tag("/statements.jsonl")}) == 3

    def test_every_change_of_what_is_public_changes_it(self) -> None:
        topic = factories.topic()
        statement = factories.published(topics=[topic])
        speaker, source = statement.speaker, statement.citations.get().source
        assert speaker

        def rename(record: object, **fields: object) -> None:
            for name, value in fields.items():
                setattr(record, name, value)
            record.save()  # type: ignore[attr-defined]

        changes = (
            lambda: rename(speaker, name="Renamed"),
            lambda: rename(source, title="Retitled"),
            lambda: rename(source.outlet, name="Sold"),
            lambda: rename(Topic.objects.get(), name="Other"),
            lambda: rename(Stance.objects.first(), label="Reworded"),
            lambda: Alias.objects.create(speaker=speaker, text="H.E.", kind="honorific"),
            lambda: speaker.roles.create(title="Minister"),
            lambda: statement.topics.add(factories.topic()),
            lambda: statement.topics.remove(topic),
            factories.published,
            lambda: rename(statement, context="At noon."),
            lambda: workflow.edited(record=statement, by=None, note="The hour was missing."),
            lambda: workflow.withdraw(record=statement, by=None, reason="Misattributed."),
        )
        seen = [tag()]
        for change in changes:
            change()
            seen.append(tag())
        assert len(set(seen)) == len(changes) + 1

    def test_another_program_makes_another(self, monkeypatch: pytest.MonkeyPatch) -> None:
        before = tag()
        monkeypatch.setattr(validators, "software", lambda: "another")
        assert tag() != before


class TestLastModified:
    def test_it_is_the_moment_of_the_newest_change(self, settled: None) -> None:
        speaker = factories.published().speaker
        assert speaker
        before = last_modified()
        speaker.name = "Renamed"
        speaker.save()
        after = last_modified()
        assert before
        assert after
        assert before < after <= timezone.now()
        assert after == speaker.history.latest().history_date

    def test_it_is_never_before_the_process_began(self, monkeypatch: pytest.MonkeyPatch) -> None:
        began = timezone.now() + HOUR
        monkeypatch.setattr(validators, "STARTED", began)
        monkeypatch.setattr(validators, "SETTLING", -2 * HOUR)
        factories.published()
        assert last_modified() == began

    def test_what_may_still_be_changing_has_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(validators, "STARTED", timezone.now() - HOUR)
        factories.published()
        assert newest_change()
        assert last_modified() is None


class TestRevalidated:
    def test_caches_ask_again_and_know_since_when_it_stands(self, settled: None) -> None:
        factories.published()
        response = revalidated(lambda request: HttpResponse("x"))(HttpRequest())
        assert response["Cache-Control"] == "no-cache"
        assert response["Last-Modified"].endswith("GMT")

    def test_an_error_has_no_such_moment(self, settled: None) -> None:
        response = revalidated(lambda request: HttpResponse(status=400))(HttpRequest())
        assert "Last-Modified" not in response
