import pytest

from sources.matching.folding import fold
from sources.matching.haystack import haystack
from sources.matching.interruptions import interruptions, joined


def found(text: str) -> list[str]:
    source = haystack(text)
    return [text[slice(*source.span(*run))] for run in interruptions(source)]


@pytest.mark.parametrize(
    ("text", "interruption"),
    [
        ("“We agree,” she said, “to come.”", "” she said, “"),
        ('"We agree," she said, "to come."', '" she said, "'),
        ("''We agree,'' she said, ''to come.''", "'' she said, ''"),
        ("‘We agree’, said the states’ envoy, ‘to come.’", None),
        ("‘We agree’, said the envoy, ‘to come.’", "’, said the envoy, ‘"),
        ("«We agree», she said, «to come.»", "», she said, «"),
        ("„We agree,“ she said, „to come.“", "“ she said, „"),
        ("“We agree”\n– she said – “to come.”", "”\n– she said – “"),
        ("“We agree.\n\n“We come.”", "“"),
    ],
)
def test_what_stands_between_the_pieces(text: str, interruption: str | None) -> None:
    assert found(text) == ([interruption] if interruption else [])


@pytest.mark.parametrize(
    "text",
    [
        "“We agree,” she said.\n\n“We come,” he said.",
        "He called it “a lie” and “a shame.”",
        "“The states’ view, that ‘work’ is good, ‘holds’,” he said.",
        "‘They call it “work,” not “play,” here’",
        "“We agree,” " + "and much else was said " * 20 + "“to come.”",
        "“We agree,” “to come.”",
    ],
)
def test_words_that_may_be_part_of_a_quotation_are_none(text: str) -> None:
    assert found(text) == []


def runs(quotation: str, text: str) -> list[list[str]]:
    source = haystack(text)
    places = joined(source).places(fold(quotation).tokens, 0, len(source.folded.tokens))
    return [[text[slice(*source.span(*run))] for run in place] for place in places]


def test_a_text_is_searched_without_its_interruptions() -> None:
    text = "“One two,” she said. “Three,” she added, “four.”"
    assert runs("one two, three. Four", text) == [["One two", "Three", "four"]]


def test_other_punctuation_than_a_comma_or_full_stop_counts() -> None:
    assert runs("Why; so it is", "“Why?” she asked. “So it is.”") == []
    assert runs("Why? So it is", "“Why?” she asked. “So it is.”") == [["Why?", "So it is"]]


def test_punctuation_and_case_count_within_a_piece() -> None:
    text = "“One, two,” she said. “Three four.”"
    assert runs("One two. Three four", text) == []
    assert runs("One, two. Three Four", text) == []


def test_a_text_that_is_mostly_marks_has_none() -> None:
    assert found("“a,” b “" * 12_000) == []
