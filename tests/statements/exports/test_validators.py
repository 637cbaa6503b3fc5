"""No client is told that nothing changed where something did."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override
from pytest_django.fixtures import Settings

from statements import workflow
from statements.exports import validators
from statements.exports.validators import etag, last_modified, mark, newest_change, software
from statements.models import Alias, Stance, Statement, Topic
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

        def rename(record: Any, note: str = "", **fields: object) -> None:
            for name, value in fields.items():
                setattr(record, name, value)
            record.save()
            workflow.edited(record=record, by=None, note=note)

        def gain(part: object) -> None:
            workflow.edited(record=speaker, by=None)

        def correct(change: Callable[[Topic], None], about: Topic) -> None:
            change(about)
            workflow.edited(record=Statement.objects.get(pk=statement.pk), by=None, note="Wrong.")

        changes = (
            lambda: rename(speaker, name="Renamed"),
            lambda: rename(source, title="Retitled"),
            lambda: rename(source.outlet, name="Sold"),
            lambda: rename(Topic.objects.get(), name="Other"),
            lambda: rename(Stance.objects.first(), label="Reworded"),
            lambda: gain(Alias.objects.create(speaker=speaker, text="H.E.", kind="honorific")),
            lambda: gain(speaker.roles.create(title="Minister")),
            lambda: correct(statement.topics.add, factories.topic()),
            lambda: correct(statement.topics.remove, topic),
            factories.published,
            lambda: rename(Statement.objects.get(pk=statement.pk), "Wrong.", context="At noon."),
            lambda: workflow.withdraw(record=statement, by=None, reason="Misattributed."),
        )
        seen = [tag()]
        for change in changes:
            change()
            seen.append(tag())
        assert len(set(seen)) == len(changes) + 1

    def test_another_day_makes_another(self, monkeypatch: pytest.MonkeyPatch) -> None:
        before, tomorrow = tag(), timezone.localdate() + datetime.timedelta(days=1)
        monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
        assert tag() != before

    def test_another_language_makes_another(self) -> None:
        before = tag()
        with override("km"):
            assert tag() != before

    def test_another_name_of_the_register_is_another_program(self, settings: Settings) -> None:
        before = software()
        software.cache_clear()
        settings.SITE_NAME = "Another"
        assert software() != before
        software.cache_clear()

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
        workflow.edited(record=speaker, by=None)
        after = last_modified()
        assert before
        assert after
        assert before < after <= timezone.now()

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


class TestMark:
    def test_readers_of_data_know_since_when_it_stands(self) -> None:
        response = HttpResponse("x")
        mark(response, datetime.datetime(2022, 8, 12, tzinfo=datetime.UTC))
        assert response.headers["Last-Modified"] == "Fri, 12 Aug 2022 00:00:00 GMT"

    def test_what_may_still_change_and_an_error_have_no_such_moment(self) -> None:
        for response, moment in (
            (HttpResponse(), None),
            (HttpResponse(status=400), timezone.now()),
        ):
            mark(response, moment)
            assert "Last-Modified" not in response.headers
