"""Pieces that are one quotation, told by their marks and the attribution between them."""

import pytest

from sources.articles import Person, read
from sources.quotes import verify
from sources.reading.joins import MOST_PIECES, joined, stands

SOK = Person("Sok Dara", (), "m")
LIM = Person("Lim Thida", (), "f")
SPLIT = "“We will open every gate,” Sok Dara said, “before the rains begin.”"
REOPENED = "Sok Dara said: “We will open every gate.\n\n“Then the rains may come.”"


def links(text: str) -> list[int | None]:
    """For each piece the number of the one that it goes on with."""
    quotes = read(text, (SOK, LIM)).quotes
    numbers = {quote.start: number for number, quote in enumerate(quotes)}
    return [None if one.continues is None else numbers[one.continues] for one in quotes]


def spans(text: str) -> list[tuple[int, int]]:
    return [(quote.start, quote.end) for quote in read(text, (SOK, LIM)).quotes]


@pytest.mark.parametrize(
    "text",
    [
        SPLIT,
        SPLIT.replace(",” Sok", "”, Sok"),
        SPLIT.replace("“", '"').replace("”", '"'),
        SPLIT.replace("Sok Dara said", "said Sok Dara"),
        SPLIT.replace("Sok Dara said", "Sok Dara, the Minister of Education and Sports, said"),
        SPLIT.replace("Sok Dara said", "a villager told reporters on Monday"),
        SPLIT.replace("gate,", "gate?").replace("said", "asked"),
        SPLIT.replace("begin.”", "begin”."),
        SPLIT + " Lim Thida said nothing.",
        REOPENED,
        REOPENED.replace("“", '"').replace("”", '"'),
        REOPENED + " Lim Thida left.",
    ],
)
def test_a_piece_goes_on_with_the_one_before_it(text: str) -> None:
    assert links(text) == [None, 0]


@pytest.mark.parametrize(
    "text",
    [
        # another sentence
        SPLIT.replace("said, “before", "said. “Before"),
        # another attribution, or something done in between
        SPLIT.replace("begin.”", "begin,” he added."),
        SPLIT.replace("begin.”", "begin?” he asked."),
        SPLIT.replace("said,", "said, adding,"),
        SPLIT.replace("said,", "said, and later he wrote,"),
        SPLIT.replace("said,", "said and then, in another village,"),
        SPLIT.replace("said,", "said; Lim Thida answered,"),
        # other marks between them, or words of the reporter
        SPLIT.replace("Sok Dara said", "Sok Dara of the “Blue House” said"),
        SPLIT.replace("Sok Dara said,", "said Sok Dara who wants to open them"),
        SPLIT.replace("Dara said,", "Dara said," + " at the gate" * 12 + ","),
        # a mark that was closed is no quotation that goes on
        REOPENED.replace("gate.", "gate.”"),
        "Sok Dara said: “We will open it.”\n\nLim Thida said: “We will not.”",
        # one that was forgotten, with its attribution behind it
        "“We will open every gate, Sok Dara said.\n\n“Then the rains may come,” he said.",
    ],
)
def test_where_it_is_not_certain_each_piece_is_left_to_itself(text: str) -> None:
    assert not any(link is not None for link in links(text))


def test_a_fragment_goes_on_with_nothing() -> None:
    assert links("Sok Dara called it “a waste of money”, he said, “and of time”.") == [None, None]


def test_pieces_follow_one_another() -> None:
    text = SPLIT[:-1] + "\n\n“They come early.\n\n“And they stay.”"
    assert links(text) == [None, 0, 1, 2]
    assert stands(text, spans(text))


def test_a_quotation_has_so_many_pieces_at_most() -> None:
    text = "Sok Dara said: " + "\n\n".join(f"“Gate {n} is open." for n in range(30)) + "”"
    assert links(text)[: MOST_PIECES + 1] == [None, *range(MOST_PIECES - 1), None]


def test_an_omission_stands_where_the_reporters_words_stood() -> None:
    words = joined(SPLIT, spans(SPLIT))
    assert words == "We will open every gate, … before the rains begin."
    assert verify(words, SPLIT).verdict == "elided"


def test_words_that_go_on_in_the_next_paragraph_follow_at_once() -> None:
    wrapped = REOPENED.replace("every gate", "every\ngate")
    words = joined(wrapped, spans(wrapped))
    assert words == "We will open every gate. Then the rains may come."
    assert verify(words, wrapped).verdict == "elided"


def test_joined_words_stand_at_their_own_pieces() -> None:
    twice = f"{SPLIT}\n\n{SPLIT}"
    assert stands(twice, spans(twice)[2:])
    assert not stands(twice, spans(twice)[1:3])


@pytest.mark.parametrize(
    "text",
    ["“No,” Sok Dara said, “never.”", "“…,” Sok Dara said, “…”", "“A [x],” he said, “b [y].”"],
)
def test_what_cannot_be_found_again_does_not_stand(text: str) -> None:
    marks = [place for place, char in enumerate(text) if char in "“”"]
    pieces = [(marks[0] + 1, marks[1]), (marks[2] + 1, marks[3])]
    assert not stands(text, pieces)
