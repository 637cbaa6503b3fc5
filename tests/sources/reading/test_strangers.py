from sources.reading.roles import PERSON_NOUNS
from sources.reading.strangers import ASKING, FORMER, RELATED, RELATIVES, TELLING, UNNAMED


def test_a_bare_man_or_mother_may_be_named_but_a_witness_is_not() -> None:
    assert {"witness", "resident", "victim"} <= UNNAMED
    assert not {"man", "woman", "mother"} & UNNAMED


def test_an_interviewer_stands_beside_the_one_spoken_of() -> None:
    assert "interviewer" in ASKING & RELATED
    assert {"father", "son", "widow"} <= RELATIVES <= PERSON_NOUNS


def test_an_office_that_several_have_held_is_no_trade() -> None:
    assert {"minister", "mayor"} <= FORMER
    assert not TELLING & FORMER
