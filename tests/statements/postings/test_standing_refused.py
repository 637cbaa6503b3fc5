"""What cannot be trusted is not used, and is said once."""

import pytest
from django.utils import timezone
from pyroaring import BitMap
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import ContentChange, Statement, ValuePosting
from statements.postings import blobs, content, standing, writing
from statements.postings.writing import Entry
from tests import factories
from tests.statements.postings.asking import fresh

pytestmark = pytest.mark.django_db


def behind_its_back() -> Statement:
    draft = factories.draft()
    Statement.objects.filter(pk=draft.pk).update(status="published", published_at=timezone.now())
    return draft


def overtaken(monkeypatch: pytest.MonkeyPatch, drafts: list[Statement]) -> None:
    """Each time that a worker has read everything, one of these is published."""
    read_all = blobs.read_all

    def reading(model: type[ValuePosting], using: str) -> object:
        found = read_all(model, using)
        if drafts:
            workflow.publish(record=drafts.pop(), by=None)
        return found

    monkeypatch.setattr(blobs, "read_all", reading)


class TestRefusing:
    def test_what_was_never_made_is_not_used(self) -> None:
        factories.published()
        ContentChange.objects.all().delete()
        never = fresh()
        assert not never.trusted
        assert "never made" in never.refusal
        assert not never.all

    def test_changes_alone_make_no_whole(self) -> None:
        ContentChange.objects.all().delete()
        factories.published()
        worker = fresh()
        factories.published()
        worker.refresh()
        assert (worker.trusted, len(worker.all)) == (False, 0)
        assert worker.seq == ContentChange.objects.latest("seq").seq

    def test_sets_that_contradict_each_other_are_not_used(self) -> None:
        factories.published()
        ValuePosting.objects.filter(term="kind=quotation").delete()
        assert "contradict" in fresh().refusal

    def test_another_number_of_statements_is_not_used(self) -> None:
        factories.published()
        behind_its_back()
        refused = fresh()
        assert not refused.trusted
        assert "hold 1 statements, the database 2" in refused.refusal

    def test_the_log_tells_it_once(self, caplog: pytest.LogCaptureFixture) -> None:
        behind_its_back()
        worker = fresh()
        for _ in range(3):
            worker.refresh()
        assert [record.levelname for record in caplog.records] == ["ERROR"]
        assert "reindex" in caplog.text

    def test_who_refused_waits_for_a_rebuild(
        self, readings: list[str], django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        behind_its_back()
        worker = fresh()
        with django_assert_num_queries(1):
            worker.refresh()
        assert len(readings) == 1
        writing.put([Entry(Statement.objects.get().pk, " a ", frozenset({"kind=quotation"}))])
        worker.refresh()
        assert not worker.trusted
        ValuePosting.objects.create(term="place=2022:2022", chunk=0, bits=_bits())
        content.mark_rebuilt()
        worker.refresh()
        assert (worker.trusted, worker.refusal) == (True, "")

    def test_a_publication_while_it_reads_is_no_contradiction(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        overtaken(monkeypatch, [factories.draft()])
        worker = fresh()
        assert (worker.trusted, len(worker.all)) == (True, 1)

    def test_what_changes_too_often_to_be_read_is_not_used_yet(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        worker = fresh()
        overtaken(monkeypatch, [factories.draft() for _ in range(standing.MOST_TRIES)])
        content.mark_rebuilt()
        worker.refresh()
        assert not worker.trusted
        worker.refresh()
        assert (worker.trusted, len(worker.all)) == (True, standing.MOST_TRIES)


def _bits() -> bytes:
    """The posting of the only statement there is."""
    return BitMap([Statement.objects.get().pk]).serialize()
