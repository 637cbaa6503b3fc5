from sources.reading.adjacent import reporting_before, touching_after
from tests.sources.sentences import sentence


def test_a_report_touches_the_piece_before_it() -> None:
    for text in ("“No,” Sok Dara said.", "“No”, said he.", "“No,” a tired Sok Dara said."):
        found = sentence(text)
        assert touching_after(found, found.pieces[0])


def test_a_report_further_on_does_not_touch() -> None:
    found = sentence("“No” was the word on every wall, Sok Dara said.")
    assert touching_after(found, found.pieces[0]) is None


def test_the_nearest_report_to_the_left_counts() -> None:
    found = sentence("Sok Dara said Lim Thida called it “no”.")
    frame = reporting_before(found, found.pieces[0])
    assert frame is not None
    assert frame.lemma == "call"


def test_an_adjective_may_stand_before_the_name() -> None:
    found = sentence("“No,” furious Sok Dara said.")
    assert touching_after(found, found.pieces[0]) is not None
