import pytest

from sources.articles import read
from sources.reading.cast import Person, make_cast
from sources.reading.names import mentions
from sources.reading.tokens import tokenize

ROSTER = [Person("Chou Bun Eng", ("Bun Eng",), "f"), Person("Van Thanh", (), "m")]


def named(text: str, *people: Person) -> list[tuple[str, str | None]]:
    tokens = tokenize(text, [(0, len(text))], [])
    found = mentions(tokens, make_cast(people or ROSTER))
    return [
        (" ".join(t.text for t in tokens[one.name : one.end]), one.who.name if one.who else None)
        for one in found
    ]


def test_a_name_is_matched_whole() -> None:
    assert named("Bun Eng met Bun Honn, who spoke.")[0] == ("Bun Eng", "Chou Bun Eng")
    assert dict(named("Bun Eng met Bun Honn, who spoke."))["Bun Honn"] is None
    assert dict(named("Nguyen Van Thanh said no.")) == {"Nguyen Van Thanh": None}
    assert named("The Chou Bun Eng Foundation gave money.") == []


def test_titles_before_a_name_are_not_part_of_it() -> None:
    assert named("Yesterday Deputy Minister Chou Bun Eng spoke.") == [
        ("Chou Bun Eng", "Chou Bun Eng")
    ]


def test_a_shared_short_name_is_nobody() -> None:
    people = (Person("Hun Sara", (), "m"), Person("Hun Mali", (), "m"))
    assert named("Hun Sara met Hun Mali. Hun spoke.", *people)[-1] == ("Hun", None)


def test_particles_belong_to_the_name() -> None:
    assert named("Khaled bin Faisal spoke.", Person("Khaled bin Faisal", (), "m")) == [
        ("Khaled bin Faisal", "Khaled bin Faisal")
    ]


def test_a_name_put_in_after_an_office_is_somebody() -> None:
    text = "Sok Dara left. The leader of the group, Kem Rath, said no. “Never,” he said."
    assert [quote.speaker for quote in read(text, [Person("Sok Dara", (), "m")]).quotes] == [None]


def test_a_tabloid_label_is_no_part_of_a_name() -> None:
    assert named("Mum-of-two Bun Eng left.") == [("Bun Eng", "Chou Bun Eng")]


@pytest.mark.parametrize(
    "before", ["Red-faced", "Mum-of-two", "Delighted", "Cllr", "Premier-designate", "Instructor"]
)
def test_what_describes_somebody_is_no_part_of_the_name(before: str) -> None:
    (quote,) = read(f"{before} Sok Dara said: “Yes.”", [Person("Sok Dara")]).quotes
    assert quote.speaker == "Sok Dara"


def test_another_name_before_a_name_makes_another_person() -> None:
    (quote,) = read("Nguyen Sok Dara said: “Yes.”", [Person("Sok Dara")]).quotes
    assert quote.speaker is None
