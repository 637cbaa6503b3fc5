from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import PartialDate
from statements.citing.bibtex import bibtex, escaped
from statements.citing.names import Name
from statements.citing.works import Work
from statements.shortening import one_line
from tests.statements.citing.cited import HOSTILE, selection, unescaped, work


def read(cited: Work) -> Entry:
    library = parse_string(bibtex(cited))
    assert not library.failed_blocks
    (entry,) = library.entries
    return entry


def value(entry: Entry, name: str) -> str:
    return str(entry.fields_dict[name].value)


def test_a_library_reads_the_statement_back() -> None:
    entry = read(work())
    assert (entry.entry_type, entry.key) == ("misc", "on-record-17-3")
    assert value(entry, "author") == "Chou, Bun Eng"
    assert value(entry, "title") == "{“We will act.”}"
    assert [value(entry, name) for name in ("year", "month", "day")] == ["2022", "aug", "12"]
    assert value(entry, "url") == "https://record.example/s/17/?revision=3"
    assert value(entry, "urldate") == "2026-11-22"
    note = value(entry, "note")
    for part in ("Secretary of State", "The Post", "paragraph 3", "archive.example"):
        assert part in note


def test_a_date_says_no_more_than_is_known() -> None:
    month = read(work(said_on=PartialDate.parse("2014-06"))).fields_dict
    assert (month["year"].value, month["month"].value, "day" in month) == ("2014", "jun", False)
    year = read(work(said_on=PartialDate.parse("2005"))).fields_dict
    assert (year["year"].value, "month" in year, "day" in year) == ("2005", False, False)


def test_a_name_of_one_piece_is_not_taken_apart() -> None:
    entry = read(work(author=Name("Ministry of Interior and Labour")))
    assert value(entry, "author") == "{Ministry of Interior and Labour}"


def test_hostile_words_stay_words() -> None:
    title = value(read(work(title=HOSTILE)), "title")
    assert unescaped(title.removeprefix("{").removesuffix("}")) == HOSTILE


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_is_read_back(text: str) -> None:
    expected = "".join(one for one in one_line(text) if one.isprintable())
    title = value(read(work(title=f"x{text}x")), "title")
    # What is not printed is left out between blanks, which are made one before.
    assert "".join(unescaped(title[1:-1]).split()) == "".join(f"x{expected}x".split())
    assert escaped(text).count("{") == escaped(text).count("}")


def test_a_selection_is_by_the_register() -> None:
    entry = read(selection())
    assert value(entry, "author") == "{On Record}"
    assert value(entry, "howpublished") == "On Record, 12 statements"
    assert "year" not in entry.fields_dict
