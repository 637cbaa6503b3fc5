import hashlib
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from django.conf import settings as project
from django.db import models

from statements.corpus import loading, schema
from statements.corpus.loading import NotForCorpusError
from statements.corpus.plan import Plan
from statements.ledger.proof import faults
from statements.models import LedgerEntry, SearchEntry, Speaker, Statement
from statements.postings.checking import disagreements
from tests import factories
from tests.statements.corpus.conftest import SEED, SIZE, address
from tests.statements.database_copy import Settings, in_place

pytestmark = pytest.mark.django_db
Run = Callable[..., int]
#: Dies by itself when two batches are there.
CHILD = """
import os, signal
import django
django.setup()
from statements.corpus import loading
loading.FEW = 0
def progress(label, done, total):
    if (label, done) == ("statements", 2_000):
        os.kill(os.getpid(), signal.SIGKILL)
loading.load(statements={size}, seed={seed}, progress=progress)
"""


def told() -> dict[str, str]:
    """A digest of every table."""
    found: list[type[models.Model]] = [*loading._numbered(), LedgerEntry, SearchEntry]
    return {model._meta.label: digest(model) for model in found}


def digest(model: type[models.Model]) -> str:
    names = [one.attname for one in model._meta.concrete_fields]
    rows = model._default_manager.order_by("pk").values_list(*names)
    return hashlib.sha256("\n".join(map(repr, rows)).encode()).hexdigest()


@pytest.mark.usefixtures("corpus")
def test_all_statements_are_there_with_ids_in_a_row() -> None:
    ids = Statement.objects.order_by("pk").values_list("pk", flat=True)
    assert list(ids) == list(range(1, SIZE + 1))


@pytest.mark.usefixtures("corpus")
def test_ids_ascend_with_the_time_of_entry() -> None:
    entered = Statement.objects.order_by("pk").values_list("created_at", flat=True)
    assert list(entered) == sorted(entered)


@pytest.mark.usefixtures("corpus")
def test_a_finished_corpus_is_left_as_it_is(run: Run) -> None:
    assert run() == 0


@pytest.mark.usefixtures("corpus")
def test_another_corpus_is_refused_even_by_force(run: Run) -> None:
    with pytest.raises(NotForCorpusError, match="another corpus: corpus of 2100, seed 7"):
        run(seed=SEED + 1, force=True)


def test_a_run_that_was_killed_goes_on_to_the_same_end(
    fresh: Settings, filled: Settings, run: Run
) -> None:
    with in_place(filled):
        whole = told()
    environment = {**os.environ, "DATABASE_URL": address(fresh)}
    script = CHILD.format(size=SIZE, seed=SEED)
    command = [sys.executable, "-c", script]
    ended = subprocess.run(command, cwd=project.BASE_DIR, env=environment, check=False)  # noqa: S603
    assert ended.returncode == -9
    assert Statement.objects.count() == 2_000
    assert schema.is_unfinished()
    assert run() == SIZE - 2_000
    assert told() == whole
    assert list(disagreements()) == []


@pytest.mark.usefixtures("fresh")
def test_a_database_with_other_records_is_refused(run: Run) -> None:
    factories.speaker()
    with pytest.raises(NotForCorpusError, match="no corpus's"):
        run()
    assert Speaker.objects.count() == 1


@pytest.mark.usefixtures("fresh")
def test_by_force_a_corpus_stands_behind_what_is_there(run: Run) -> None:
    own = factories.published()
    assert run(statements=30, force=True) == 30
    assert Statement.objects.count() == 31
    assert Statement.objects.filter(pk__gt=own.pk).count() == 30
    assert list(disagreements()) == []
    assert list(faults()) == []
    assert run(statements=30, force=True) == 0


@pytest.mark.usefixtures("fresh")
def test_editors_can_go_on_after_a_corpus(run: Run) -> None:
    run(statements=30)
    own = factories.published()
    assert own.pk == 31
    assert list(disagreements()) == []
    assert list(faults()) == []


@pytest.mark.usefixtures("fresh")
def test_it_tells_how_far_it_is(run: Run) -> None:
    seen: list[tuple[str, int, int]] = []
    run(statements=30, progress=lambda *told: seen.append(told))
    assert ("statements", 30, 30) in seen
    assert seen[-1] == ("indexes", 1, 1)


def test_the_reason_is_the_one_that_is_looked_for() -> None:
    assert Plan(1, 1).reason.startswith(loading.REASON)
