import pytest

from sources.articles import Person, read
from sources.reading.cast import Somebody
from sources.reading.kin import by_age

SOK = Person("Sok Dara", (), "m")
VANNA = Person("Sok Vanna", (), "m")


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text, (SOK, VANNA)).quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Sok Dara came with his son, Sok Vanna.",
        "Sok Dara came with his 21-year-old son. Sok Vanna left.",
        "Sok Dara came with Sok Vanna, his son.",
        "Sok Vanna came with his father, Sok Dara.",
        "Sok Vanna’s father, Sok Dara, came.",
    ],
)
def test_the_elder_is_the_father_and_the_younger_the_son(text: str) -> None:
    said = "“Yes,” the elder Sok said. “No,” the younger Sok said."
    assert speakers(f"{text} {said}") == ["Sok Dara", "Sok Vanna"]


def test_without_a_father_nobody_is_the_elder() -> None:
    assert speakers("Sok Dara met Sok Vanna. “Yes,” the elder Sok said.") == [None]


def test_a_son_who_is_not_named_is_nobody() -> None:
    assert speakers("Sok Dara came with his son. “Yes,” the younger Sok said.") == [None]


def test_the_older_of_two_is_told_by_their_ages() -> None:
    old, young = Somebody(("a",), "A", "m"), Somebody(("b",), "B", "m")
    known = [(old, 71), (young, 39)]
    assert by_age(known, {"older"}, "m") is old
    assert by_age(known, {"younger"}, "m") is young
    assert by_age(known, {"39"}, None) is young
    assert by_age(known, {"tall"}, "m") is None
    assert by_age(known[:1], {"older"}, "m") is None


def test_the_elder_of_two_namesakes_is_told_by_their_ages() -> None:
    text = "Sok Dara, 67, and Sok Vanna, 34, came. The {} Mr Sok left. “Yes,” he said."
    assert speakers(text.format("elder")) == ["Sok Dara"]
    assert speakers(text.format("younger")) == ["Sok Vanna"]
    assert speakers(text.format("elder").replace(", 34,", "")) == [None]
