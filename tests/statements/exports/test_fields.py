from collections.abc import Iterator

from statements.exports.fields import Field, row, rows

FIELDS = [Field("id", lambda record: record, "Number."), Field("double", lambda n: 2 * n, "Twice.")]


def test_a_record_is_read_by_the_names_of_its_columns() -> None:
    assert row(FIELDS, 3) == {"id": 3, "double": 6}


def test_no_record_is_read_before_it_is_asked_for() -> None:
    def records() -> Iterator[int]:
        yield 1
        raise AssertionError("read too soon")

    assert next(rows(FIELDS, records())) == {"id": 1, "double": 2}
