"""Relations entered and changed by hand, and shown with their statements."""

from typing import Any

import pytest

from statements.admin.relations import relations_of
from statements.models import Relation, Statement
from statements.relations import relating
from tests import factories
from tests.kept import kept
from tests.statements.admin.conftest import LogIn, errors, url

pytestmark = pytest.mark.django_db

ADD, CHANGE = "statements_relation_add", "statements_relation_change"


@pytest.fixture
@kept
def pair() -> tuple[Statement, Statement]:
    return factories.published("One."), factories.published("Other.")


Pair = tuple[Statement, Statement]


def entered(one: Statement, other: Statement, **fields: Any) -> dict[str, Any]:
    return {"statement": one.pk, "target": other.pk, "kind": "repeats", "note": "", **fields}


def linked(one: Statement, other: Statement) -> Relation:
    return relating.relate(statement=one, target=other, kind="repeats", by=None)


def test_by_hand_means_confirmed(log_in: LogIn, pair: Pair) -> None:
    client = log_in("Editor", username="sophea")
    answer = client.post(url(ADD), entered(*pair, note="Word for word."))
    assert answer.status_code == 302
    made = Relation.objects.published().get()
    assert (made.note, made.decided_by.username) == ("Word for word.", "sophea")  # type: ignore[union-attr]
    assert made.rule == "hand"


def test_what_holds_both_ways_is_entered_once(log_in: LogIn, pair: Pair) -> None:
    client = log_in("Editor")
    client.post(url(ADD), entered(*pair, kind="contradicts"))
    answer = client.post(url(ADD), entered(*pair[::-1], kind="contradicts"))
    assert "already" in errors(answer)
    assert Relation.objects.count() == 1


@pytest.mark.parametrize(
    "fields", [{"target": "abc"}, {"target": "9" * 30}, {"kind": "adores"}, {"statement": ""}]
)
def test_bad_input_is_an_error_of_the_form(
    log_in: LogIn, pair: Pair, fields: dict[str, Any]
) -> None:
    answer = log_in("Editor").post(url(ADD), entered(*pair, **fields))
    assert answer.status_code == 200
    assert answer.context["errors"]
    assert not Relation.objects.exists()


def test_a_statement_is_not_linked_with_itself(log_in: LogIn, pair: Pair) -> None:
    answer = log_in("Editor").post(url(ADD), entered(pair[0], pair[0]))
    assert "itself" in errors(answer)


def test_linking_a_rejected_pair_confirms_it(log_in: LogIn, pair: Pair) -> None:
    relating.reject(relation=linked(*pair), by=None)
    log_in("Editor").post(url(ADD), entered(*pair))
    assert Relation.objects.get().state == "confirmed"


def test_kind_and_note_can_be_changed_the_statements_cannot(log_in: LogIn, pair: Pair) -> None:
    made = linked(*pair)
    other = factories.published("A third.")
    sent = entered(pair[0], other, kind="clarifies", note="More exactly.")
    assert log_in("Editor").post(url(CHANGE, made.pk), sent).status_code == 302
    made.refresh_from_db()
    assert (made.kind, made.note, made.target, made.state) == (
        "clarifies", "More exactly.", pair[1], "confirmed",
    )  # fmt: skip


def test_what_is_rejected_is_never_deleted(log_in: LogIn, pair: Pair) -> None:
    made = relating.reject(relation=linked(*pair), by=None)
    client = log_in("Admin")
    path = url("statements_relation_delete", made.pk)
    assert client.post(path, {"post": "yes"}).status_code == 403
    listed = client.get(url("statements_relation_changelist")).content.decode()
    assert "delete_selected" not in listed


def test_a_draft_can_be_deleted_with_its_relations(log_in: LogIn, pair: Pair) -> None:
    draft = factories.draft(cite=False)
    linked(draft, pair[0])
    path = url("statements_statement_delete", draft.pk)
    assert log_in("Editor").post(path, {"post": "yes"}).status_code == 302
    assert not Relation.objects.exists()


def test_selected_ones_are_rejected(log_in: LogIn, pair: Pair) -> None:
    made = linked(*pair)
    sent = {"action": "reject_selected", "_selected_action": [made.pk]}
    client, path = log_in("Editor"), url("statements_relation_changelist")
    assert "1 relation is rejected." in client.post(path, sent, follow=True).content.decode()
    assert "rejected already" in client.post(path, sent, follow=True).content.decode()


def test_a_contributor_may_only_look(log_in: LogIn, pair: Pair) -> None:
    made, client = linked(*pair), log_in("Contributor")
    assert client.get(url(CHANGE, made.pk)).status_code == 200
    assert client.post(url(CHANGE, made.pk), entered(*pair)).status_code == 403
    assert client.post(url(ADD), entered(*pair)).status_code == 403


def test_a_statement_shows_its_relations_of_both_sides(log_in: LogIn, pair: Pair) -> None:
    one, other = pair
    linked(one, other)
    Relation.objects.create(statement=other, target=one, kind="contradicts")
    assert [found.state for found in relations_of(one)] == ["confirmed", "suggested"]
    text = log_in("Editor").get(url("statements_statement_change", one.pk)).content.decode()
    assert "Relations to other statements" in text
    assert f"{url(ADD)}?statement={one.pk}" in text
    assert text.count(url("statements_statement_change", other.pk)) >= 2
