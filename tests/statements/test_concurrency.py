"""Two people at one statement at the same time: real requests, each on a connection of its own.

They work on a copy of the test database, since what they do has to be committed. Wherever one must
be inside its transaction while the other knocks, that is brought about, not hoped for.
"""

import threading
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse

from sources.models import Outlet
from statements import workflow
from statements.ledger import book, proof
from statements.models import (
    Citation,
    Correction,
    LedgerEntry,
    Relation,
    Speaker,
    Statement,
    Topic,
)
from statements.postings.checking import disagreements
from statements.relations import relating
from statements.relations.suggesting import Suggestion
from tests import factories
from tests.statements.admin.conftest import url
from tests.statements.database_copy import _at_work_on_the_copy, copied  # noqa: F401  # fixtures
from tests.statements.racing import (
    PATIENCE,
    Ask,
    Asked,
    browser,
    overtaken,
    publish,
    save,
    somebody_waits,
    stored,
    submitted,
    together,
)

pytestmark = pytest.mark.django_db


# --- What comes of it ---


def test_of_two_saves_the_later_gets_both_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    statement = factories.draft()
    first, second = save(statement, text="We shall act."), save(statement, text="We can act.")
    one, two = overtaken(monkeypatch, first, second)
    assert (one.status(), two.status()) == (302, 409)
    page = two.answer.content.decode()
    assert "We shall act." in page
    assert "We can act." in page
    assert (stored(statement).text, stored(statement).version) == ("We shall act.", 2)


def test_of_many_saves_one_is_kept() -> None:
    statement = factories.draft()
    texts = [f"We will act in {year}." for year in range(2020, 2024)]
    statuses = together(*(save(statement, text=text) for text in texts))
    assert statuses == [302, 409, 409, 409]
    assert stored(statement).text in texts
    assert stored(statement).version == 2


def test_what_is_edited_while_it_is_reviewed_is_not_published_unseen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    statement = submitted()
    one, two = overtaken(monkeypatch, save(statement, venue="Hall"), publish(statement))
    assert (one.status(), two.status()) == (302, 409)
    assert (stored(statement).status, stored(statement).venue) == ("in-review", "Hall")


def test_what_is_published_while_it_is_edited_is_not_overwritten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    statement = submitted()
    one, two = overtaken(monkeypatch, publish(statement), save(statement, venue="Hall"))
    assert (one.status(), two.status()) == (302, 409)
    assert b"Hall" in two.answer.content
    assert (stored(statement).status, stored(statement).venue) == ("published", "")


def test_two_reviewers_publish_once(monkeypatch: pytest.MonkeyPatch) -> None:
    statement = submitted()
    one, two = overtaken(monkeypatch, publish(statement), publish(statement))
    assert (one.status(), two.status()) == (302, 409)
    assert stored(statement).revisions.count() == 1


def test_two_corrections_leave_one_note(monkeypatch: pytest.MonkeyPatch) -> None:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    fields = {"kind": "reported", "correction_note": "It was misread."}
    one, two = overtaken(
        monkeypatch,
        save(statement, "Reviewer", summary="Promises nothing.", **fields),
        save(statement, "Reviewer", summary="Promises much.", **fields),
    )
    assert (one.status(), two.status()) == (302, 409)
    assert Correction.objects.filter(statement=statement).count() == 1
    assert stored(statement).summary == "Promises nothing."


# --- Nobody waits for somebody who waits for them ---


def cite(statement: Statement) -> Ask:
    client, source = browser("Editor"), factories.source()
    form = {"statement": statement.pk, "source": source.pk, "is_primary": "on"}
    return lambda: client.post(url("statements_citation_add"), form)


def recite(citation: Citation, locator: str) -> Ask:
    client = browser("Editor")
    form = {
        "statement": citation.statement_id, "source": citation.source_id, "is_primary": "on",
        "capture": citation.capture_id or "", "locator": locator,
    }  # fmt: skip
    return lambda: client.post(url("statements_citation_change", citation.pk), form)


def test_a_part_waits_for_its_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    statement = factories.draft()
    citation = statement.citations.get()
    one, two = overtaken(
        monkeypatch,
        save(statement, **{"citations-0-excerpt": "We will act"}),
        recite(citation, "page 3"),
    )
    assert (one.status(), two.status()) == (302, 302)
    assert stored(statement).version == 3


def test_several_parts_are_added_at_once() -> None:
    statement = factories.draft()
    assert together(*(cite(statement) for _ in range(3))) == [302, 302, 302]
    assert statement.citations.count() == 4
    assert stored(statement).version == 4


def test_a_whole_and_its_parts_are_saved_at_once() -> None:
    statement = factories.draft()
    citation = statement.citations.get()
    for number in range(3):
        asks = (save(stored(statement)), recite(citation, f"page {number}"), cite(statement))
        assert set(together(*asks)) <= {302, 409}


def test_statements_that_share_what_they_show_are_published_at_once() -> None:
    speaker, source = factories.speaker(), factories.source()
    topics = [factories.topic(), factories.topic()]
    shared = {"speaker": speaker, "cite": source, "topics": topics}
    pair = [submitted(**shared), submitted(**shared)]
    assert together(*(publish(one) for one in pair)) == [302, 302]
    assert {stored(one).status for one in pair} == {"published"}


# --- Relations ---


def judge(relation: Relation, button: str) -> Ask:
    client = browser("Editor")
    sent = {"relation": relation.pk, button: "1", "kind": "same-remark"}
    return lambda: client.post(url("statements_relation_queue"), sent)


def test_of_two_judgements_of_a_pair_one_holds() -> None:
    one, other = factories.published("One."), factories.published("Other.")
    pair = Suggestion(one.pk, other.pk, "same-remark", "event", "")
    relating.suggest(suggestions=[pair], by=None)
    relation = Relation.objects.get()
    statuses = together(judge(relation, "_confirm"), judge(relation, "_reject"))
    assert statuses == [302, 302]
    relation.refresh_from_db()
    changes = relation.history.count()
    assert (relation.state in {"confirmed", "rejected"}, changes) == (True, 1)


def test_a_pair_linked_from_both_sides_at_once_is_linked_once() -> None:
    ends = factories.published("One.").pk, factories.published("Other.").pk

    def link(statement: int, target: int) -> Ask:
        client = browser("Editor")
        sent = {"statement": statement, "target": target, "kind": "contradicts", "note": ""}
        return lambda: client.post(url("statements_relation_add"), sent)

    assert together(link(*ends), link(*ends[::-1])) == [200, 302]
    assert Relation.objects.filter(statement=ends[0], target=ends[1]).count() == 1
    assert Relation.objects.filter(statement=ends[1]).count() == 0


# --- The ledger is one chain, whoever writes ---


def entered(record: Topic) -> Ask:
    """A publication of a record of its own, which no other row makes wait."""
    client = browser("Reviewer")
    form = {"name": record.name, "slug": record.slug, "_publish": "1"}
    return lambda: client.post(url("statements_topic_change", record.pk), form)


def test_who_writes_to_the_ledger_waits_for_who_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = entered(factories.topic()), entered(factories.topic())
    # The entry is written, and not committed.
    one, two = overtaken(monkeypatch, first, second, behind=(book, "_append"))
    assert (one.status(), two.status()) == (302, 302)
    assert list(proof.faults()) == []


def renamed(record: Speaker | Outlet, name: str) -> Ask:
    """An edit of a record that a statement shows."""

    @transaction.atomic
    def edit() -> HttpResponse:
        record.name = name
        record.save()
        workflow.edited(record=record, by=None)
        return HttpResponse()

    return edit


def test_two_who_change_what_a_statement_shows_are_both_indexed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    statement = factories.published()
    speaker = Speaker.objects.get(statements=statement)
    outlet = Outlet.objects.get(sources__citations__statement=statement)
    inside, go_on = threading.Event(), threading.Event()
    enter = book.enter

    def halted(**given: Any) -> None:
        if threading.current_thread() is one and not inside.is_set():
            inside.set()  # the index is written, and not committed
            assert go_on.wait(PATIENCE)
        enter(**given)

    monkeypatch.setattr(book, "enter", halted)
    one, two = Asked(renamed(speaker, "Zinc")), Asked(renamed(outlet, "Gazette"))
    one.start()
    while not inside.wait(0.05):
        assert one.is_alive(), one.failure or "it never came as far"
    two.start()
    while not somebody_waits():
        assert two.is_alive(), "it did not wait for the first"
    go_on.set()
    assert (one.status(), two.status()) == (200, 200)
    tokens = statement.search_entry.tokens
    assert (" zinc " in tokens, " gazett " in tokens) == (True, True)
    assert list(disagreements()) == []


def test_who_withdraws_what_is_being_edited_waits_for_the_row_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the turn in hand they would wait for each other."""
    statement = factories.published("", kind="reported", summary="Promises to act.")
    fields = {"kind": "reported", "correction_note": "It was misread."}

    def withdraw() -> HttpResponse:
        workflow.withdraw(record=stored(statement), by=None, reason="Not said.")
        return HttpResponse()

    edit = save(statement, "Reviewer", summary="Promises nothing.", **fields)
    one, two = overtaken(monkeypatch, edit, withdraw)
    assert (one.status(), two.status()) == (302, 200)
    assert list(disagreements()) == []


def test_many_publications_at_once_make_one_chain() -> None:
    speaker, source = factories.speaker(), factories.source()
    statements = [submitted(speaker=speaker, cite=source) for _ in range(4)]
    topics = [entered(factories.topic()) for _ in range(2)]
    assert set(together(*(publish(one) for one in statements), *topics)) == {302}
    assert list(proof.faults()) == []
    assert LedgerEntry.objects.filter(model="statements.statement").count() >= len(statements)
