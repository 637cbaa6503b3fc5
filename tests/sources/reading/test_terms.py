import pytest

from sources.articles import Person, read
from sources.reading.pieces import kind_of
from sources.reading.terms import title_case
from tests.sources.sentences import sentence

ROSTER = (Person("Sok Dara", (), "m"), Person("Lim Thida", (), "f"))


def kind(text: str) -> str | None:
    found = sentence(text)
    kinds: dict[int, str | None] = {}
    for index in found.pieces:
        kinds[index] = kind_of(found, index, kinds)
    return kinds[found.pieces[-1]]


def test_a_title_is_told_by_its_capitals() -> None:
    titles = sentence("“Rice and Rain” or “Rice and rain”.")
    first, second = (titles.tokens[index] for index in titles.pieces)
    assert title_case(first)
    assert not title_case(second)


@pytest.mark.parametrize(
    "text",
    [
        "“Yes,” said Lim Thida, whose first novel, “Salt”, won a prize.",
        "“Yes,” said Lim Thida, whose latest book, “The Salt Road”, was read by all.",
        "“Yes,” said Lim Thida, author of the memoir “My river and me”.",
        "“Yes,” said Lim Thida, star of “Mud”.",
        "Lim Thida said the show, “Rivers at night”, would open in June.",
        "Lim Thida told fans her new song, “Blue river,” was out.",
        "Lim Thida said she sang “Blue river” on stage.",
        "Sok Dara told the magazine “Vogue” that he would go.",
    ],
)
def test_the_title_of_a_work_is_not_said(text: str) -> None:
    assert kind(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sok Dara said the book, “a pack of lies from end to end”, should be burnt.",
        "Sok Dara said the book “distorts the history of the river”.",
        "Sok Dara warned that the ministry would show “no leniency at all”.",
        "Sok Dara said the ministry would name “every single thief”.",
        "Sok Dara told the Sunday newspaper, “We stay”.",
        "“The book,” said Sok Dara, “is good.”",
        "“Yes,” Sok Dara said of the film, “It was good”.",
    ],
)
def test_what_is_said_beside_a_work_is_said(text: str) -> None:
    assert kind(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Sok Dara announced a campaign called “Clean hands”.",
        "Sok Dara said the app, called “Go”, was free.",
        "Sok Dara said they slept in the hall, which guards called the “cold room”.",
        "Sok Dara said the name translates as “river of gold”.",
        "Sok Dara said the motto was “Rivers first”.",
        "Sok Dara spoke at a forum on “Rivers and people in the new century”.",
        "“Yes,” said Lim Thida, who goes by “Tiger”.",
        "Sok Dara urged voters to tick “no”.",
    ],
)
def test_names_and_topics_are_not_said(text: str) -> None:
    assert kind(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sok Dara criticised what he called the “so-called experts”.",
        "Sok Dara said the vote was “orderly”.",
        "Sok Dara spoke at the debate about “our dying river and its people”.",
    ],
)
def test_judgements_in_the_same_places_are_said(text: str) -> None:
    assert kind(text) == "mixed"


@pytest.mark.parametrize(
    "text",
    [
        "She advised customers not to pay any “middleman”.",
        "She warned members against the “brokers” at the gate.",
        "She said the boat was sold to a so-called “agent”.",
        "She told farmers they should not sell their land to the “brokers”.",
        "She said he was charged with “incitement”.",
        "She said he was convicted of “incitement to commit a felony”.",
    ],
)
def test_a_noun_that_others_use_is_not_said(text: str) -> None:
    assert kind(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "She condemned the “barbaric” act.",
        "She warned the country of a “catastrophe”.",
        "She accused the firm of a “betrayal”.",
        "She warned against any “foreign interference”.",
        "She said he was “guilty of nothing”.",
    ],
)
def test_a_noun_that_judges_is_said(text: str) -> None:
    assert kind(text) == "mixed"


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” Lim Thida said at a rally where people held a banner reading “{}”.",
        "“We go,” said Lim Thida, in a T-shirt with the words “{}”.",
        "“We go,” said Lim Thida in a cap emblazoned with “{}”.",
        "“We go,” said Lim Thida, holding a sign: “{}”.",
        "“We go,” said Lim Thida as the crowd carried placards saying “{}”.",
        "“We go,” said Lim Thida in front of a sign that read “{}”.",
    ],
)
def test_what_a_banner_reads_is_nobodys(text: str) -> None:
    found = read(text.format("Hands off our river"), ROSTER).quotes
    assert [quote.text for quote in found if quote.speaker] == ["We go,"]


def test_a_single_word_with_a_capital_is_a_name_that_a_group_gives() -> None:
    assert not read("The team calls the glacier “Grandfather”.", ROSTER).quotes
    assert read("The team calls the glacier “a patient grandfather”.", ROSTER).quotes
