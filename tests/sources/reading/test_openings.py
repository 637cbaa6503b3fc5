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
