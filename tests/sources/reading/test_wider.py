from sources.articles import Person, read
from sources.reading.roles import HEADS
from sources.reading.wider import WIDER

ROSTER = (Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f"))


def test_a_wider_noun_is_one_that_stands_for_a_person() -> None:
    assert set(WIDER) <= HEADS


def test_a_wider_noun_means_the_one_whose_office_it_takes_in() -> None:
    text = "Senator Sok Dara met surgeon Lim Thida. It rained.\n\n“Yes,” the {} said."
    for noun, name in (("lawmaker", "Sok Dara"), ("doctor", "Lim Thida"), ("officer", None)):
        assert [one.speaker for one in read(text.format(noun), ROSTER).quotes] == [name]


def test_two_whom_it_takes_in_leave_it_open() -> None:
    text = "Senator Sok Dara met senator Lim Thida. “Yes,” the lawmaker said."
    assert [one.speaker for one in read(text, ROSTER).quotes] == [None]
