"""Two people at one statement at the same time: real requests, each on a connection of its own.

They work on a copy of the test database, since what they do has to be committed. Wherever one must
be inside its transaction while the other knocks, that is brought about, not hoped for.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.http import HttpResponse
from django.test import Client

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
from tests.statements.admin.conftest import statement_form, url

CHANGE = "statements_statement_change"
REVIEW = "statements_statement_review"
PATIENCE = 60  # seconds after which a request counts as stuck

Ask = Callable[[], Any]
pytestmark = pytest.mark.django_db


# --- A database of their own ---


@contextlib.contextmanager
def copied_on_postgresql(settings: dict[str, Any]) -> Iterator[dict[str, Any]]:
    name = f"{settings['NAME']}_copy"
    connection.close()  # nobody may be connected to what is copied
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{settings["NAME"]}"')
    try:
        yield settings | {"NAME": name}
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextlib.contextmanager
def copied_on_sqlite(settings: dict[str, Any], folder: Path) -> Iterator[dict[str, Any]]:
    path = folder / "copy.sqlite3"
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
    yield settings | {"NAME": str(path)}


@pytest.fixture(scope="module")
def copied(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """The settings of a copy of the test database."""
    settings = connections.settings["default"]
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with copied_on_postgresql(settings) as copy:
                yield copy
        else:
            with copied_on_sqlite(settings, tmp_path_factory.mktemp("copy")) as copy:
                yield copy


@pytest.fixture(autouse=True)
def _at_work_on_the_copy(copied: dict[str, Any], db: None) -> Iterator[None]:
    """Puts the copy in the place of the test database, for every thread.

    The transaction that wraps other tests is left alone on the connection that is put aside.
    """
    settings, aside = connections.settings["default"], connections["default"]
    connections.settings["default"] = copied
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"], connections["default"] = settings, aside


# --- Requests at the same time ---


class Asked(threading.Thread):
    """A request on its way."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(daemon=True)
        self.ask = ask
        self.answer: Any = None
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            self.answer = self.ask()
        except BaseException as failure:
            self.failure = failure
        finally:
            connections.close_all()

    def status(self) -> int:
        self.join(PATIENCE)
        assert not self.is_alive(), "it waits for ever"
        if self.failure:
            raise self.failure
        return int(self.answer.status_code)


def somebody_waits() -> bool:
    """Whether a connection waits for a lock. SQLite cannot be asked, and needs not be."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        (waiting,) = cursor.fetchone()
    return bool(waiting)


def overtaken(monkeypatch: pytest.MonkeyPatch, first: Ask, second: Ask) -> tuple[Asked, Asked]:
    """The first request is amid its transaction, its rows locked, when the second comes."""
    inside, go_on = threading.Event(), threading.Event()
    verify = workflow.verify

    def halted(**given: Any) -> Statement:
        if threading.current_thread() is one and not inside.is_set():
            inside.set()
            assert go_on.wait(PATIENCE)
        return verify(**given)

    monkeypatch.setattr(workflow, "verify", halted)
    one, two = Asked(first), Asked(second)
    one.start()
    while not inside.wait(0.05):
        assert one.is_alive(), one.failure or "it never came as far"
    two.start()
    while not somebody_waits():
        assert two.is_alive(), "it did not wait for the first"
    go_on.set()
    return one, two


def together(*asks: Ask) -> list[int]:
    """All at once, however they come to stand to each other."""
    barrier = threading.Barrier(len(asks))

    def at_once(ask: Ask) -> Any:
        barrier.wait(PATIENCE)
        return ask()

    threads = [Asked(lambda ask=ask: at_once(ask)) for ask in asks]  # type: ignore[misc]
    for thread in threads:
        thread.start()
    return sorted(thread.status() for thread in threads)


def browser(group: str) -> Client:
    client = Client()
    person = factories.staff(group)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def save(statement: Statement, group: str = "Editor", **fields: Any) -> Ask:
    """A save of the form as it is now."""
    client = browser(group)
    rows = [
        {
            "id": one.pk, "statement": statement.pk, "source": one.source_id,
            "capture": one.capture_id or "", "is_primary": "on",
        }
        for one in statement.citations.all()
    ]  # fmt: skip
    form = statement_form(
        speaker=statement.speaker_id, citations=rows, kept=(len(rows), 0, 0),
        **{"text": statement.text, "version": statement.version, "state": statement.status,
           **fields},
    )  # fmt: skip
    return lambda: client.post(url(CHANGE, statement.pk), form)


def publish(statement: Statement) -> Ask:
    """A reviewer's decision on what is to be read now."""
    client = browser("Reviewer")
    form = {"version": statement.version, "state": statement.status, "_publish": "1"}
    return lambda: client.post(url(REVIEW, statement.pk), form)


def submitted(**fields: Any) -> Statement:
    return workflow.submit(record=factories.draft(**fields), by=None)


def stored(statement: Statement) -> Statement:
    return Statement.objects.get(pk=statement.pk)


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
    inside, go_on = threading.Event(), threading.Event()
    append = book._append

    def halted(happened: Any) -> None:
        append(happened)
        if threading.current_thread() is one and not inside.is_set():
            inside.set()  # the entry is written, and not committed
            assert go_on.wait(PATIENCE)

    monkeypatch.setattr(book, "_append", halted)
    one, two = Asked(entered(factories.topic())), Asked(entered(factories.topic()))
    one.start()
    while not inside.wait(0.05):
        assert one.is_alive(), one.failure or "it never came as far"
    two.start()
    while not somebody_waits():
        assert two.is_alive(), "it did not wait for the first"
    go_on.set()
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
