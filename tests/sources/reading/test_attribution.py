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
