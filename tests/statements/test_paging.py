import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.models import Statement
from statements.paging import MAX_ID, Cursor, page_by_date, page_by_rank
from tests import factories
from tests.kept import kept

DATES = st.dates(min_value=datetime.date(1000, 1, 1))


@given(latest=DATES, earliest=DATES, pk=st.integers(0, MAX_ID))
def test_a_cursor_reads_back_as_it_was_written(
    latest: datetime.date, earliest: datetime.date, pk: int
) -> None:
    cursor = Cursor(latest, earliest, pk)
    assert Cursor.parse(str(cursor)) == cursor


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "2022-01-01", "2022-01-01_2022-01-01", "2022-01-01_2022-01-01_x",
        "2022-01-01_2022-01-01_-1", "2022-13-01_2022-01-01_1", "0000-01-01_0000-01-01_1",
        "2022-01-01_2022-01-01_1_2", f"2022-01-01_2022-01-01_{10**20}", "2022-01-01_2022-01-01_²",
    ],
)  # fmt: skip
def test_anything_else_is_no_cursor(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        Cursor.parse(text)


@pytest.fixture
def register(db: None) -> list[int]:
    return seven()


@kept
def seven() -> list[int]:
    """Numbers of seven statements, the newest first, of which three share a day."""
    days = ["2022", "2022-08-12", "2022-08-12", "2022-08-12", "2022-08", "2014-06", "2005-01-01"]
    made = [factories.published(said_on=day) for day in days]
    newest_first = [made[0], made[4], made[3], made[2], made[1], made[5], made[6]]
    return [statement.pk for statement in newest_first]


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
def test_pages_there_and_back_show_each_statement_once(
    register: list[int], newest_first: bool, size: int
) -> None:
    everything = Statement.objects.published()
    expected = register if newest_first else register[::-1]

    page = page_by_date(everything, newest_first=newest_first, size=size)
    assert page.before is None
    there = [page]
    while page.after:
        page = page_by_date(everything, newest_first=newest_first, size=size, after=page.after)
        there.append(page)
    assert [row.pk for page in there for row in page.statements] == expected

    back = [row.pk for row in page.statements]
    while page.before:
        page = page_by_date(everything, newest_first=newest_first, size=size, before=page.before)
        back = [row.pk for row in page.statements] + back
    assert back == expected


def test_a_statement_added_before_the_cursor_moves_nothing(register: list[int]) -> None:
    everything = Statement.objects.published()
    first = page_by_date(everything, newest_first=True, size=3)
    factories.published(said_on="2024-12-12")
    second = page_by_date(everything, newest_first=True, size=3, after=first.after)
    assert [row.pk for row in second.statements] == register[3:6]


def test_a_ranked_list_is_paged_by_place(register: list[int]) -> None:
    ranked = register[::2] + register[1::2]
    first = page_by_rank(ranked, size=4)
    second = page_by_rank(ranked, size=4, after=first.after)
    assert [row.pk for row in [*first.statements, *second.statements]] == ranked
    assert second.after is None
    again = page_by_rank(ranked, size=4, before=second.before)
    assert [row.pk for row in again.statements] == ranked[:4]


def test_a_cursor_that_left_the_ranked_list_ends_it(register: list[int]) -> None:
    day = datetime.date(2022, 1, 1)
    page = page_by_rank(register, size=4, after=Cursor(day, day, 10**9))
    assert page.statements == []
