import json

import pytest

from sources.articles import Person, Reading, read
from sources.reading.tokens import LONGEST, sentences, tokenize
from tests.sources.labelled import articles, score

SOK = Person("Sok Dara", ("Excellency Dara",), "m")
LIM = Person("Lim Thida", (), "f")
HALE = Person("Joan Hale", (), "f")
ROSTER = (SOK, LIM, HALE)


def said(text: str, *people: Person) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in read(text, people or ROSTER).quotes]


def speakers(text: str, *people: Person) -> list[str | None]:
    return [speaker for _text, speaker in said(text, *people)]


# The rules were made with development.txt at hand, and with half an eye on heldout.txt;
# unseen.txt was written apart, read once, and nothing was mended for it.
@pytest.mark.parametrize("name", ["development.txt", "heldout.txt", "unseen.txt"])
def test_the_labelled_articles_are_read_as_well_as_promised(name: str) -> None:
    found = articles(name)
    result, differences = score(found)
    print(f"\n{name}: {len(found)} articles, {result}", *differences, sep="\n")  # noqa: T201
    assert result.f1 >= 0.97
    assert result.attribution >= 0.95
    assert result.wrong <= 0.02
    assert result.right_kind / result.right >= 0.95


@pytest.mark.parametrize(
    "text",
    [
        "“We will go,” Sok Dara said.",
        "“We will go,” said Sok Dara.",
        "“We will go,” said Sok Dara, the minister of works, on Monday.",
        "“We will go,” said the minister of works, Sok Dara.",
        "“We will go,” Sok Dara, the minister of works, said.",
        "“We will go,” the minister of works, Sok Dara, told reporters.",
        "“We will go”, Dara said.",
        "“We will go!” shouted Sok Dara.",
        "“Will we go?” Sok Dara asked.",
        "“We will go.” – Sok Dara said.",
        "“We will go,” added Excellency Dara.",
        "“We will go,” Mr Sok said.",
        "Sok Dara said: “We will go.”",
        "Sok Dara said, “We will go.”",
        "Sok Dara said “we will go”.",
        "Sok Dara said that “we will go”.",
        "Sok Dara said in a statement on Friday that “we will go”.",
        "In a Facebook post, Sok Dara wrote: “We will go.”",
        "In Sok Dara’s words, “we will go”.",
        "According to Sok Dara, “we will go”.",
        "“We will go,” according to Sok Dara.",
        "Sok Dara was quoted as saying that “we will go”.",
        "The agency quoted Sok Dara as saying “we will go”.",
        "Asked about the boats, Sok Dara replied: “We will go.”",
        "Sok Dara, who was born in Kampot, said “we will go”.",
        "Sok Dara went on: “We will go.”",
        "Speaking in Kampot on Monday, Sok Dara stressed that “we will go”.",
        "Sok Dara was firm: “We will go.”",
        "Sok Dara was firm. “We will go.”",
        "Sok Dara left early, saying “we will go”.",
        "Sok Dara did not wait for questions. “We will go,” he said.",
        "Sok Dara: “We will go.”",
        "The plan was described as “we will go” by Sok Dara.",
        "Sok Dara’s answer was “we will go”.",
        "Sok Dara tweeted “we will go” and closed his account.",
        "Sok Dara also underscored that “we will go”.",
        "Sok Dara has repeatedly insisted “we will go”.",
        "Sok Dara told Lim Thida that “we will go”.",
        "“We will go,” Sok Dara told Lim Thida.",
        "Lim Thida listened as Sok Dara said “we will go”.",
    ],
)
def test_the_speaker_is_found_wherever_the_attribution_stands(text: str) -> None:
    assert speakers(text) == ["Sok Dara"]


@pytest.mark.parametrize(
    "text",
    [
        "“We will go,” the ministry said.",
        "“We will go,” a spokesman for Sok Dara said.",
        "“We will go,” said a lawyer for Lim Thida.",
        "“We will go,” said Sok Chenda, a farmer.",
        "“We will go,” Sok Chenda said. Sok Dara was absent.",
        "“We will go,” one resident said.",
        "“We will go,” they said.",
        "“We will go,” the report said.",
        "“We will go,” police said in a statement about Sok Dara.",
        "“We will go,” Reuters reported.",
        "“We will go,” an official said of Lim Thida, on condition of anonymity.",
        "“We will go,” said Sok Dara’s brother.",
        "“We will go,” Sok Dara and Lim Thida said in a joint statement.",
        "“We will go.”",
        "“We will go,” said Joan Hale-Brown.",
        "“We will go,” said the Lim Thida Foundation.",
    ],
)
def test_nobody_of_the_roster_is_named_for_the_words_of_others(text: str) -> None:
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Allegations of “blood slavery” and worse were raised.",
        "Sok Dara denied the allegations of “blood slavery”.",
        "The so-called “pig road” was closed.",
        "The road, known as “the snake”, was closed.",
        "The film “The Long Night” won.",
        "Sok Dara opened the “Clean City, Green City” campaign.",
        "Lim Thida wrote the book “Rice and Rain”.",
        "The day was held under the theme “Many hands make light work”.",
        "The word “river” appears twice, Sok Dara said.",
        "The ministry’s “Safe Roads” programme began in May.",
        "The country stays on the “Tier 2 Watch List”.",
        "The ‘replica’ of the temple was torn down.",
        "Residents call it “the hole”.",
    ],
)
def test_scare_quotes_titles_and_terms_are_no_statements(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sok Dara called it “unjust”.",
        "Sok Dara said the ranking was “unjust”.",
        "Sok Dara described the ranking as “unjust”.",
        "Sok Dara dismissed the claims as “unjust”.",
        "Sok Dara criticised what he called “unjust” rules.",
        "Sok Dara vowed to “fight”.",
        "The ranking is “unjust”, Sok Dara said.",
        "The ranking, which Sok Dara called “unjust”, was published.",
        "Sok Dara accused the body of being “unjust”.",
        "Sok Dara condemned the “unjust” ranking.",
    ],
)
def test_a_fragment_of_one_word_counts_where_it_is_an_opinion(text: str) -> None:
    (quote,) = read(text, ROSTER).quotes
    assert (quote.speaker, quote.kind) == ("Sok Dara", "mixed")


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("“", "”"), ('"', '"'), ("''", "''"), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'"),
     ("”", "“"), ("”", "”"), ("« ", " »"), ("``", "''"), ("‘‘", "’’"), ("»", "«")],
)  # fmt: skip
def test_marks_of_every_kind_are_read(opening: str, closing: str) -> None:
    text = f"{opening}We don’t go,{closing} Sok Dara said. {opening}Not now.{closing}"
    assert said(text) == [("We don’t go,", "Sok Dara"), ("Not now.", "Sok Dara")]


def test_offsets_are_those_of_the_raw_text() -> None:
    text = "\n\nHeadline here\n\nSok Dara said: “We  will\ngo.”\n"
    (quote,) = read(text, ROSTER).quotes
    assert text[quote.start : quote.end] == quote.text == "We  will\ngo."


def test_each_marked_piece_is_one_entry() -> None:
    text = "“We go,” Sok Dara said, “and we stay.”\n\n“We go.\n\n“We stay,” he added."
    assert [piece for piece, _speaker in said(text)] == [
        "We go,",
        "and we stay.",
        "We go.",
        "We stay,",
    ]
    assert speakers(text) == ["Sok Dara"] * 4


def test_a_pronoun_means_somebody_of_its_gender() -> None:
    text = "Sok Dara met Lim Thida. “It was short,” she said. “It was long,” he said."
    assert speakers(text) == ["Lim Thida", "Sok Dara"]


def test_a_pronoun_for_somebody_unnamed_goes_to_nobody() -> None:
    text = "Sok Dara opened the bridge. A farmer watched from the bank. “It is late,” he said."
    assert speakers(text) == [None]


def test_an_office_is_learnt_from_the_article() -> None:
    text = (
        "Prime Minister Sok Dara and Lim Thida, permanent vice-chair of the committee, spoke.\n\n"
        "“We go,” the premier said.\n\n“We stay,” the vice-chair said.\n\n“Why?” a minister asked."
    )
    assert speakers(text) == ["Sok Dara", "Lim Thida", None]


def test_father_and_son_are_told_apart_or_left_open() -> None:
    father, son = Person("Hun Sara", (), "m"), Person("Hun Mali", (), "m")
    text = "Hun Sara sat beside Hun Mali, his son. “A,” Mali said. “B,” Hun said. “C,” Sara said."
    assert speakers(text, father, son) == ["Hun Mali", None, "Hun Sara"]


def test_a_name_that_two_share_goes_to_the_honorific() -> None:
    man, woman = Person("Tom Reed", (), "m"), Person("Ann Reed", (), "f")
    text = "Tom Reed and Ann Reed own it. “Yes,” Ms Reed said. “No,” Mr Reed said. “Oh,” Reed said."
    assert speakers(text, man, woman) == ["Ann Reed", "Tom Reed", None]


def test_headline_caption_box_and_end_mark_lie_outside_the_body() -> None:
    text = (
        "Logo of The Paper - ‘We go’, says Dara\n\n‘We go’, says Dara\n\n"
        "Sok Dara says “we go” at the port on Monday. AFP\n\n"
        "The port was full.\n\n“We go,” Sok Dara said.\n\n"
        "MOST VIEWED\n\n• ‘We stay’, says Lim Thida\n\n“We stay,” Lim Thida said.\n=THE PAPER"
    )
    reading = read(text, ROSTER)
    assert [quote.text for quote in reading.quotes] == ["We go,"]
    assert text[slice(*reading.body)].startswith("The port was full.")
    assert text[slice(*reading.body)].endswith("Sok Dara said.")


def test_an_unclosed_title_swallows_nothing() -> None:
    text = (
        "They published their “Report on Rivers for 2021.\n\nSok Dara was angry.\n\n“No,” he said."
    )
    assert said(text) == [("No,", "Sok Dara")]


def test_reported_speech_is_given_with_its_speaker() -> None:
    reading = read("Sok Dara said the port was full. The port is old. She left.", ROSTER)
    assert [(one.text, one.speaker) for one in reading.indirect] == [
        ("Sok Dara said the port was full.", "Sok Dara")
    ]


def test_figures_carry_who_claims_them() -> None:
    reading = read("Lim Thida said 40 boats sank. 12 crews drowned.\n\n9 boats came.", ROSTER)
    assert [figure.claimant for figure in reading.figures] == ["Lim Thida", "Lim Thida", None]


@pytest.mark.parametrize("text", ["", "\n\n", "“", "”", "'", "said", "“”", "\x00", "“,” he said"])
def test_texts_with_nothing_to_read_give_nothing(text: str) -> None:
    reading = read(text, ROSTER)
    assert isinstance(reading, Reading)
    assert json.dumps([quote.speaker for quote in reading.quotes]) in {"[]", "[null]"}


@pytest.mark.parametrize(
    "unit", ["“a ", "‘a’ ", "he said ", "Hun Manet ", "“a,” he said, ", "1,", "a\n"]
)
def test_hostile_texts_make_short_sentences(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    tokens = tokenize(text, [(0, len(text))], [])
    assert all(end - first <= LONGEST + 1 for first, end in sentences(tokens))
    read(text, ROSTER)
