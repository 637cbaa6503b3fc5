import pytest

from sources.articles import Person, read
from sources.reading.newcomers import behaves, plies_a_trade

ROSTER = (Person("Sok Dara", (), "m"),)


def test_only_people_sit_or_have_a_mother() -> None:
    for words in ("sat by his mother", "had been waiting for a bus", "lost two of his children"):
        assert behaves(words.split())
    for words in ("lost its case", "was sold to his rival", "", "in 1990"):
        assert not behaves(words.split())


def test_a_trade_between_commas_tells_a_person() -> None:
    for words in (", a noodle seller , said", ", a scribe , wept", ", a weaver from Yala"):
        assert plies_a_trade(words.split())
    for words in (", a tyre maker , said", ", a village in the hills , is", "said a dyer ,", ", a"):
        assert not plies_a_trade(words.split())


@pytest.mark.parametrize(
    "text",
    [
        "At the ward, Joseph Rotich sat beside his mother.",
        "Outside, Joseph Rotich was waiting for a bus.",
        "Joseph Rotich has lost his house.",
        "Joseph Rotich, a noodle seller, came too.",
    ],
)
def test_a_pronoun_is_that_of_the_newcomer(text: str) -> None:
    found = read(f"Sok Dara spoke. {text} “We were told to go,” he said.", ROSTER).quotes
    assert [quote.speaker for quote in found] == [None]


def test_a_place_or_a_firm_takes_no_pronoun() -> None:
    for text in ("Hong Kong lost its case.", "Golden Lotus has sued."):
        found = read(f"Sok Dara spoke. {text} “We were told to go,” he said.", ROSTER).quotes
        assert [quote.speaker for quote in found] == ["Sok Dara"]
