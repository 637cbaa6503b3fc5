import pytest

from tests.sources.sentences import sentence


@pytest.mark.parametrize(
    "text",
    [
        "One of the women left.",
        "Sok Dara’s wife left.",
        "Mina, who sells fish, left.",
        "Her sister left.",
        "A farmer left.",
    ],
)
def test_somebody_unnamed_opens_the_sentence(text: str) -> None:
    subject = sentence(text).opening()
    assert subject is not None
    assert (subject.kind, subject.person) == ("other", True)


@pytest.mark.parametrize("text", ["Sok Dara’s wife, Lim Thida, left.", "Lim Thida left."])
def test_a_name_that_is_given_is_the_subject(text: str) -> None:
    subject = sentence(text).opening()
    assert subject is not None
    assert subject.mention is not None
    assert subject.mention.who is not None
    assert subject.mention.who.name == "Lim Thida"


def test_the_owner_of_something_is_an_office() -> None:
    subject = sentence("The camp’s owner left.").opening()
    assert subject is not None
    assert (subject.kind, subject.office and subject.office.owned) == ("office", True)


def test_a_thing_opens_nothing() -> None:
    assert sentence("One of the bridges fell.").opening() is None


@pytest.mark.parametrize(
    "aside",
    ["Asked whether Lim Thida would go", "When Lim Thida sat down", "After Lim Thida spoke"],
)
@pytest.mark.parametrize("subject", ["Sok Dara", "Sok Dara, 71,", "he", "the minister"])
def test_the_subject_stands_behind_a_clause_before_it(aside: str, subject: str) -> None:
    found = sentence(f"{aside}, {subject} smiled.").main
    assert found is not None
    who = found.mention.who.name if found.mention and found.mention.who else found.kind
    assert who == {"he": "pronoun", "the minister": "office"}.get(subject, "Sok Dara")


def test_an_apposition_is_not_taken_for_the_subject_behind_a_clause() -> None:
    found = sentence("As Lim Thida, a farmer, watched, Sok Dara smiled.").opening()
    assert found is not None
    assert found.mention is not None
    assert found.mention.who is not None
    assert found.mention.who.name == "Sok Dara"


def test_an_unknown_first_name_after_a_noun_is_somebody_unnamed() -> None:
    found = sentence("Proud daughter Mina watched.").opening()
    assert found is not None
    assert (found.kind, found.person, found.gender) == ("other", True, "f")


def test_a_noun_before_another_noun_is_nobody() -> None:
    assert sentence("The champion horse fell.").opening() is None
    found = sentence("The champion fell.").opening()
    assert found is not None
    assert found.kind == "office"
