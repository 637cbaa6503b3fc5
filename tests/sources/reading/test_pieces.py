import pytest

from sources.articles import Person, read
from sources.reading.pieces import kind_of
from tests.sources.sentences import sentence


def kind(text: str) -> str | None:
    found = sentence(text)
    kinds: dict[int, str | None] = {}
    for index in found.pieces:
        kinds[index] = kind_of(found, index, kinds)
    return kinds[found.pieces[-1]]


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” she said.",
        "“We go.”",
        "She said: “We go.”",
        "“We,” she said, “go.”",
        "The answer was clear: “We go.”",
    ],
)
def test_whole_quotations_are_direct(text: str) -> None:
    assert kind(text) == "direct"


@pytest.mark.parametrize(
    "text", ["She called it “unjust”.", "She said it was “unjust” to go.", "She vowed to “go on”."]
)
def test_fragments_in_a_sentence_are_mixed(text: str) -> None:
    assert kind(text) == "mixed"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “ghost” boats left.",
        "She wrote the book “Rice and Rain”.",
        "She denied there was a “crisis”.",
        "“Never again”",
        "“…”",
    ],
)
def test_terms_and_titles_are_neither(text: str) -> None:
    assert kind(text) is None


def test_what_somebody_is_known_as_is_no_statement() -> None:
    text = "“Yes,” Sok Dara, known in the league as “The Left”, said."
    found = read(text, [Person("Sok Dara", (), "m")]).quotes
    assert [(quote.text, quote.speaker) for quote in found] == [("Yes,", "Sok Dara")]


@pytest.mark.parametrize(
    "text",
    [
        "Residents spoke of what the mayor called “a slow flood”.",
        "The ministry pointed to what it called “a slow flood”.",
        "It was a move which neighbours called “plain madness”.",
        "She said the road would be ready “well before May”.",
        "She said it would offer “a better road” by May.",
    ],
)
def test_what_somebody_called_something_is_said(text: str) -> None:
    assert [quote.kind for quote in read(text, []).quotes] == ["mixed"]


@pytest.mark.parametrize(
    "text",
    [
        "At home they call him “the anvil”.",
        "Friends called her “the lamp”.",
        "It is what locals call “the hole”.",
    ],
)
def test_a_nickname_is_not_said(text: str) -> None:
    assert read(text, []).quotes == ()


def test_a_phrase_in_what_is_reported_is_a_statement() -> None:
    said = sentence("Sok Dara added that the ministry studied a “simple loan scheme” for farmers.")
    assert kind_of(said, said.pieces[0], {}) == "mixed"
    seen = sentence("Sok Dara saw a “simple loan scheme” for farmers.")
    assert kind_of(seen, seen.pieces[0], {}) is None


def test_people_who_are_calling_it_something_say_so() -> None:
    said = sentence("It is about rules they call “a slow strangling”.")
    assert kind_of(said, said.pieces[0], {}) == "mixed"
    said = sentence("The show, which critics are calling “bold”, opens.")
    assert kind_of(said, said.pieces[0], {}) == "mixed"


@pytest.mark.parametrize("whom", ["the court", "AFP", "the river court"])
def test_what_somebody_was_told_is_said(whom: str) -> None:
    assert kind(f"Sok Dara told {whom} “we will go”.") == "mixed"
    assert kind(f"Sok Dara told {whom} of a “river fund” for all.") is None


@pytest.mark.parametrize(
    "text",
    [
        "She said the order would take effect “notwithstanding any appeal”.",
        "She said that they had acted “without any warning”, and left.",
        "She said the panel would answer questions “fully and frankly”.",
        "She said the money was lent to a firm “in good faith” and would be returned.",
    ],
)
def test_a_phrase_that_ends_what_is_reported_is_said(text: str) -> None:
    assert kind(text) == "mixed"


@pytest.mark.parametrize(
    "text",
    [
        "She said the government’s “relief barge” had visited once.",
        "She said the firm’s “green corridor” was closed.",
        "They agreed to hold a workshop on “one must, five reductions” farming techniques.",
        "She said training in “smart and green” marketing would start.",
        "She said the “no work, no pay” rule had failed.",
        "She rejected the minister’s “natural disaster” label.",
    ],
)
def test_marks_around_what_describes_a_noun_are_kept_at_arms_length(text: str) -> None:
    assert kind(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "She praised the ministry’s “patient and practical” work.",
        "She criticised the government’s “reckless” spending.",
        "She said that it’s “a disgrace”.",
        "She wanted a “fair and lasting and just” peace.",
    ],
)
def test_what_judges_a_noun_is_still_said(text: str) -> None:
    assert kind(text) == "mixed"
