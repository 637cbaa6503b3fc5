import pytest

from sources.articles import Person, read
from sources.reading.disputing import disputed
from tests.sources.sentences import sentence

ROSTER = (Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f"))


def test_a_report_that_takes_up_a_claim_is_told_from_one_that_makes_it() -> None:
    found = sentence("They spoke of “a cartel”, a claim Sok Dara denied.")
    assert disputed(found, found.pieces[0], found.frames[-1])
    found = sentence("It was “a cartel”, a statement said.")
    assert not disputed(found, found.pieces[0], found.frames[-1])


@pytest.mark.parametrize(
    "rest",
    [
        ", a claim Sok Dara rejected.",
        ", a claim that Mr Sok rejected.",
        ", a charge denied by Sok Dara.",
        ", allegations Sok Dara disputes.",
        ", an allegation the minister, Sok Dara, rejected.",
        ", an estimate disputed by Sok Dara, who was tired.",
        ", something Sok Dara called wrong.",
        " — a description Sok Dara said was unfair.",
        ", which Sok Dara denied.",
    ],
)
def test_who_rejects_it_did_not_say_it(rest: str) -> None:
    for saying in ("Lim Thida spoke of", "She accused the firm of"):
        text = f"Lim Thida left. {saying} “a cartel of three families”{rest}"
        assert [quote.speaker for quote in read(text, ROSTER).quotes] == ["Lim Thida"]
    text = f"The report spoke of “a cartel of three families”{rest}"
    assert [quote.speaker for quote in read(text, ROSTER).quotes] == [None]


def test_what_the_other_said_of_it_is_theirs() -> None:
    text = "Lim Thida spoke of “a cartel of three”, a claim Sok Dara rejected as “pure nonsense”."
    assert [quote.speaker for quote in read(text, ROSTER).quotes] == ["Lim Thida", "Sok Dara"]


def test_a_clause_in_between_does_not_hide_who_speaks() -> None:
    text = "It was “a cartel of three families”, {}Sok Dara, said."
    for office in ("the minister, ", "one minister, "):
        assert [quote.speaker for quote in read(text.format(office), ROSTER).quotes] == ["Sok Dara"]
