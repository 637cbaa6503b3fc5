import pytest

from sources.articles import Person, read
from sources.reading.cast import Somebody
from sources.reading.relatives import introduced, named_owner, owner_and_kin, related
from tests.sources.sentences import sentence

ROSTER = (Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f"), Person("Sok Vuthy", (), "m"))
OLD, YOUNG = Somebody(("old",), "Old", "m"), Somebody(("young",), "Young", "f")


def speaker(text: str) -> str | None:
    return read(text, ROSTER).quotes[-1].speaker


def test_the_noun_says_who_is_whose() -> None:
    known = [(OLD, "daughter", YOUNG)]
    assert related(OLD, "daughter", known) is YOUNG
    assert related(YOUNG, "father", known) is OLD
    for noun in ("son", "wife", "father"):
        assert related(OLD, noun, known) is None
    assert related(YOUNG, "mother", known) is None


def test_a_sentence_introduces_somebody_by_their_kin() -> None:
    found = sentence("Sok Dara and his wife, Lim Thida, came.")
    ((owner, noun, who),) = introduced(found)
    assert (noun, who.name) == ("wife", "Lim Thida")
    husband = named_owner(found, owner)
    assert husband is not None
    assert husband.name == "Sok Dara"


def test_only_his_and_her_ask_for_kin() -> None:
    assert owner_and_kin(sentence("Her only son said no."), 0) == ("f", "son")
    assert owner_and_kin(sentence("The only son said no."), 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sok Dara is tired.\n\nHis son, Sok Vuthy, works. Vuthy left. His father", "Sok Dara"),
        ("Sok Vuthy and his father, Sok Dara, came. Vuthy left. His father", "Sok Dara"),
        ("Lim Thida’s husband, Sok Dara, came. Thida left. Her husband", "Sok Dara"),
        ("Sok Dara’s wife, Lim Thida, came. Dara left. His wife", "Lim Thida"),
        ("Sok Dara is tired. His father", None),
        ("Sok Dara’s son, Sok Vuthy, works. Lim Thida left. Her son", None),
    ],
)
def test_kin_who_were_introduced_are_known_again(text: str, name: str | None) -> None:
    pronoun = "she" if name == "Lim Thida" else "he"
    assert speaker(f"{text} agreed. “I missed a lot,” {pronoun} said.") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sok Dara gave the keys to his son. Sok Vuthy won. His father, 67,", "Sok Dara"),
        ("Sok Dara ran the shop. It went to his son. Sok Vuthy won. His father", "Sok Dara"),
        ("Sok Dara gave the keys to his wife. Sok Vuthy won. His father", None),
        ("Sok Dara gave the keys to Sok Vuthy. Vuthy won. His father", None),
        ("Sok Dara, 67, has a son. He met minister Sok Rith. Sok Vuthy won. His father", None),
    ],
)
def test_kin_of_one_family_name_are_known_when_the_article_spoke_of_them(
    text: str, name: str | None
) -> None:
    assert speaker(f"{text} agreed. “I missed a lot,” he said.") == name
