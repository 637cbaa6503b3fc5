from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.matching.haystack import haystack
from sources.matching.passages import around, context, text_fragment

TEXT = (
    "The envoy spoke first. “We can-not, & will not, agree,” she said.\n\nOthers — many — agreed.\n"
    "Later the envoy said it again, and left."
)
LONG = "It was a " + "very " * 30 + "long day."


def at(piece: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(piece), text.index(piece) + len(piece)


class TestContext:
    def test_a_few_words_on_either_side(self) -> None:
        assert context(TEXT, *at("We can-not"), words=2) == (
            "spoke first. “",
            "We can-not",
            ", & will not,",
        )

    def test_at_the_edges_of_the_text(self) -> None:
        assert context(TEXT, *at("The"), words=1) == ("", "The", " envoy")
        assert context(TEXT, *at("left."), words=1) == ("and ", "left.", "")

    def test_khmer_is_counted_by_clusters(self) -> None:
        assert context("កខគឃង", 2, 3, words=1) == ("កខ", "គ", "ឃង")

    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 1000)])
    def test_offsets_outside_the_text_are_an_error(self, start: int, end: int) -> None:
        with pytest.raises(ValueError, match="not in the text"):
            context(TEXT, start, end)


@settings(deadline=None)
@given(st.text(max_size=80), st.data())
def test_the_three_parts_of_a_context_stand_next_to_each_other(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, passage, after = context(text, start, end, words=2)
    assert passage == text[start:end]
    assert text[start - len(before) : end + len(after)] == before + passage + after


class TestAround:
    def test_some_thirty_characters_cut_between_words(self) -> None:
        prefix, suffix = around(haystack(TEXT), *at("agree,"))
        assert prefix == "first. “We can-not, & will not, "
        assert suffix == "” she said.\n\nOthers — many —"

    def test_nothing_at_the_edges_of_the_text(self) -> None:
        assert around(haystack(TEXT), 0, len(TEXT)) == ("", "")

    def test_no_part_of_a_word_without_end(self) -> None:
        assert around(haystack("x" * 90), 40, 50) == ("", "")


class TestTextFragment:
    def test_a_short_passage_is_given_whole_and_escaped(self) -> None:
        directive = text_fragment(TEXT, *at("We can-not, & will not, agree,"))
        assert directive == "#:~:text=We%20can%2Dnot%2C%20%26%20will%20not%2C%20agree%2C"

    def test_a_long_one_is_given_by_its_ends(self) -> None:
        assert text_fragment(LONG, 0, len(LONG)) == (
            "#:~:text=It%20was%20a%20very%20very,very%20very%20very%20long%20day."
        )

    def test_so_is_one_with_a_line_break_and_neither_end_crosses_it(self) -> None:
        directive = text_fragment(TEXT, *at("she said.\n\nOthers — many"))
        assert unquote(directive) == "#:~:text=she said.,Others — many"

    def test_a_later_one_of_several_is_told_by_the_words_around_it(self) -> None:
        start = TEXT.index("the envoy")
        assert (
            unquote(text_fragment(TEXT, start, start + 9))
            == "#:~:text=Later-,the envoy,-said it again,"
        )

    def test_the_words_around_it_are_of_the_same_line(self) -> None:
        directive = text_fragment("one\nso\ntwo so", 4, 6)
        assert directive == "#:~:text=so"

    def test_khmer_is_escaped(self) -> None:
        assert text_fragment("ក ខ គ", 0, 5).isascii()

    @pytest.mark.parametrize("text", ["one\n\b", "\b\none"])
    def test_a_line_without_words_is_no_part(self, text: str) -> None:
        assert text_fragment(text, 0, len(text)) == "#:~:text=one"

    def test_a_passage_without_words_is_one_part(self) -> None:
        assert text_fragment("\b\n\b", 0, 3) == "#:~:text=%08%20%08"

    @pytest.mark.parametrize(("start", "end"), [(5, 5), (65, 67)])
    def test_an_empty_passage_is_an_error(self, start: int, end: int) -> None:
        with pytest.raises(ValueError, match="empty"):
            text_fragment(TEXT, start, end)


@settings(deadline=None)
@given(st.text(max_size=200), st.data())
def test_a_directive_is_plain_ascii_with_at_most_four_parts(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if not text[start:end].strip():
        return
    directive = text_fragment(text, start, end).removeprefix("#:~:text=")
    assert directive.isascii()
    assert 1 <= len(directive.split(",")) <= 4
    assert all(directive.split(","))
