"""Migrations: complete, named, schema and data apart, and a way back."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db.migrations import Migration, RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).parents[1]
APPS = ("sources", "statements")
# Makes what each engine needs for searching: schema that Django has no operation for, so it is
# written by hand, in functions that ask which engine it is.
SCHEMA_BY_HAND = {"0004_search_index"}


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


def manage(database: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{database}"}
    return subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "manage.py", *command],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_way_back_leads_to_an_empty_database_and_forth_again(tmp_path: Path) -> None:
    database = tmp_path / "scratch.sqlite3"
    steps = [["migrate"], ["migrate", "statements", "zero"], ["migrate", "sources", "zero"],
             ["migrate"]]  # fmt: skip
    for step in steps:
        done = manage(database, *step, "--verbosity", "0")
        assert done.returncode == 0, (step, done.stderr)
    assert manage(database, "migrate", "--check").returncode == 0


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
