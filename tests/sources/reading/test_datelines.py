import pytest

from sources.reading.datelines import Day, dates


def found(text: str) -> list[Day]:
    return dates(text, [(0, len(text))])


@pytest.mark.parametrize(
    ("text", "iso", "basis"),
    [
        ("on 12 September 2024.", "2024-09-12", "printed"),
        ("on Sept. 12, 2024.", "2024-09-12", "printed"),
        ("on 2024-09-12.", "2024-09-12", "printed"),
        ("in July 2022.", "2022-07", "printed"),
        ("on August 12.", None, "unknown"),
        ("on August 12. The report of 2022 says so.", "2022-08-12", "article"),
        ("on August 12. By 2030 it will end. In 2021 it began.", "2021-08-12", "article"),
        ("on Thursday (Dec. 12). In 2024 it rose.", "2024-12-12", "weekday"),
        ("on Thursday, December 12. From 2019 to 2023 it rose.", "2019-12-12", "weekday"),
        ("on Friday, December 12. In 2024 it rose.", None, "conflict"),
        ("on Friday, 12 December 2024.", "2024-12-12", "conflict"),
        ("on Thursday.", None, "weekday only"),
        ("on February 30, 2024.", None, "unknown"),
    ],
)
def test_a_date_gets_the_year_it_most_likely_lies_in(
    text: str, iso: str | None, basis: str
) -> None:
    day = found(text)[0]
    assert (day.iso, day.basis) == (iso, basis)
    assert text[day.start : day.end] == day.text


def test_the_weekday_is_kept() -> None:
    day = found("on Thursday (Dec. 12) in 2024")[0]
    assert (day.text, day.weekday) == ("Thursday (Dec. 12)", "thursday")


def test_the_dateline_is_marked() -> None:
    text = "Phnom Penh (FN), Dec. 12 – It rained on Dec. 11."
    assert [day.dateline for day in found(text)] == [True, False]


def test_ordinals_of_other_things_are_no_dates() -> None:
    assert found("the 12th National Day, 12 people and May rain") == []
