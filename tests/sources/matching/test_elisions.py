import pytest

from sources.matching.elisions import OMITTED, OMITTED_BEFORE_SHORT, REPLACED, elided, split
from sources.matching.folding import fold
from sources.matching.haystack import haystack
from sources.matching.interruptions import joined


def pieces(quotation: str) -> list[tuple[str, int]]:
    return [(" ".join(part.tokens), part.reach) for part in split(fold(quotation), haystack("no"))]


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("one two three", [("one two three", 0)]),
        ("one two three … four five six", [("one two three", 0), ("four five six", OMITTED)]),
        ("one two three, [...] four five six.", [("one two three", 0), ("four five six", OMITTED)]),
        ("one (…) two", [("one", 0), ("two", OMITTED_BEFORE_SHORT)]),
        ("one [the US] two", [("one", 0), ("two", REPLACED)]),
        ("one … [the] two three four", [("one", 0), ("two three four", OMITTED)]),
        ("[W]e do so", [("We do so", REPLACED)]),
        ("one two three …", [("one two three", OMITTED)]),
        ("one [two", [("one [ two", 0)]),
        ("one [[two] three", [("one [", 0), ("three", REPLACED)]),
        ("…", []),
    ],
)
def test_a_quotation_is_cut_at_omissions_and_brackets(
    quotation: str, expected: list[tuple[str, int]]
) -> None:
    assert pieces(quotation) == expected


def test_a_long_text_in_brackets_is_no_insertion() -> None:
    assert len(pieces(f"one [{'word ' * 30}] two")) == 1


def places(quotation: str, text: str) -> list[list[str]]:
    source = haystack(text)
    return [
        [text[slice(*source.span(*run))] for run in placement]
        for placement in elided(source, joined(source), fold(quotation))
    ]


def elided_starts(quotation: str, text: str) -> list[int]:
    source = haystack(text)
    found = elided(source, joined(source), fold(quotation))
    return [source.span(*placement[0])[0] for placement in found]


def test_short_fragments_are_taken_nearest_to_the_longest() -> None:
    text = "It is so. It was, he thinks, a very good day. It is so."
    assert elided_starts("It … a very good day … so", text) == [text.index("It was")]


def test_every_place_of_the_whole_is_given() -> None:
    text = "We never said it was so. " * 3
    assert places("We never said … so", text) == [["We never said", "so"]] * 3


@pytest.mark.parametrize(("between", "expected"), [(90, 1), (130, 0)])
def test_a_short_fragment_is_not_sought_far_away(between: int, expected: int) -> None:
    text = "We never said that " + "x" * between + " so it was."
    assert len(places("We never said … so it", text)) == expected


@pytest.mark.parametrize(("between", "expected"), [(450, 1), (550, 0)])
def test_nor_a_long_one_very_far(between: int, expected: int) -> None:
    text = "We never said that " + "x" * between + " so it was."
    assert len(places("We never said … so it was", text)) == expected


def test_more_fragments_than_any_quotation_has_are_not_sought() -> None:
    assert places(" … ".join(["a b c"] * 80), "a b c " * 80) == []
