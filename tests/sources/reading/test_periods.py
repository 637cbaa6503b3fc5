import pytest

from sources.reading.periods import periods


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("in the first half of 2024", "2024-01/2024-06"),
        ("in the second half of last year", "2023-07/2023-12"),
        ("in the third quarter of 2023", "2023-07/2023-09"),
        ("in the first nine months of 2022", "2022-01/2022-09"),
        ("between January and September 2022", "2022-01/2022-09"),
        ("in July 2022", "2022-07"),
        ("2021 saw", "2021"),
        ("this year", "2024"),
        ("last year", "2023"),
        ("the previous year", None),
    ],
)
def test_a_period_is_read_in_the_light_of_the_article(text: str, iso: str | None) -> None:
    assert [one.iso for one in periods(text, 0, len(text), [2024])] == [iso]


def test_the_previous_year_is_that_before_the_one_named() -> None:
    text = "2021 saw more than the previous year"
    assert [one.iso for one in periods(text, 0, len(text), [2024])] == ["2021", "2020"]
