import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models import Outlet
from statements import workflow
from statements.models import Alias, Event, Organisation, Role, Speaker, Statement
from statements.search.entries import entries_of, joined
from tests import factories

pytestmark = pytest.mark.django_db


def tokens_of(statement: Statement) -> str:
    (entry,) = entries_of([statement.pk])
    return entry.tokens


def test_fields_are_parted_by_borders_and_empty_ones_left_out() -> None:
    assert joined(["One two", "", None, "…", "three"]) == " one two x0 three "
    assert joined([]) == "  "


def test_an_entry_holds_the_words_and_the_values_of_its_statement() -> None:
    statement = factories.published("Canary words")
    (entry,) = entries_of([statement.pk])
    assert entry.statement_id == statement.pk
    assert entry.tokens.startswith(" canari word x0 ")
    assert "kind=quotation" in entry.values


def test_what_is_not_published_has_no_entry() -> None:
    withdrawn = factories.published()
    workflow.withdraw(record=withdrawn, by=None, reason="Not said.")
    assert list(entries_of([factories.draft().pk, withdrawn.pk, 999_999])) == []


def test_what_a_statement_names_lends_no_words_unless_it_is_published() -> None:
    body = factories.organisation("Zincers", other_names="Zinc House\nZinc Hall")
    speaker = factories.speaker("Ferris Wheeler")
    Alias.objects.create(speaker=speaker, text="Lady Chief", kind=Alias.Kind.ROLE)
    role = Role.objects.create(speaker=speaker, title="Envoy", organisation=body)
    event, source = factories.event("Summit"), factories.source(outlet=factories.outlet("Gazette"))
    statement = factories.published(speaker=speaker, role=role, event=event, cite=source)
    words = ("wheeler", "chief", "zincer", "hall", "summit", "gazett")
    assert all(f" {word} " in tokens_of(statement) for word in words)
    for model in (Speaker, Organisation, Event, Outlet):
        model._base_manager.update(status="draft", published_at=None)
    assert not any(f" {word} " in tokens_of(statement) for word in words)
    assert " envoy " in tokens_of(statement)


def test_many_entries_cost_the_queries_of_one() -> None:
    made = [factories.published(topics=[factories.topic()]).pk for _ in range(3)]
    with CaptureQueriesContext(connection) as one:
        assert len(list(entries_of(made[:1]))) == 1
    with CaptureQueriesContext(connection) as all_:
        assert [entry.statement_id for entry in entries_of(made)] == made
    assert len(all_) == len(one)
