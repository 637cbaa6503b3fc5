import pytest
from django.db import DatabaseError, connection

from statements.corpus.engines import Postgres, Sqlite, engine, move_sequences
from statements.models import Indicator

pytestmark = pytest.mark.django_db


def test_each_vendor_has_its_engine() -> None:
    assert isinstance(engine("postgresql"), Postgres)
    assert isinstance(engine("sqlite"), Sqlite)


def test_copy_is_given_tabs_and_backslashes_escaped() -> None:
    packed = Postgres().packed([(1, None, "a\tb\\c\nd", True)])
    assert packed == b"1\t\\N\ta\\tb\\\\c\\nd\tTrue\n"


def test_copy_is_given_a_column_of_nothing_as_such() -> None:
    assert Postgres().packed([(1, None, None), (2, "None", None)]) == b"1\t\\N\t\\N\n2\tNone\t\\N\n"
    assert Postgres().packed([]) == b""


def test_rows_come_out_as_they_were_written() -> None:
    to = engine(connection.vendor)
    columns = ["id", "code", "label", "unit", "definition"]
    rows = [(5, "a", "A \\ B", "cases", ""), (6, "b", "ខ", "cases", "two\nlines\tand a tab")]
    to.write("statements_indicator", columns, to.packed(rows))
    assert list(Indicator.objects.order_by("pk").values_list(*columns)) == rows


def test_ids_go_on_after_those_that_were_written() -> None:
    Indicator(pk=700, code="a", label="A", unit="a").save()
    move_sequences([Indicator])
    assert Indicator.objects.create(code="b", label="B", unit="b").pk == 701


@pytest.mark.usefixtures("fresh")
def test_haste_ends_with_its_block() -> None:
    question = {
        "sqlite": ["PRAGMA synchronous", "PRAGMA cache_size", "PRAGMA journal_mode"],
        "postgresql": ["SHOW maintenance_work_mem"],
    }[connection.vendor]

    before = [asked(one) for one in question]
    with engine(connection.vendor).hurry():
        assert not set(map(asked, question)) & set(before)
    assert [asked(one) for one in question] == before


@pytest.mark.usefixtures("fresh")
def test_haste_goes_without_a_journal_of_its_own_where_others_read() -> None:
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM statements_indicator")
        with engine(connection.vendor).hurry():
            Indicator.objects.create(code="b", label="B", unit="b")
        with other.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM statements_indicator")
            assert cursor.fetchone() == (1,)
        if connection.vendor == "sqlite":
            assert asked("PRAGMA journal_mode") == ("wal",)
    finally:
        other.close()


def asked(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()


@pytest.mark.parametrize("at_once", [0, 2])
@pytest.mark.usefixtures("fresh")
def test_commands_of_a_table_run_in_their_order_and_together(at_once: int) -> None:
    Indicator.objects.create(code="b", label="B", unit="b")
    name = Indicator._meta.db_table
    commands = [f"UPDATE {name} SET label = label || '{sign}'" for sign in "abc"]  # noqa: S608
    with pytest.raises(DatabaseError):
        engine(connection.vendor).run(
            {name: [commands[:1], commands[1:2], [commands[2], "none"]]}, at_once
        )
    assert Indicator.objects.get().label == "Bab"
