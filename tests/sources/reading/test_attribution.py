import pytest

from sources.articles import Person, read

ROSTER = (Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f"))


def rules(text: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.rule) for quote in read(text, ROSTER).quotes]


def test_the_rule_that_decided_is_named() -> None:
    assert rules("“Yes,” Sok Dara said. “No.”") == [
        ("Sok Dara", "after, name"),
        ("Sok Dara", "goes on"),
    ]
    assert rules("Sok Dara was tired. “Yes, I am.”") == [("Sok Dara", "sentence before")]


def test_a_paragraph_of_nothing_but_a_quotation_goes_on() -> None:
    text = "“Yes,” Sok Dara said.\n\n“Yes, we are.”"
    assert rules(text)[-1] == ("Sok Dara", "paragraph before")


def test_after_background_it_is_left_open() -> None:
    text = "“Yes,” Sok Dara said.\n\nThe bridge was built in 1996.\n\n“Yes, we are.”"
    assert rules(text)[-1] == (None, "unattributed")


def test_two_speakers_before_leave_it_open() -> None:
    text = "“Yes,” Sok Dara said. “No,” Lim Thida said.\n\n“Yes, we are.”"
    assert rules(text)[-1][0] is None


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    text = "“Yes.\n\n“Yes, we are,” said Lim Thida."
    assert [speaker for speaker, _rule in rules(text)] == ["Lim Thida", "Lim Thida"]


def test_anonymity_is_kept() -> None:
    text = "Sok Dara was there. “Yes,” said an aide who asked not to be named."
    assert rules(text)[-1][0] is None


def test_a_short_question_announces_whose_answer_follows() -> None:
    assert rules("Lim Thida was asked twice. Her answer? “Not now.”")[0][0] == "Lim Thida"


def test_a_statement_that_somebody_reads_out_is_of_whom_it_comes_from() -> None:
    text = "A lawyer read out a statement from Lim Thida: “I did my duty.”"
    assert rules(text)[0][0] == "Lim Thida"


@pytest.mark.parametrize(
    "text",
    [
        "Minister Lim Thida told a packed hall that two crews were cut off.",
        "Its chief executive, Lim Thida, said outside that it would appeal.",
        "The firm argued that it was right. A driver said no. Lim Thida said it would appeal.",
        "The road was bad, said Lim Thida, who lives on it.",
        "Lim Thida said the road was bad. It was built in 1990.",
        "Lim Thida poked holes in the plan, saying the road was bad.",
    ],
)
def test_a_quotation_goes_on_with_whoever_was_reported_last(text: str) -> None:
    assert rules(f"{text}\n\n“We were not asked.”") == [("Lim Thida", "paragraph before")]
    assert rules(f"{text}\n\n“We were not asked.\n\n“Not once.”")[-1][0] == "Lim Thida"


@pytest.mark.parametrize(
    "text",
    [
        "Lim Thida said it was late. The ministry said it was not.",
        "Lim Thida said it was late, but a driver denied it.",
        "Lim Thida said it was late, and Sok Dara agreed that it was.",
        "Lim Thida visited the market, where Sok Dara said that prices had risen.",
        "Lim Thida left when Sok Dara said that prices had risen.",
        "Lim Thida did not say who would pay.",
        "Lim Thida has lived on the road since 1990.",
        "“No,” said Sok Dara. Lim Thida said it was late.",
    ],
)
def test_without_one_last_reporter_it_is_left_open(text: str) -> None:
    assert rules(f"{text}\n\n“We were not asked.”")[-1] == (None, "unattributed")
