"""Requests of editors at the same time, each on a connection of its own."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client

from statements import workflow
from statements.models import Statement
from tests import factories
from tests.statements.admin.conftest import statement_form, url

CHANGE = "statements_statement_change"
REVIEW = "statements_statement_review"
PATIENCE = 60  # seconds after which a request counts as stuck
Ask = Callable[[], Any]
Step = tuple[Any, str]  # a module and the name of a function in it


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


def overtaken(
    monkeypatch: pytest.MonkeyPatch, first: Ask, second: Ask, *, behind: Step = (workflow, "verify")
) -> tuple[Asked, Asked]:
    """The first request is amid its transaction, behind this step of it, when the second comes."""
    inside, go_on = threading.Event(), threading.Event()
    step = getattr(*behind)

    def halted(*given: Any, **named: Any) -> Any:
        done = step(*given, **named)
        if threading.current_thread() is one and not inside.is_set():
            inside.set()
            assert go_on.wait(PATIENCE)
        return done

    monkeypatch.setattr(*behind, halted)
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
