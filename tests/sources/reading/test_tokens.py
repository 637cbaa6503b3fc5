import pytest

from sources.reading.marks import marked
from sources.reading.tokens import sentences, tokenize


def split(text: str) -> list[str]:
    span = [(0, len(text))]
    tokens = tokenize(text, span, marked(text, span))
    cut = [(tokens[first].start, tokens[end - 1].end) for first, end in sentences(tokens)]
    return [text[start:end] for start, end in cut]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Sok met Gen. W. Patrick on Dec. 12 in the U.S. capital.",
        "“Why now?” Sok Dara asked.",
        "“We go.” Sok Dara said.",
        "“We go,” he said, “and stay.”",
        "It rose by 1.5 per cent.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert len(split(text)) == 1


def test_a_piece_with_a_full_stop_ends_its_sentence() -> None:
    assert len(split("“We go.” Sok Dara said the boats were old.")) == 2
    assert len(split("“We go,” he said. “We stay.” She left.")) == 3


def test_a_possessive_is_a_token_of_its_own() -> None:
    tokens = tokenize("Dara’s boat", [(0, 11)], [])
    assert [token.text for token in tokens] == ["Dara", "’s", "boat", ""]


def test_a_decimal_point_behind_a_letter_ends_no_sentence() -> None:
    text = "It will cost P1.2 billion. Nobody knows why."
    assert len(sentences(tokenize(text, [(0, len(text))], []))) == 2
