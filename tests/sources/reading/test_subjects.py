import pytest

from sources.reading.subjects import Subject
from tests.sources.sentences import sentence


def before(text: str, verb: str) -> Subject | None:
    found = sentence(text)
    return found.before(next(i for i, token in enumerate(found.tokens) if token.lower == verb))


@pytest.mark.parametrize(
    "text",
    [
        "Sok Dara said no.",
        "Sok Dara has also said no.",
        "Sok Dara on Monday said no.",
        "Sok Dara, the minister of works, said no.",
        "Sok Dara, 45, who lives in Kampot, said no.",
        "Sok Dara of the works ministry said no.",
        "The minister of works, Sok Dara, said no.",
        "Sok Dara, father of Lim Thida, said no.",
        "In a letter to Lim Thida, Sok Dara said no.",
    ],
)
def test_the_subject_is_found_over_what_stands_between(text: str) -> None:
    subject = before(text, "said")
    assert subject is not None
    assert subject.mention is not None
    assert subject.mention.who is not None
    assert subject.mention.who.name == "Sok Dara"


@pytest.mark.parametrize(
    "text",
    [
        "A lawyer for Sok Dara said no.",
        "Sok Dara’s lawyer said no.",
        "Sok Dara and Lim Thida said no.",
        "The ministry said no.",
        "They said no.",
    ],
)
def test_others_are_not_taken_for_the_name_beside_them(text: str) -> None:
    subject = before(text, "said")
    assert subject is not None
    assert subject.kind == "other"


def test_an_office_and_a_pronoun_are_told_from_names() -> None:
    office, pronoun = before("The works minister said no.", "said"), before("She said no.", "said")
    assert office is not None
    assert pronoun is not None
    assert (office.kind, pronoun.kind, pronoun.gender) == ("office", "pronoun", "f")


def test_a_report_is_nobody() -> None:
    for text in ("A report by the auditor said no.", "A panel of judges said no."):
        main = sentence(text).main
        assert main is not None
        assert not main.person


def test_the_name_before_who_is_the_one_who_speaks() -> None:
    subject = before("It was denied by Sok Dara, who said no.", "said")
    assert subject is not None
    assert subject.kind == "name"
