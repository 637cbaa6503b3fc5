import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from statements.corpus import schema
from statements.models import LedgerEntry
from tests.statements.database_copy import Settings, in_place

pytestmark = pytest.mark.django_db


def described() -> list[tuple[object, ...]]:
    """Every index and constraint as the database gives it."""
    commands = {
        "sqlite": ["SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"],
        "postgresql": [
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()",
            """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = current_schema()::regnamespace""",
            """SELECT relname, reloptions FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relname = ANY(
                ARRAY['statements_statement', 'statements_ledgerentry']
            )""",
        ],
    }
    found: list[tuple[object, ...]] = []
    with connection.cursor() as cursor:
        for command in commands[connection.vendor]:
            cursor.execute(command)
            found += sorted(cursor.fetchall(), key=repr)
    return found


def test_a_corpus_leaves_the_schema_as_it_was(empty: Settings, filled: Settings, db: None) -> None:
    with in_place(empty):
        before = described()
    with in_place(filled):
        assert described() == before


@pytest.mark.parametrize("at_once", [0, 2])
@pytest.mark.usefixtures("fresh")
def test_what_is_dropped_is_made_again_exactly(at_once: int) -> None:
    before = described()
    with transaction.atomic():
        schema.begin(["statements_statement", "statements_ledgerentry", "statements_searchentry"])
    assert schema.is_unfinished()
    assert len(described()) < len(before)
    assert (cleans_up("statements_statement"), cleans_up("statements_topic")) == (False, True)
    assert not cleans_up("statements_searchentry")  # which has another setting of its own
    schema.restore(at_once)
    schema.finish()
    assert not schema.is_unfinished()
    assert described() == before


def cleans_up(table: str) -> bool:
    """Whether PostgreSQL cleans a table up by itself; on SQLite there is nobody who would."""
    if connection.vendor == "sqlite":
        return table == "statements_topic"
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE oid = %s::regclass", [table])
        return "autovacuum_enabled=off" not in (cursor.fetchone()[0] or [])


@pytest.mark.parametrize("at_once", [0, 2])
@pytest.mark.usefixtures("fresh")
def test_what_was_broken_off_goes_on(at_once: int) -> None:
    before = described()
    schema.begin(["statements_statement", "statements_ledgerentry"])
    number = changed("SET command = command")
    assert changed("SET command = command || '?' WHERE place = 5") == 1
    with pytest.raises(DatabaseError):
        schema.restore(at_once)
    assert schema.is_unfinished()
    assert 0 < changed("SET command = rtrim(command, '?')") < number
    schema.restore(at_once)
    schema.finish()
    assert described() == before


def changed(change: str) -> int:
    """How many of the commands to come were changed."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {schema.KEPT} {change}")
        return int(cursor.rowcount)


@transaction.atomic
def begin_and_fail() -> None:
    schema.begin(["statements_statement"])
    LedgerEntry.objects.bulk_create([LedgerEntry(number=1, action="published")])


@pytest.mark.usefixtures("fresh")
def test_nothing_is_dropped_where_the_transaction_fails() -> None:
    before = described()
    with pytest.raises(IntegrityError):
        begin_and_fail()
    assert described() == before
    assert not schema.is_unfinished()


@pytest.mark.usefixtures("fresh")
def test_without_tables_it_is_only_noted_that_rows_are_to_come() -> None:
    before = described()
    schema.begin([])
    assert schema.is_unfinished()
    assert len(described()) == len(before) + (connection.vendor == "sqlite")
    schema.restore()
    schema.finish()
    assert described() == before
