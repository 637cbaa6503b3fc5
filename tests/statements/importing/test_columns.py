"""What a column holds, however a spreadsheet has written it."""

from types import SimpleNamespace

from statements.exports.statements import STATEMENTS
from statements.importing.columns import (
    COLUMNS,
    KNOWN,
    WRITABLE,
    Column,
    even,
    parts,
    shown,
    texts,
)


def holds(value: object, given: object, name: str = "text") -> bool:
    record = SimpleNamespace(value=value)
    return Column(name, lambda one: one.value).holds(record, given)  # type: ignore[arg-type]


def test_the_columns_are_those_of_the_export() -> None:
    assert list(COLUMNS) == [field.name for field in STATEMENTS.fields("")]
    assert set(WRITABLE) <= set(COLUMNS)
    assert {*KNOWN} - {*COLUMNS} == {"note"}
    assert not COLUMNS["verifications"].is_writable
    assert COLUMNS["text"].is_writable


def test_only_ends_of_lines_and_outer_blanks_do_not_count() -> None:
    assert holds("a\r\nb\r", "a\nb")
    assert holds(None, "")
    assert holds("a\0b", "a␀b")
    assert not holds("a b", "a  b")
    assert not holds("A", "a")


def test_lists() -> None:
    assert holds(["a", "b"], "a | b", "topics")
    assert holds(["a", 2], ["a", "2"], "topics")
    assert holds([], [], "topics")
    assert holds([""], "", "excerpts")
    assert not holds(["", "a"], "a", "excerpts")


def test_addresses_of_the_same_page_on_another_site() -> None:
    assert holds("/s/1/", "https://register.example/s/1/", "url")
    assert not holds("/s/1/", "https://register.example/s/2/", "url")


def test_texts_and_parts() -> None:
    assert (texts(None), texts(""), texts("a"), texts([1, None])) == ([], [], ["a"], ["1", ""])
    assert (parts(""), parts("a | b"), parts(["c"])) == ([], ["a", "b"], ["c"])
    assert (shown([True, "a\r"]), even("a\r\nb")) == ("true | a\n", "a\nb")
