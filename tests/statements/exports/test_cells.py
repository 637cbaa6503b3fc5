import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import PartialDate
from statements.exports.cells import EDGE, NUL, cell, column, neutralised, original, plain

HARMFUL = [
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "--5",
]


@pytest.mark.parametrize("text", HARMFUL)
def test_what_a_spreadsheet_would_run_is_neutralised(text: str) -> None:
    assert neutralised(text) == f"'{text}"
    assert original(f"'{text}") == text


@pytest.mark.parametrize("text", ["", "We will act.", "-5", "-16.34", "a=b", "“No”", "' =", "'tis"])
def test_what_is_harmless_stays(text: str) -> None:
    assert neutralised(text) == text
    assert original(text) == text


def test_apostrophes_of_the_text_itself_are_not_lost() -> None:
    assert neutralised("'=1") == "''=1"
    assert original("''=1") == "'=1"


def test_nul_is_shown_and_harms_nobody() -> None:
    assert neutralised("\0=1") == "␀=1"


@given(st.text(alphabet="'=+-@\t\r\n＝a5.␀", max_size=8))
def test_every_text_comes_back(text: str) -> None:
    assert original(neutralised(text)) == text


@given(st.text(max_size=8))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    made = neutralised(text)
    assert NUL not in made
    assert made[:1] not in set("=+@\t\r\n＝＋－＠")
    assert not made.startswith("-") or float(made) < 0 or float(made) == 0


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "true"), (False, "false"), (0, "0"), (-5, "-5"),
     (Decimal("1577.0000"), "1577"), (Decimal(100), "100"), (Decimal("-16.3400"), "-16.34"),
     (datetime.date(2022, 8, 12), "2022-08-12"), (PartialDate.parse("2014-06"), "2014-06"),
     (["a", None, "b"], "a |  | b"), ([], "")],
)  # fmt: skip
def test_a_value_reads_alike_in_every_language(value: object, text: str) -> None:
    assert plain(value) == text


def test_several_values_are_neutralised_as_one_cell() -> None:
    assert cell(["=1", "=2"]) == "'=1 | =2"


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.integers(),
            st.text(max_size=4),
            st.text(alphabet=f"'=-5\t\n＠a\0{EDGE}", max_size=4),
            st.lists(st.sampled_from(["", "a", "=1", None, 5]), max_size=3),
        ),
        max_size=6,
    )
)
def test_a_column_holds_what_its_cells_would_by_themselves(values: list[object]) -> None:
    assert column(values) == [cell(value) for value in values]


@pytest.mark.parametrize(
    "values", [["a", ""], ["a", None], [1, "a"], [None, None], [True, 0, "=1"], [["a"], "b"], []]
)
def test_columns_of_one_type_and_of_several_read_alike(values: list[object]) -> None:
    assert column(values) == [cell(value) for value in values]
