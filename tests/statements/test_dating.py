"""The date that is proposed for a statement, and where it is said to come from."""

import pytest

from sources.dates import PartialDate
from sources.reading.datelines import dates
from statements.dating import Dating, dating


def proposed(text: str, published: str | None = None) -> tuple[str, str, str]:
    """For what stands at the end of the text: the date, its basis, and the printed weekday."""
    day = PartialDate.parse(published) if published else None
    found = dating(len(text), dates(text, [(0, len(text))]), day)
    return str(found.said_on or ""), found.basis, found.weekday


def test_a_printed_date_is_stated() -> None:
    assert proposed("She spoke on 12 August 2022 there.") == ("2022-08-12", "stated", "")


def test_a_year_taken_from_the_article_is_inferred() -> None:
    text = "She spoke on August 12. The list of 2022 was new."
    assert proposed(text) == ("2022-08-12", "inferred", "")


def test_an_occasion_with_its_weekday_goes_before_the_dateline() -> None:
    text = "HANOI, Dec. 13 – He spoke on Thursday (Dec. 12) in 2024."
    assert proposed(text) == ("2024-12-12", "inferred", "Thursday")


def test_the_dateline_goes_before_other_dates() -> None:
    text = "HANOI, Dec. 13 – A report of 12 September 2024 was read."
    assert proposed(text)[0] == "2024-12-13"


@pytest.mark.parametrize(
    ("text", "published", "said_on"),
    [
        ("She spoke on August 12.", "2022-08-14", "2022-08-12"),
        ("She spoke on December 30.", "2023-01-02", "2022-12-30"),
        ("She spoke on Monday (March 4).", "2024-03-05", "2024-03-04"),
        ("She spoke on Thursday.", "2022-08-13", "2022-08-11"),
        ("She spoke on Saturday.", "2022-08-13", "2022-08-13"),
    ],
)
def test_what_lacks_a_year_is_the_last_such_day_before_publication(
    text: str, published: str, said_on: str
) -> None:
    assert proposed(text, published)[:2] == (said_on, "inferred")


def test_nothing_after_the_publication_is_proposed() -> None:
    text = "The hall opens on 1 May 2025."
    assert proposed(text, "2024-03-05") == ("2024-03-05", "publication", "")


def test_a_month_is_no_date_of_a_statement_while_a_day_of_publication_is_known() -> None:
    assert proposed("It is in the report of July 2022.", "2022-08-14")[0] == "2022-08-14"


def test_a_weekday_that_fits_no_year_proposes_nothing() -> None:
    assert proposed("She spoke on Sunday (March 4), 2024.") == ("", "stated", "")


def test_without_any_date_the_day_of_publication_is_proposed() -> None:
    assert proposed("She spoke.", "2022-08") == ("2022-08", "publication", "")
    assert dating(0, [], None) == Dating()
