import pytest

from sources.articles import Person, read
from sources.reading.cataphora import spoken_by
from tests.sources.sentences import sentence

ROSTER = (Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f"))
LEAD = "The government dismissed the survey as “a bedtime story”."


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text, ROSTER).quotes]


SENTENCES = [
    "The comments came from Sok Dara, the spokesman.",
    "The remarks, posted on Sunday, came from the spokesman, Sok Dara.",
    "The expression was first used by Sok Dara on the radio.",
    "Sok Dara, the spokesman, made the remarks at a market.",
    "The words were those of Sok Dara.",
    "The words were Sok Dara’s.",
    "That was the verdict of Sok Dara.",
    "So said Sok Dara.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_words_of_no_person_are_given_their_speaker_afterwards(text: str) -> None:
    assert speakers(f"{LEAD}\n\n{text}") == ["Sok Dara"]
    assert speakers(f"{LEAD} {text}") == ["Sok Dara"]


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize(
    "lead",
    [
        "A farmer dismissed the survey as “a bedtime story”.",
        "The survey called the road “a bedtime story”.",
        f"{LEAD}\n\nIt rained.",
    ],
)
def test_words_of_others_are_left_to_them(lead: str, text: str) -> None:
    assert speakers(f"{lead}\n\n{text}") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The comments came after Sok Dara left.",
        "The comments were condemned by Sok Dara.",
        "Sok Dara made the claim that it rained.",
        "The boats came from Sok Dara.",
    ],
)
def test_other_sentences_tell_of_no_speaker(text: str) -> None:
    assert spoken_by(sentence(text)) is None
    assert speakers(f"{LEAD}\n\n{text}") == [None]
