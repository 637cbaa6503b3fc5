"""Files as spreadsheets and programs write them."""

from typing import Any

import pytest

from statements.importing.table import FileError, Row, decoded, is_json, rows, unknown

KNOWN = ["id", "text", "topics"]


def read(text: str) -> list[Row]:
    return list(rows(text, is_json=text.startswith("{"), known=KNOWN))


def cells(text: str) -> list[dict[str, Any]]:
    return [row.cells for row in read(text)]


def faults(text: str) -> list[str]:
    return [str(fault) for row in read(text) for fault in row.faults]


class TestCsv:
    def test_any_delimiter_end_of_line_and_mark(self) -> None:
        wanted = [{"id": "1", "text": "One,\ntwo; “three”"}]
        for delimiter in ",;\t":
            for end in ("\r\n", "\n", "\r"):
                for before in ("", "\ufeff", f"sep={delimiter}\n"):
                    text = f'{before}id{delimiter}text{end}1{delimiter}"One,\ntwo; “three”"{end}'
                    assert cells(text) == wanted

    def test_what_was_neutralised_is_as_it_was(self) -> None:
        assert cells("id,text\n1,'=1+1\n2,''@x\n3,-5\n4,'tis\n") == [
            {"id": "1", "text": "=1+1"},
            {"id": "2", "text": "'@x"},
            {"id": "3", "text": "-5"},
            {"id": "4", "text": "'tis"},
        ]

    def test_rows_are_counted_as_a_spreadsheet_counts_them(self) -> None:
        text = 'ID, Text \n1,"a\nb"\n,\n\n2,c\n'
        assert [(row.number, row.cells["id"]) for row in read(text)] == [(2, "1"), (5, "2")]

    def test_a_row_of_another_length_is_named(self) -> None:
        assert faults("id,text\n1,a,b\n") == ["row 2: It has 3 cells, and the head has 2."]

    def test_what_is_no_table_is_refused(self) -> None:
        for text in ('id,text\n1,"open', 'id,text\n1,"a"b\n', f"id,text\n1,{'x' * 200_001}\n"):
            with pytest.raises(FileError, match="Row 2"):
                read(text)
        for text, said in (("ids\n1", "“id”"), ("id,id\n1,2", "twice"), ("id,\n1,2", "no name")):
            with pytest.raises(FileError, match=said):
                read(text)

    def test_what_cannot_be_kept_is_named(self) -> None:
        assert faults("id,text\n1,a\0b\n") == [
            "row 2, text: It holds a character that cannot be kept."
        ]


class TestJsonLines:
    def test_values_and_lists_are_texts(self) -> None:
        assert cells('{"id": 1, "text": null, "topics": ["a", 2]}\n\n{"text": "=1"}') == [
            {"id": "1", "text": "", "topics": ["a", "2"]},
            {"text": "=1"},
        ]

    def test_what_is_wrong_is_named_by_line(self) -> None:
        text = '{"id": 1}\n[1]\n{"id": \n{"texts": ""}\n{"topics": [[1]]}\n{"text": "\\ud800"}'
        assert faults(text) == [
            "row 2: This is no JSON object.",
            "row 3: This is no JSON object.",
            "row 4, texts: There is no column “texts”. Did you mean “text”?",
            "row 5, topics: This is neither a text nor a list of texts.",
            "row 6, text: It holds a character that cannot be kept.",
        ]


def test_texts_of_other_encodings() -> None:
    assert decoded("\ufeffid;ក".encode()) == "id;ក"
    assert decoded("id;ក".encode("utf-16")) == "id;ក"
    with pytest.raises(FileError, match="Line 2"):
        decoded("id\né".encode("latin-1"))
    with pytest.raises(FileError, match="Line 1"):
        decoded(b"\xff\xfeab\x00\xd8")


def test_the_name_says_what_is_json() -> None:
    assert [is_json(name) for name in ("A.JSONL", "a.ndjson", "a.csv", "jsonl")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_each_unknown_column_is_named_once() -> None:
    assert unknown(["id", "x", "x"], KNOWN) == ["There is no column “x”."]
