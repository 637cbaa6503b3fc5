"""Migrations: complete, named, schema and data apart, and a way back."""

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.db.migrations import Migration, RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader

from sources.migrations._history_indexes import drop_indexes_of_histories
from statements.postings import worker
from tests import factories

without_engine_search = import_module("statements.migrations.0010_without_engine_search")
ROOT = Path(__file__).parents[1]
APPS = ("sources", "statements")
# Make what an engine needs for searching: schema that Django has no operation for, so it is
# written by hand, in functions that ask which engine it is.
SCHEMA_BY_HAND = {
    "0002_newest_sources", "0003_newest_sources_of_outlets", "0004_search_index",
    "0012_content_begins", "0014_search_entry_whole",
}  # fmt: skip


def migrations() -> list[tuple[str, Migration]]:
    loaded = MigrationLoader(None).disk_migrations
    return [(name, made) for (app, name), made in sorted(loaded.items()) if app in APPS]


def data_operations(migration: Migration) -> list[object]:
    return [one for one in migration.operations if isinstance(one, RunPython | RunSQL)]


@pytest.mark.django_db
def test_the_models_need_no_further_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_are_named_after_what_they_do() -> None:
    for name, _migration in migrations():
        assert re.fullmatch(r"\d{4}_(?!auto)[a-z_]+", name), name


def test_schema_and_data_are_changed_apart() -> None:
    for name, migration in migrations():
        data = data_operations(migration)
        assert len(data) in {0, len(migration.operations)}, name


def test_every_change_of_data_has_a_way_back() -> None:
    for name, migration in migrations():
        for operation in migration.operations:
            assert operation.reversible, name


def test_only_the_search_index_is_schema_written_by_hand() -> None:
    """Whatever else runs Python writes records, never tables."""
    for name, migration in migrations():
        code = Path(sys.modules[migration.__module__].__file__ or "").read_text("utf-8")
        by_hand = "CREATE " in code or "ALTER " in code
        assert by_hand == (name in SCHEMA_BY_HAND), name


def run(code: str, folder: Path) -> str:
    """What a program prints that works on a database of its own and must succeed."""
    done = subprocess.run(  # noqa: S603  # our own commands
        [sys.executable, "-c", code],
        env={
            "PATH": os.environ["PATH"],
            "DATABASE_URL": f"sqlite:///{folder / 'scratch.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        },
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- From the engines' own search to postings, and back, and back to nothing ---

# A register that was filled before there were postings goes all ways, once: each takes seconds.
WAYS = """
import gc
gc.disable()  # models by the thousand, which are all thrown away at the end
import django
django.setup()
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from sources.models import Source
from statements.models import ContentChange, Statement
from statements.postings import worker
from tests import factories

call_command("migrate", "statements", "0009_ledger", verbosity=0)
draft = factories.draft("We will act.")
Statement.objects.filter(pk=draft.pk).update(status="published", published_at=timezone.now())
call_command("migrate", verbosity=0)
print(ContentChange.objects.filter(rebuilt=True).count(), worker.current())
call_command("reindex", verbosity=0)
print(ContentChange.objects.filter(rebuilt=True).count(), list(worker.current().all) == [draft.pk])
call_command("migrate", "statements", "0009_ledger", verbosity=0)
sought = "SELECT rowid FROM statements_searchentry_fts WHERE tokens MATCH 'act'"
print(connection.cursor().execute(sought).fetchall() == [(draft.pk,)])
for words in ["statements zero", "sources zero"]:
    call_command("migrate", *words.split(), verbosity=0)
own = [name for name in connection.introspection.table_names() if name.startswith(("st", "so"))]
print(own, Group.objects.count())
call_command("migrate", "sources", verbosity=0)
print(Source.objects.count())
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the ways print, in the order in which they are gone."""
    printed = run(WAYS, tmp_path_factory.mktemp("ways")).splitlines()
    return [line for line in printed if "Indexed" not in line]


def test_an_older_register_is_answered_by_sql_until_it_is_indexed_anew(told: list[str]) -> None:
    assert told[:3] == ["0 None", "1 True", "True"]


def test_the_way_back_leads_to_an_empty_database_and_forth_again(told: list[str]) -> None:
    assert told[3:] == ["[] 0", "0"]


@pytest.mark.django_db
def test_a_new_register_is_ready_at_once() -> None:
    worker.forget()
    assert worker.current() is not None


@pytest.mark.django_db
def test_the_way_back_makes_the_search_of_the_engine_again() -> None:
    statement = factories.published("We will act.")
    schema = SimpleNamespace(connection=connection)
    with connection.cursor() as cursor:
        schema.execute = cursor.execute
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the table may not be altered
        without_engine_search.before.make(None, schema)
        cursor.execute(SOUGHT[connection.vendor])
        assert cursor.fetchall() == [(statement.pk,)]
        without_engine_search.before.forget(None, schema)


SOUGHT = {
    "sqlite": "SELECT rowid FROM statements_searchentry_fts WHERE tokens MATCH 'act'",
    "postgresql": "SELECT statement_id FROM statements_searchentry"
    " WHERE vector @@ to_tsquery('simple', 'act')",
}


# --- Histories, which once had an index on all that a record points to ---

HISTORY = "statements_historicalcitation"


def indexed() -> list[str]:
    """The single columns of the history of citations that have an index."""
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, HISTORY).values()
    return sorted({*[one["columns"][0] for one in known if one["index"]]})


@pytest.mark.django_db
def test_an_older_register_has_the_same_indexes_as_a_new_one() -> None:
    before = indexed()
    assert before == ["history_date", "history_user_id", "id"]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE INDEX older ON {HISTORY} (source_id)")
        assert "source_id" in indexed()
        schema: Any = SimpleNamespace(
            connection=connection, execute=cursor.execute, quote_name=connection.ops.quote_name
        )
        drop_indexes_of_histories("statements", apps, schema)
    assert indexed() == before


# --- The groups, which a migration makes ---


@pytest.fixture
def may(db: None) -> dict[str, set[str]]:
    return {
        group.name: {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.all()}
        for group in Group.objects.prefetch_related("permissions__content_type")
    }


def test_there_are_four_groups_and_each_may_more_than_the_one_before(
    may: dict[str, set[str]],
) -> None:
    assert may["Contributor"] < may["Editor"] < may["Reviewer"] < may["Admin"]
    assert len(may) == 4


def test_contributors_enter_records_and_remove_only_parts_of_them(
    may: dict[str, set[str]],
) -> None:
    assert {"statements.add_statement", "sources.add_source"} <= may["Contributor"]
    removed = {one.split(".delete_")[1] for one in may["Contributor"] if ".delete_" in one}
    assert removed <= {"alias", "citation", "evidence", "figure", "role"}


def test_only_reviewers_publish(may: dict[str, set[str]]) -> None:
    assert not [one for one in may["Editor"] if ".publish_" in one]
    assert {"statements.publish_statement", "sources.publish_source"} <= may["Reviewer"]


def test_only_admins_manage_people_and_vocabulary(may: dict[str, set[str]]) -> None:
    theirs = {"auth.add_user", "auth.change_user", "statements.change_stance"}
    assert theirs <= may["Admin"]
    assert not theirs & may["Reviewer"]


def test_nobody_may_change_what_a_group_may(may: dict[str, set[str]]) -> None:
    assert not may["Admin"] & {"auth.add_group", "auth.change_group", "auth.change_permission"}
