import pytest

from sources.articles import Person, read

ROSTER = (Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f"))


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text, ROSTER).quotes]


@pytest.mark.parametrize(
    ("title", "noun"),
    [
        ("Portreeve Sok Dara", "portreeve"),
        ("Village reeve Sok Dara", "reeve"),
        ("Complainant Maulana Sok Dara", "complainant"),
        ("Reeve of Weald Dr Sok Dara", "reeve"),
        ("Sok Dara, the reeve of Weald,", "reeve"),
        ("Sok Dara, 61, a goatherdess,", "goatherdess"),
        ("The area reeve, Sok Dara,", "reeve"),
    ],
)
def test_a_title_that_no_list_holds_is_learnt_beside_the_name(title: str, noun: str) -> None:
    text = f"{title} opened the fair. Lim Thida came too.\n\n“It is dry,” the {noun} said."
    assert speakers(text) == ["Sok Dara"]


@pytest.mark.parametrize(
    ("title", "initials"),
    [
        ("Water Principal Secretary Sok Dara", "PS"),
        ("Deputy Inspector General of Police Sok Dara", "DIG"),
        ("Sok Dara, managing director of the mill,", "MD"),
        ("Sok Dara, vice-chancellor of the college,", "VC"),
        ("DIG Sok Dara", "DIG"),
    ],
)
def test_initials_stand_for_a_title(title: str, initials: str) -> None:
    text = f"{title} spoke. Lim Thida came too.\n\n“It is dry,” the {initials} said."
    assert speakers(text) == ["Sok Dara"]


@pytest.mark.parametrize(
    "text",
    [
        "A portreeve met Sok Dara. “It is dry,” the portreeve said.",
        "Portreeve Kong Vuthy met portreeve Sok Dara. “It is dry,” the portreeve said.",
        "At the factory Sok Dara rested. “We are closed,” the factory said.",
        "Sok Dara, the ministry said, was ill. “He rests,” the ministry said.",
    ],
)
def test_a_title_of_others_or_of_a_place_is_not_learnt(text: str) -> None:
    assert speakers(text) == [None]


def test_a_title_that_belongs_to_the_name_is_learnt_too() -> None:
    people = (Person("Sheikh Omar Farid", (), "m"),)
    text = "“Yes,” Sheikh Omar Farid said. Lim Thida left.\n\n“No,” the sheikh added."
    assert [one.speaker for one in read(text, people).quotes] == ["Sheikh Omar Farid"] * 2
