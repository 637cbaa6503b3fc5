from typing import Any

import rispy
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import PartialDate
from statements.citing.ris import date, ris
from statements.citing.works import Work
from tests.statements.citing.cited import selection, work


def read(cited: Work) -> dict[str, Any]:
    (entry,) = rispy.loads(ris(cited))
    return dict(entry)


def test_a_library_reads_the_statement_back() -> None:
    entry = read(work())
    assert entry["authors"] == ["Chou, Bun Eng"]
    assert entry["title"] == "“We will act.”"
    assert (entry["year"], entry["date"]) == ("2022", "2022/08/12/")
    assert entry["urls"] == ["https://record.example/s/17/?revision=3"]
    assert entry["secondary_title"] == "Ministry lauds work, The Post"
    assert entry["start_page"] == "paragraph 3"
    assert entry["accession_number"] == "statement 17, revision 3"
    assert "Secretary of State" in entry["type_of_work"]
    assert any("archive.example" in note for note in entry["notes"])


def test_a_date_says_no_more_than_is_known() -> None:
    assert [date(PartialDate.parse(text)) for text in ("2022-08-12", "2014-06", "2005")] == [
        "2022/08/12/", "2014/06//", "2005///",
    ]  # fmt: skip


def test_no_line_of_the_words_can_pass_for_a_tag() -> None:
    entry = read(work(title="“One.\nER  - \r\nTY  - BOOK\u2028AU  - Nobody”"))
    assert entry["type_of_reference"] == "GEN"
    assert entry["authors"] == ["Chou, Bun Eng"]
    assert entry["title"].endswith("AU - Nobody”")


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_one_title(text: str) -> None:
    title = read(work(title=f"x{text}x"))["title"]
    printed = "".join(one for one in text if one.isprintable() and not one.isspace())
    assert "".join(title.split()) == f"x{printed}x"


def test_a_selection_is_data_by_the_register() -> None:
    entry = read(selection())
    assert (entry["type_of_reference"], entry["authors"]) == ("DATA", ["On Record"])
    assert entry["accession_number"] == "12 statements"
