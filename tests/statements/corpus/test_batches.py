"""What the corpus leaves is what the application would have left."""

import datetime
from typing import Any

import pytest
from django.db import models

from sources.models import Source
from statements.corpus.batches import Rows
from statements.corpus.plan import Plan
from statements.corpus.records import WITH_HISTORY, history_of, written
from statements.models import Citation, Figure, Position, Revision, SearchEntry, Statement
from statements.postings.checking import disagreements
from statements.revisions import snapshot
from statements.search.entries import entries_of
from tests.statements.corpus.conftest import SEED, SIZE

SAMPLE = 120
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("corpus")]


def some(model: type[models.Model]) -> list[models.Model]:
    return list(model._default_manager.order_by("pk")[:SAMPLE])


@pytest.mark.parametrize("model", [Source, Statement, Citation, Position, Figure])
def test_records_are_such_as_a_form_would_let_in(model: type[models.Model]) -> None:
    rows = some(model)
    assert rows
    for record in rows:
        record.full_clean()


def test_all_kinds_of_dates_and_states_occur() -> None:
    said = {len(str(day)) for day in Statement.objects.values_list("said_on", flat=True)}
    assert said == {4, 7, 10}
    assert set(Statement.objects.values_list("status", flat=True)) == {"draft", "published"}
    assert Statement.objects.values("kind").distinct().count() == 4
    assert Citation.objects.values("verification").distinct().count() == 7


def test_a_quotation_was_verified_or_let_through() -> None:
    quoted = Statement.objects.filter(kind="quotation", override_reason="")
    verified = Citation.objects.filter(verification__in=["exact", "typographic"])
    assert not quoted.exclude(citations__in=verified).exists()
    assert Statement.objects.exclude(override_reason="").exists()


def test_revisions_are_the_snapshots_of_what_is_published() -> None:
    published = Statement.objects.published()
    assert Revision.objects.count() == published.count()
    for revision in Revision.objects.select_related("statement").order_by("pk")[:SAMPLE]:
        assert revision.record == snapshot(revision.statement)


def test_entries_are_what_the_search_index_would_hold() -> None:
    entries = list(entries_of(range(1, SAMPLE + 1)))
    kept = SearchEntry.objects.in_bulk([entry.statement_id for entry in entries])
    assert entries
    for entry in entries:
        assert kept[entry.statement_id].tokens == entry.tokens
        assert kept[entry.statement_id].values == " ".join(sorted(entry.values))


def test_the_postings_agree_with_the_statements() -> None:
    assert list(disagreements()) == []


@pytest.mark.parametrize("model", WITH_HISTORY)
def test_every_record_has_the_beginning_of_a_history(model: type[models.Model]) -> None:
    history = history_of(model)._default_manager.filter(history_type="+")
    assert history.count() == model._default_manager.count()
    first, record = history.order_by("id").first(), model._default_manager.order_by("pk").first()
    assert first is not None
    for field in model._meta.concrete_fields:
        assert getattr(first, field.attname) == getattr(record, field.attname), field.name


@pytest.mark.parametrize("model", WITH_HISTORY)
def test_a_history_begins_when_its_record_was_entered(model: type[models.Model]) -> None:
    for record in some(model):
        then: Any = history_of(model)._default_manager.get(history_id=record.pk)
        assert then.id == record.pk
        assert then.history_date == entered(record)
        assert then.history_change_reason == f"corpus of {SIZE}, seed {SEED}"


def entered(record: Any) -> datetime.datetime:
    """When an editor would have entered a record."""
    of = getattr(record, "statement", None) or record
    return of.created_at if isinstance(of, Statement) else of.published_at


def test_spans_tell_the_first_and_the_last_id_of_tables_with_a_history(plan: Plan) -> None:
    rows = Rows(plan, 1)
    spans = rows.spans()
    assert spans["statements_statement"] == (1_001, 2_000)
    for name, (first, last) in spans.items():
        ids = [row[written()[name].columns.index("id")] for row in rows.tables[name]]
        assert (first, last) == (min(ids), max(ids))


def test_the_history_of_a_statement_knows_its_topics_and_functions() -> None:
    for statement in Statement.objects.order_by("pk")[:SAMPLE]:
        then = statement.history.get()
        for name, key in (("topics", "topic_id"), ("functions", "function_id")):
            before = set(getattr(then, name).values_list(key, flat=True))
            assert before == set(getattr(statement, name).values_list("pk", flat=True))


def test_a_batch_is_the_same_every_time(plan: Plan) -> None:
    once, again = Rows(plan, 1), Rows(plan, 1)
    assert once.tables == again.tables
    assert once.spans() == again.spans()
    assert once.entered == again.entered


def test_another_seed_makes_other_rows(plan: Plan) -> None:
    other = Plan(plan.statements, plan.seed + 1, 0, plan.functions, plan.stances)
    assert Rows(plan, 1).tables != Rows(other, 1).tables
