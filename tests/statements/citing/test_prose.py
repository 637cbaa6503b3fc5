import pytest

from sources.dates import PartialDate
from statements.citing.names import Name
from statements.citing.prose import american, apa, chicago, plain
from tests.statements.citing.cited import original, selection, work


def test_plain() -> None:
    assert plain(work()) == (
        "Chou Bun Eng, Secretary of State, “We will act.” (12 August 2022). In “Ministry lauds "
        "work”, The Post, August 2022, paragraph 3, https://post.example/a (archived: 2022-08-13, "
        "https://archive.example/a). On Record, statement 17, revision 3, "
        "https://record.example/s/17/?revision=3, read on 22 November 2026."
    )


def test_apa() -> None:
    assert apa(work()) == (
        "Chou, B. E. (2022, August 12). “We will act.” [Quotation; Secretary of State]. In "
        "“Ministry lauds work”. The Post, August 2022, paragraph 3. https://post.example/a. "
        "Archived 2022-08-13, https://archive.example/a. On Record (statement 17, revision 3). "
        "https://record.example/s/17/?revision=3"
    )


def test_chicago() -> None:
    assert chicago(work()) == (
        "Chou Bun Eng (Secretary of State). “We will act.” August 12, 2022. In “Ministry lauds "
        "work,” The Post, August 2022, paragraph 3. https://post.example/a. Archived 2022-08-13, "
        "https://archive.example/a. On Record, statement 17, revision 3. Accessed November 22, "
        "2026. https://record.example/s/17/?revision=3."
    )


def test_words_without_a_full_stop_get_one_inside_the_marks() -> None:
    assert "“We will act.” August" in chicago(work(title="“We will act”"))


@pytest.mark.parametrize("style", [plain, apa, chicago])
def test_a_selection_is_cited_with_count_and_day(style: object) -> None:
    text = style(selection())  # type: ignore[operator]
    for part in ("On Record", "Statements; Topic: Prevention", "12 statements", "2026"):
        assert part in text
    assert "https://record.example/statements/?topic=prevention" in text


def test_a_name_that_cannot_be_taken_apart_stays_whole() -> None:
    assert apa(work(author=Name("Antony Blinken"))).startswith("Antony Blinken. (2022")


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2022-08-12", "August 12, 2022"), ("2014-06", "June 2014"), ("2005", "2005")],
)
def test_a_date_says_no_more_than_is_known(date: str, expected: str) -> None:
    assert american(PartialDate.parse(date)) == expected
    assert "(2014, June)." in apa(work(said_on=PartialDate.parse("2014-06")))
    assert "(2005)." in apa(work(said_on=PartialDate.parse("2005")))


@pytest.mark.parametrize("style", [plain, apa, chicago])
def test_what_is_not_known_leaves_no_gap(style: object) -> None:
    bare = original(title="", locator="", url="", published_on=None, archive_url="")
    text = style(work(role="", originals=(bare,)))  # type: ignore[operator]
    assert "The Post" in text
    for gap in ("  ", ", ,", "()", "“”", " .", "..", "None"):
        assert gap not in text
