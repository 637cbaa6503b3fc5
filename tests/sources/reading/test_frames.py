import pytest

from tests.sources.sentences import sentence


@pytest.mark.parametrize(
    ("text", "lemma", "kind"),
    [
        ("Sok Dara said no.", "say", "name"),
        ("According to Sok Dara, no.", "according", "name"),
        ("“No,” said the minister.", "say", "office"),
        ("She went on to say: “No.”", "continue", "pronoun"),
        ("Sok Dara was quoted as saying “no”.", "say", "name"),
        ("The agency quoted Sok Dara as saying “no”.", "quote", "name"),
        ("“No,” he laughed.", "say", "pronoun"),
    ],
)
def test_a_report_is_a_verb_with_its_subject(text: str, lemma: str, kind: str) -> None:
    frame = sentence(text).frames[0]
    assert (frame.lemma, frame.subject.kind) == (lemma, kind)


@pytest.mark.parametrize(
    "text", ["The report was long.", "Their claims were read.", "He wants to say no.", "Call me."]
)
def test_nouns_and_infinitives_report_nothing(text: str) -> None:
    assert not [frame for frame in sentence(text).frames if frame.subject.kind == "name"]


def test_the_sentence_has_a_subject_of_its_own() -> None:
    main = sentence("On Monday Sok Dara met Lim Thida, saying “no”.").main
    assert main is not None
    assert main.mention is not None
    assert main.mention.who is not None
    assert main.mention.who.name == "Sok Dara"


def test_a_verb_with_its_particle_reports() -> None:
    assert [frame.lemma for frame in sentence("“No,” Sok Dara shot back.").frames] == ["reply"]
    assert not sentence("Sok Dara shot a bird.").frames


def test_words_that_somebody_reports_are_told_by_the_reporter() -> None:
    frames = sentence("Lim Thida said that Sok Dara’s words were “a cruel joke”.").frames
    assert [frame.lemma for frame in frames] == ["say"]


@pytest.mark.parametrize(
    "text",
    [
        "“No,” grinned Sok Dara.",
        "“No!” Sok Dara beamed.",
        "Sok Dara chuckled: “No.”",
        "“No,” chimed in Sok Dara.",
        "Sok Dara was heard to mutter “no”.",
        "Sok Dara, a farmer, calls it “no”.",
        "Sok Dara put the risk at “no”.",
    ],
)
def test_verbs_beside_a_quotation_report(text: str) -> None:
    (frame,) = sentence(text).frames
    assert frame.subject.mention is not None


@pytest.mark.parametrize(
    "text",
    ["Sok Dara smiled.", "Sok Dara laughed at “No Return”.", "Sok Dara refused to say “no”."],
)
def test_verbs_of_manner_away_from_a_quotation_report_nothing(text: str) -> None:
    assert sentence(text).frames == []


@pytest.mark.parametrize(
    "text",
    [
        "“No,” was Sok Dara’s verdict.",
        "“No,” came Sok Dara’s reply.",
        "“No,” was the answer of Sok Dara.",
        "“No,” read a statement by Sok Dara.",
        "“No,” is how Sok Dara puts it.",
        "The boats must stay, says Sok Dara.",
        "For Sok Dara, the ruling is “unjust and late”.",
        "Sok Dara has been left “gutted”.",
        "Sok Dara is calling it “unjust”.",
    ],
)
def test_what_stands_around_the_quotation_may_say_whose_it_is(text: str) -> None:
    assert [frame.subject.mention is not None for frame in sentence(text).frames] == [True]


def test_a_reply_of_his_lawyer_is_not_his() -> None:
    (frame,) = sentence("“No,” was the reply of his lawyer.").frames
    assert frame.subject.kind == "other"


def test_a_verb_for_several_has_not_one_for_its_subject() -> None:
    (frame,) = sentence("Sok Dara is back in a show that critics are calling “bold”.").frames
    assert frame.subject.kind == "other"


def test_a_banner_speaks_for_itself_and_a_letter_calls_something_by_name() -> None:
    (frame,) = sentence("Sok Dara stood beside a banner saying “we stay”.").frames
    assert frame.subject.kind == "other"
    (frame,) = sentence("The inspector’s letter, sent in May, calls it “beyond repair”.").frames
    assert (frame.lemma, frame.subject.kind) == ("call", "other")


def test_a_group_calls_something_what_it_is() -> None:
    found = sentence("It cost a lot, which the opposition calls “a bonfire of money”.")
    assert [frame.lemma for frame in found.frames] == ["call"]
