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
