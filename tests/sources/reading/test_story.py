import pytest

from sources.articles import Person, read

ROSTER = (Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f"))


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text, ROSTER).quotes]


def test_a_pronoun_looks_back_to_the_nearest_subject() -> None:
    assert speakers("Lim Thida met Sok Dara. “Yes,” she said. “No,” he said.") == [
        "Lim Thida",
        "Sok Dara",
    ]


def test_an_office_held_by_two_is_nobody() -> None:
    text = "Minister Sok Dara met minister Lim Thida. “Yes,” the minister said."
    assert speakers(text) == [None]


def test_an_office_named_further_down_is_known_in_the_lead() -> None:
    text = "“Yes,” the works minister said.\n\nLim Thida, the works minister, left. It rained."
    assert speakers(text) == ["Lim Thida"]


def test_a_new_office_means_the_one_just_spoken_of() -> None:
    assert speakers("Sok Dara left early. “Yes,” the customs chief said.") == ["Sok Dara"]
    assert speakers("Sok Dara left early. “Yes,” the shop’s owner said.") == [None]


def test_somebody_unnamed_who_is_the_last_subject_is_meant() -> None:
    before = "Lim Thida met Sok Dara. "
    for unnamed in ("The camp’s owner", "Her sister", "Sok Dara’s wife", "The victim’s mother"):
        assert speakers(f"{before}{unnamed} was angry. “Yes,” she said.") == [None]


def test_a_pronoun_in_a_sentence_about_somebody_unnamed_is_theirs() -> None:
    text = "Lim Thida left. A woman shouted: “Go home!” She then added: “And stay there!”"
    assert speakers(text) == [None, None]


def test_an_epithet_may_follow_an_office() -> None:
    text = "Owner Sok Dara came. “Yes,” the retired roofer said."
    assert speakers(text) == ["Sok Dara"]
    assert speakers(text.replace("Owner", "A retired roofer met owner")) == [None]


@pytest.mark.parametrize("noun", ["champion", "groom", "older man", "34-year-old", "father-of-two"])
def test_a_noun_for_anybody_means_the_one_spoken_of(noun: str) -> None:
    for said in (f"the {noun} said", f"said the {noun}", f"grinned the {noun}"):
        assert speakers(f"Minister Sok Dara sat down.\n\n“Yes,” {said}.") == ["Sok Dara"]


@pytest.mark.parametrize(
    "noun", ["bride", "woman", "mother-of-two", "source", "company", "witness"]
)
def test_a_noun_that_does_not_fit_means_nobody(noun: str) -> None:
    assert speakers(f"Sok Dara sat down. “Yes,” the {noun} said.") == [None]


def test_somebody_brought_in_unnamed_is_meant_by_the_noun() -> None:
    for noun in ("man", "boy", "champion"):
        assert speakers(f"A {noun} sat there. Sok Dara left. “Yes,” the {noun} said.") == [None]


def test_the_gender_of_the_noun_tells_two_apart() -> None:
    text = "Sok Dara married Lim Thida. “Yes,” the bride said. “Yes,” the groom said."
    assert speakers(text) == ["Lim Thida", "Sok Dara"]


def test_age_tells_two_apart() -> None:
    text = "Sok Dara, 71, and Lim Thida, 34, came. It rained. “Yes,” the 34-year-old said."
    assert speakers(text) == ["Lim Thida"]
    assert speakers(text.replace("the 34", "the 35")) == [None]


def test_a_woman_of_the_lead_is_the_first_one_named_with_an_age() -> None:
    text = "A mum of two called it “a joke”.\n\nLim Thida, 34, fell. “Ow,” the angry mum said."
    assert speakers(text) == ["Lim Thida", "Lim Thida"]
    assert speakers(text.replace(", 34,", "")) == [None, None]


def test_an_office_after_the_one_introduced_by_name_alone_is_theirs() -> None:
    text = "Rafts must stay ashore, says Lim Thida.\n\nThe harbour minister said it was windy."
    assert speakers(f"{text}\n\n“It is windy,” she said.") == ["Lim Thida"]


def test_a_trade_is_that_of_whoever_just_spoke() -> None:
    text = "The group’s leader, Sok Dara, said no. “Never,” the {} said."
    assert speakers(text.format("beekeeper")) == ["Sok Dara"]
    for other in ("prosecutor", "judge", "governor"):
        assert speakers(text.format(other)) == [None]


def test_an_official_who_goes_on_is_the_one_who_spoke() -> None:
    assert speakers("Sok Dara said no. The official added: “Never.”") == ["Sok Dara"]
    assert speakers("An official met Sok Dara, who said no. The official added: “Never.”") == [None]


def test_what_narrows_an_office_may_stand_in_the_article_before_it() -> None:
    text = "The Hawks made arrests. Spokesperson Captain Lim Thida saw it. Sok Dara left.\n\n"
    assert speakers(f"{text}“Yes,” the Hawks spokesperson said.") == ["Lim Thida"]
    assert speakers(f"{text}“Yes,” the Lions spokesperson said.") == [None]


def test_an_office_of_somebody_else_is_not_that_of_the_only_woman() -> None:
    text = "Minister Lim Thida sat down. The Speaker rose. “Order,” she said."
    assert speakers(text) == [None]
