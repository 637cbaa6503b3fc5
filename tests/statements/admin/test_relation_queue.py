"""The queue of suggested relations."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import Relation, Statement
from statements.relations import relating
from statements.relations.suggesting import Suggestion
from tests import factories
from tests.statements.admin.conftest import LogIn, url

pytestmark = pytest.mark.django_db

FIRST = "We do not deny the assessment downgrade."
SECOND = "We do not deny that we have problems."
QUEUE = "statements_relation_queue"


def suggested(rule: str = "wording") -> Relation:
    one, other = factories.published(FIRST), factories.published(SECOND)
    pair = Suggestion(other.pk, one.pk, "repeats", rule, "“We do not deny”")
    relating.suggest(suggestions=[pair], by=None)
    return Relation.objects.latest("pk")


def judge(client: Client, relation: Relation, button: str, **said: Any) -> str:
    sent = {"relation": relation.pk, button: "1", "kind": "repeats", **said}
    return client.post(url(QUEUE), sent, follow=True).content.decode()


def test_a_pair_stands_side_by_side_with_the_shared_words_marked(log_in: LogIn) -> None:
    suggested()
    text = log_in("Editor").get(url(QUEUE)).content.decode()
    assert text.count("<mark>We do not deny</mark>") == 2
    assert "Much the same wording: “We do not deny”" in text
    assert '<option value="repeats" selected>' in text
    assert "<style" not in text
    assert " style=" not in text


def test_each_rule_is_counted_and_may_be_shown_alone(log_in: LogIn) -> None:
    suggested()
    suggested("event")
    client = log_in("Editor")
    views = client.get(url(QUEUE)).context["views"]
    assert [(one["rule"], one["count"]) for one in views] == [("", 2), ("wording", 1), ("event", 1)]
    assert len(client.get(f"{url(QUEUE)}?rule=event").context["pairs"]) == 1


def test_confirms_as_suggested(log_in: LogIn) -> None:
    relation = suggested()
    assert "Confirmed: Repeats" in judge(log_in("Editor"), relation, "_confirm", note="So it is.")
    done = Relation.objects.published().get()
    assert (done.note, done.statement_id) == ("So it is.", relation.statement_id)


def test_confirms_as_another_kind_the_other_way_round(log_in: LogIn) -> None:
    relation = suggested()
    judge(log_in("Editor"), relation, "_confirm", kind="turned:clarifies")
    done = Relation.objects.published().get()
    assert (done.kind, done.statement_id) == ("clarifies", relation.target_id)


def test_rejects_for_good(log_in: LogIn) -> None:
    client = log_in("Editor")
    assert "not suggested again" in judge(client, suggested(), "_reject")
    assert (
        "0 new suggestions." in client.post(url(QUEUE), {"_look": 1}, follow=True).content.decode()
    )
    assert not relating.waiting().exists()


def test_looks_for_more(log_in: LogIn) -> None:
    factories.published(FIRST)
    factories.published(SECOND)
    page = log_in("Editor").post(url(QUEUE), {"_look": 1}, follow=True).content.decode()
    assert "1 new suggestion." in page
    assert len(relating.waiting()) == 1


def test_an_unknown_kind_is_an_error_of_that_form(log_in: LogIn) -> None:
    text = judge(log_in("Editor"), suggested(), "_confirm", kind="adores")
    assert "Select a valid choice" in text
    assert relating.waiting().exists()


@pytest.mark.parametrize("key", ["", "abc", "9" * 30, "0", "-1"])
def test_what_is_no_suggestion_is_told(log_in: LogIn, key: str) -> None:
    sent = {"relation": key, "_confirm": "1", "kind": "repeats"}
    text = log_in("Editor").post(url(QUEUE), sent, follow=True).content.decode()
    assert "Somebody else has decided this meanwhile." in text


def test_what_somebody_else_decided_stays_so(log_in: LogIn) -> None:
    relation = suggested()
    relating.reject(relation=relation, by=None)
    assert "Somebody else" in judge(log_in("Editor"), relation, "_confirm")
    assert not Relation.objects.published().exists()


def test_what_is_linked_already_is_told(log_in: LogIn) -> None:
    relation = suggested()
    Relation.objects.create(
        statement_id=relation.statement_id, target_id=relation.target_id, kind="clarifies"
    )
    text = judge(log_in("Editor"), relation, "_confirm", kind="clarifies")
    assert "linked like this already" in text


def test_a_contributor_may_not(log_in: LogIn) -> None:
    relation, client = suggested(), log_in("Contributor")
    assert client.get(url(QUEUE)).status_code == 403
    assert client.post(url(QUEUE), {"relation": relation.pk, "_reject": 1}).status_code == 403


def test_a_withdrawn_statement_leaves_the_queue(log_in: LogIn) -> None:
    relation = suggested()
    statement = Statement.objects.get(pk=relation.target_id)
    workflow.withdraw(record=statement, by=None, reason="An error.")
    assert not log_in("Editor").get(url(QUEUE)).context["pairs"]


@pytest.mark.parametrize("query", ["rule=x", "rule=%00", "p=abc", "p=99999999999999", "p=-1"])
def test_no_address_breaks_it(log_in: LogIn, query: str) -> None:
    assert log_in("Editor").get(f"{url(QUEUE)}?{query}").status_code in {200, 400}


def test_asks_the_same_number_of_questions_for_any_number(
    log_in: LogIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(6):
        suggested()
    client = log_in("Editor")
    with django_assert_max_num_queries(16):
        client.get(url(QUEUE))


def test_the_index_leads_there(log_in: LogIn) -> None:
    assert url(QUEUE) in log_in("Editor").get(url("index")).content.decode()
    assert url(QUEUE) not in log_in("Contributor").get(url("index")).content.decode()
