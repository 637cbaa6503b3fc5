"""Processes that publish at the same time, or are killed at it, on a copy of the test database."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings

from statements.models import Statement
from statements.postings.checking import disagreements
from tests import factories
from tests.statements.database_copy import (  # noqa: F401  # fixtures
    _at_work_on_the_copy,
    copied,
)
from tests.statements.importing.test_killed import environment  # noqa: F401  # a fixture
from tests.statements.postings.asking import fresh, known

# The copy is made before a test is inside its transaction.
pytestmark = [pytest.mark.usefixtures("copied"), pytest.mark.django_db]

BEGIN = """
import os, sys, django
django.setup()
from statements import workflow
from statements.models import Statement
def publish(pk):
    workflow.publish(record=Statement.objects.get(pk=pk), by=None)
def tell(word):
    os.write(1, f"{word}\\n".encode())  # in one piece: others write to the same pipe
"""
# It waits for a word, publishes one after the other, and tells each that is committed.
PUBLISHING = """
tell("ready")
sys.stdin.readline()
for pk in sys.argv[1:]:
    publish(pk)
    tell(pk)
"""
# It stops where all is written of the last one, and nothing is committed.
STUCK = """
*first, last = sys.argv[1:]
for pk in first:
    publish(pk)
def stop(**_):
    tell("inside")
    sys.stdin.readline()
workflow.book.enter = stop
publish(last)
"""

Environment = dict[str, str]


@contextlib.contextmanager
def process(
    environment: Environment,  # noqa: F811
    code: str,
    statements: list[Statement],
    stdout: int = subprocess.PIPE,
) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", BEGIN + code, *(str(one.pk) for one in statements)]
    with subprocess.Popen(  # noqa: S603  # our own program
        command, cwd=settings.BASE_DIR, env=environment, text=True,
        stdin=subprocess.PIPE, stdout=stdout,
    ) as started:  # fmt: skip
        yield started


def drafts(count: int) -> list[Statement]:
    """Drafts of the same speaker and source, so that publishing them touches the same rows."""
    speaker, source = factories.speaker(), factories.source()
    return [factories.draft(f"Number {n}", speaker=speaker, cite=source) for n in range(count)]


def test_a_third_follows_two_who_publish_at_once(environment: Environment) -> None:  # noqa: F811
    made = drafts(20)
    third, reading, writing = fresh(), *os.pipe()
    with (
        process(environment, PUBLISHING, made[:10], writing) as one,
        process(environment, PUBLISHING, made[10:], writing) as other,
        open(reading, encoding="utf-8") as told,  # noqa: PTH123  # the end of a pipe
    ):
        os.close(writing)
        assert [told.readline(), told.readline()] == ["ready\n"] * 2
        for started in (one, other):
            assert started.stdin
            started.stdin.write("go\n")
            started.stdin.flush()
        for line in told:  # whatever is committed is in the next answer
            third.refresh()
            assert int(line) in third.all
    assert (one.returncode, other.returncode) == (0, 0)
    assert set(third.all) == {statement.pk for statement in made}
    assert known(third) == known(fresh())
    assert list(disagreements()) == []


def test_who_is_killed_amid_publishing_leaves_the_counts_as_they_were(
    environment: Environment,  # noqa: F811
) -> None:
    before = set(fresh().all)
    made = drafts(3)
    with process(environment, STUCK, made[:2]) as killed:
        assert killed.stdout
        assert killed.stdout.readline() == "inside\n"
        killed.send_signal(signal.SIGKILL)
    assert killed.returncode == -signal.SIGKILL
    worker = fresh()
    assert set(worker.all) == {*before, made[0].pk}
    assert list(disagreements()) == []
    with process(environment, PUBLISHING, made[1:]) as again:
        again.communicate("go\n")
    assert again.returncode == 0
    worker.refresh()
    assert set(worker.all) == {*before, *(statement.pk for statement in made)}
    assert known(worker) == known(fresh())
    assert list(disagreements()) == []
