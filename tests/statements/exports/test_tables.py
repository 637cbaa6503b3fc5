import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.exports.fields import Field, Table, in_columns
from statements.exports.tables import BOM, csv_blocks, csv_lines, csv_response, line

FIELDS = [Field("id", lambda row: row[0], ""), Field("text", lambda row: row[1], "")]


def test_a_spreadsheet_reads_what_was_written() -> None:
    texts = ["plain", 'with "quotes"', "a, b", "two\nlines", "two\r\nlines", "ខ្មែរ", "=1+1"]
    response = csv_response(
        name="x", fields=FIELDS, tables=[in_columns(FIELDS, list(enumerate(texts)))]
    )
    read = list(csv.reader(io.StringIO(response.getvalue().decode(), newline=""), strict=True))
    assert read[0] == ["id", "text"]
    assert [text for _, text in read[1:]] == [*texts[:-1], "'=1+1"]


def test_lines_end_as_rfc_4180_has_it() -> None:
    assert list(csv_lines(FIELDS, [(1, "a")])) == ["id,text\r\n", "1,a\r\n"]


def test_a_byte_order_mark_stands_in_front_if_asked_for() -> None:
    lines = list(csv_lines(FIELDS, [], bom=True))
    assert lines == [f"{BOM}id,text\r\n"]


def test_the_first_column_is_the_id() -> None:
    with pytest.raises(ValueError, match="id"):
        csv_lines(FIELDS[::-1], [])


def test_many_lines_at_a_time_are_the_same_lines() -> None:
    records = [(1, "a"), (2, 'b, "c"'), (3, "=1")]
    whole = "".join(csv_lines(FIELDS, records))
    assert list(csv_blocks(FIELDS, [])) == ["id,text\r\n"]
    for size in (1, 2, 3):
        cut = [in_columns(FIELDS, records[n : n + size]) for n in range(0, 3, size)]
        assert "".join(csv_blocks(FIELDS, cut)) == whole


def test_a_table_without_rows_makes_no_line() -> None:
    assert list(csv_blocks(FIELDS, [[[], []]])) == ["id,text\r\n", ""]


def test_lines_are_made_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statements.exports.tables.TOGETHER", 2)
    read = iter([(number, "a") for number in range(5)])
    lines = csv_lines(FIELDS, read)
    assert [next(lines), next(lines)] == ["id,text\r\n", "0,a\r\n"]
    assert next(read) == (2, "a")


def test_no_row_is_made_before_it_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statements.exports.files.PART", 1)
    made = 0

    def tables() -> Iterator[Table]:
        nonlocal made
        for number in range(1_000):
            made += 1
            yield [[number], ["a"]]

    parts = iter(csv_response(name="x", fields=FIELDS, tables=tables()))
    next(parts), next(parts), next(parts)
    assert made == 2


@given(st.lists(st.one_of(st.text(), st.text(alphabet="\",\r\n a'")), min_size=2, max_size=6))
def test_a_line_is_what_the_library_would_write(texts: list[str]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerow(texts)
    assert line(texts) == written.getvalue()
