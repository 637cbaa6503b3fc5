import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import ContentChange, Statement, Topic
from statements.postings import content, standing
from statements.postings.standing import Standing
from tests import factories
from tests.statements.postings.asking import fresh, known

pytestmark = pytest.mark.django_db


def holding(worker: Standing, facet: str) -> dict[str, set[int]]:
    return {value: set(bits) for value, bits in worker.sets[facet].items() if bits}


def corrected(statement: Statement) -> None:
    statement.save()
    workflow.edited(record=statement, by=None, note="As the source has it.")


class TestFollowing:
    def test_a_publication_is_in_the_next_answer(self, worker: Standing) -> None:
        statement = factories.published()
        worker.refresh()
        assert list(worker.all) == [statement.pk]
        assert holding(worker, "speaker") == {str(statement.speaker_id): {statement.pk}}
        assert known(worker) == known(fresh())

    def test_a_corrected_date_moves_the_statement(self, worker: Standing) -> None:
        older, newer = factories.published(said_on="2014"), factories.published(said_on="2022")
        worker.refresh()
        assert list(worker.places.walk(worker.all, newest_first=True)) == [newer.pk, older.pk]
        older.said_on = "2023"
        corrected(older)
        worker.refresh()
        assert list(worker.places.walk(worker.all, newest_first=True)) == [older.pk, newer.pk]
        assert list(worker.places.until("2020-01-01")) == []
        assert known(worker) == known(fresh())

    def test_a_corrected_speaker_is_counted_instead_of_the_other(self, worker: Standing) -> None:
        statement, bo = factories.published(), factories.speaker()
        worker.refresh()
        statement.speaker = bo
        corrected(statement)
        worker.refresh()
        assert holding(worker, "speaker") == {str(bo.pk): {statement.pk}}
        assert worker.columns.rows(worker.all).counts("speaker") == {str(bo.pk): 1}
        assert known(worker) == known(fresh())

    def test_a_withdrawn_statement_is_gone(self, worker: Standing) -> None:
        statement = factories.published()
        worker.refresh()
        workflow.withdraw(record=statement, by=None, reason="Not said.")
        worker.refresh()
        assert list(worker.all) == []
        assert holding(worker, "kind") == {}
        assert known(worker) == known(fresh())

    def test_a_name_that_changed_is_read_anew(self, worker: Standing) -> None:
        topic = workflow.publish(record=factories.topic("Law"), by=None)
        worker.refresh()
        assert worker.names["topic"][str(topic.pk)] == (topic.slug, "Law")
        Topic.objects.filter(pk=topic.pk).update(name="Laws")
        topic.refresh_from_db()
        workflow.edited(record=topic, by=None)
        worker.refresh()
        assert worker.names["topic"][str(topic.pk)] == (topic.slug, "Laws")

    def test_where_nothing_changed_one_query_tells(
        self, worker: Standing, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_num_queries(1):
            worker.refresh()

    def test_whatever_changed_one_query_tells(
        self, worker: Standing, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for n in range(3):
            factories.published(f"Number {n}")
        with django_assert_num_queries(1):
            worker.refresh()
        assert len(worker.all) == 3

    def test_following_reads_nothing_again(self, worker: Standing, readings: list[str]) -> None:
        statement = factories.published()
        worker.refresh()
        workflow.withdraw(record=statement, by=None, reason="Not said.")
        worker.refresh()
        assert readings == []

    def test_the_newest_change_is_known(self, worker: Standing) -> None:
        before = worker.latest
        factories.published()
        assert worker.latest == before
        worker.refresh()
        newest = ContentChange.objects.latest("seq")
        assert worker.latest.sequence == f"{newest.seq}.{newest.mark}" != before.sequence
        assert worker.latest.made_at == newest.made_at

    def test_two_workers_agree_wherever_they_ask(self, worker: Standing) -> None:
        other, speaker = fresh(), factories.speaker()
        made = []
        for n in range(4):
            made.append(factories.published(f"Number {n}", speaker=speaker))
            (worker, other)[n % 2].refresh()
        workflow.withdraw(record=made[0], by=None, reason="Not said.")
        worker.refresh()
        made[1].said_on = "2005"
        corrected(made[1])
        worker.refresh()
        other.refresh()
        assert known(worker) == known(other) == known(fresh())
        assert list(worker.all) == [one.pk for one in made[1:]]


class TestNotBeingMisled:
    def test_what_was_rolled_back_is_forgotten(self, worker: Standing) -> None:
        kept = factories.published()
        with transaction.atomic():
            factories.published()
            worker.refresh()
            assert len(worker.all) == 2
            transaction.set_rollback(True)
        worker.refresh()
        assert list(worker.all) == [kept.pk]
        assert known(worker) == known(fresh())

    def test_another_change_in_the_place_of_one_rolled_back_is_noticed(
        self, worker: Standing
    ) -> None:
        with transaction.atomic():
            factories.published(topics=[factories.topic()])
            worker.refresh()
            transaction.set_rollback(True)
        statement = factories.published()
        worker.refresh()
        assert list(worker.all) == [statement.pk]
        assert known(worker) == known(fresh())

    def test_a_change_of_the_same_number_is_told_apart_by_its_mark(
        self, worker: Standing, readings: list[str]
    ) -> None:
        ContentChange.objects.filter(seq=worker.seq).update(mark="another")
        worker.refresh()
        assert len(readings) == 1
        assert worker.latest.sequence.endswith(".another")

    def test_a_restored_backup_is_noticed(self, worker: Standing) -> None:
        kept = factories.published()
        backup = transaction.savepoint()
        factories.published()
        worker.refresh()
        assert len(worker.all) == 2
        transaction.savepoint_rollback(backup)
        worker.refresh()
        assert list(worker.all) == [kept.pk]
        assert known(worker) == known(fresh())

    def test_a_rebuild_makes_it_read_everything(
        self, worker: Standing, readings: list[str]
    ) -> None:
        content.mark_rebuilt()
        worker.refresh()
        worker.refresh()
        assert len(readings) == 1

    def test_many_changes_make_it_read_everything(
        self, worker: Standing, readings: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(standing, "MOST_CHANGES", 3)
        content.note()
        content.note()
        worker.refresh()
        assert readings == []
        statement = factories.published()
        content.note()
        worker.refresh()
        assert len(readings) == 1
        assert list(worker.all) == [statement.pk]
        assert known(worker) == known(fresh())

    def test_a_set_handed_out_for_nothing_is_nobody_elses(self, worker: Standing) -> None:
        worker.set_of("speaker", "1").add(5)
        assert not worker.set_of("speaker", "1")


class TestMadeOfTheSets:
    """What is made of sets and names once, and anew when something changes."""

    def test_totals_are_of_values_that_readers_may_see(self, worker: Standing) -> None:
        one, other = factories.published(), factories.published()
        worker.refresh()
        totals = worker.totals("speaker")
        assert sorted(totals.counts) == sorted(str(made.speaker_id) for made in (one, other))
        assert totals.sizes == [1, 1]
        assert worker.totals("speaker") is totals
        factories.published(speaker=one.speaker)
        worker.refresh()
        assert sorted(worker.totals("speaker").sizes) == [1, 2]
        workflow.withdraw(record=other, by=None, reason="An error.")
        worker.refresh()
        assert worker.totals("speaker").counts == {str(one.speaker_id): 2}

    def test_every_value_may_be_seen_of_what_is_no_record(self, worker: Standing) -> None:
        statement = factories.published()
        worker.refresh()
        assert worker.shown("kind") is None
        assert worker.totals("kind").counts == {"quotation": 1}
        shown = worker.shown("speaker")
        assert shown is not None
        assert str(statement.speaker_id) in shown
        assert "0" not in shown

    def test_positions_are_known_by_each_of_their_parts(self, worker: Standing) -> None:
        made = []
        for stance in ("welcomes", "dismisses"):
            statement = factories.draft()
            position = factories.position(statement, stance)
            made.append((str(position.stance_id), workflow.publish(record=statement, by=None).pk))
            worker.refresh()
            assert {key: list(bits) for key, bits in worker.apart(2).items()} == {
                key: [pk] for key, pk in made
            }
            assert worker.apart(2) is worker.apart(2)

    def test_what_takes_long_is_made_once_after_each_change(self, worker: Standing) -> None:
        asked = []

        def count() -> int:
            asked.append(Statement.objects.count())
            return asked[-1]

        assert [worker.once("statements", count) for _again in range(2)] == [0, 0]
        factories.published()
        worker.refresh()
        assert worker.once("statements", count) == 1
        assert asked == [0, 1]
