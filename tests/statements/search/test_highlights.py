import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.search.highlights import highlight, snippet
from statements.search.query import parse

DAY = "ទិវាជាតិប្រយុទ្ធប្រឆាំងអំពើជួញដូរមនុស្ស ១២ធ្នូ"
LONG = (
    " ".join(f"before{chr(97 + n % 26)}" for n in range(100))
    + " the needle and a pin. "
    + (" ".join(f"after{chr(97 + n % 26)}" for n in range(100)))
)

words = st.sampled_from(
    ["trafficking", "Covid-19", "human", "-", '"', "“", "ជួញ", "ដូរ", "១២", "½", "é"]
)
texts = st.lists(words, max_size=30).map(" ".join) | st.text(max_size=40)
queries = st.lists(words, max_size=6).map(" ".join)


def marked(text: str, q: str) -> list[str]:
    return [text[start:end] for start, end in highlight(text, parse(q))]


def shown(text: str, q: str, words: int = 40) -> str:
    return "".join(piece for piece, _ in snippet(text, parse(q), words))


class TestHighlight:
    @pytest.mark.parametrize(
        ("text", "q", "expected"),
        [
            ("Victims of trafficking", "victim traffic", ["Victims"]),
            ("Victims of trafficking", "victim trafficked", ["Victims", "trafficking"]),
            ("A cafe\u0301.", "cafe", ["cafe\u0301"]),
            ("Some 1,577 people", "1577", ["1,577"]),
            ("the U.S. report", "US", ["U.S"]),
            ("Covid-19, not 19 of Covid", "covid-19", ["Covid-19"]),
            ("a b c, b a", '"a b"', ["a b"]),
            ("a b c", '"a b" "b c"', ["a b c"]),
            ("a a a", '"a a"', ["a a a"]),
            ("a b c", "c a", ["a", "c"]),
            ("ab b", "b", ["b"]),
            ("one two", "one -two", ["one"]),
            ("one two", "", []),
            ("", "one", []),
            ("½ cup", "1", ["½"]),
        ],
    )
    def test_marks(self, text: str, q: str, expected: list[str]) -> None:
        assert marked(text, q) == expected

    @pytest.mark.parametrize("q", ["ជួញដូរ", "អំពើជួញដូរមនុស្ស", "១២ធ្នូ", "12", "ប្រឆាំង"])
    def test_a_khmer_fragment_is_marked_whole(self, q: str) -> None:
        assert [piece.replace("១២", "12") for piece in marked(DAY, q)] == [q.replace("១២", "12")]

    def test_half_a_khmer_cluster_is_not_marked(self) -> None:
        assert marked("ស្ត្រី", "ស") == []

    def test_another_spelling_is_marked_as_it_stands(self) -> None:
        assert marked("នាយករដ្ឋមន្ត្រី", "រដ្ឋមន្រ្តី") == ["រដ្ឋមន្ត្រី"]

    @settings(deadline=None)
    @given(texts, queries)
    def test_spans_are_in_range_in_order_and_apart(self, text: str, q: str) -> None:
        place = -1
        for start, end in highlight(text, parse(q)):
            assert place < start < end <= len(text)
            place = end


class TestSnippet:
    def test_a_short_text_is_shown_whole_with_its_matches_apart(self) -> None:
        assert snippet(" One two, three.", parse("two")) == [
            (" One ", False),
            ("two", True),
            (", three.", False),
        ]

    def test_without_a_match_the_beginning_is_shown(self) -> None:
        assert snippet(LONG, parse("absent"), words=2) == [("beforea beforeb", False), ("…", False)]

    def test_a_long_text_is_cut_around_the_match(self) -> None:
        assert shown(LONG, "needle", words=5) == "…beforev the needle and a…"

    def test_the_place_with_the_most_clauses_is_chosen(self) -> None:
        text = f"needle {LONG}"
        assert ("pin", True) in snippet(text, parse("needle pin"), words=10)
        assert shown(text, "needle", words=3).startswith("needle")

    def test_at_the_end_nothing_is_left_to_cut(self) -> None:
        assert shown(LONG, "afterv", words=3).startswith("…")
        assert snippet(f"{LONG} last!", parse("last"), words=2)[1:] == [
            ("afterv ", False),
            ("last", True),
            ("!", False),
        ]

    def test_khmer_is_cut_between_clusters_and_shows_as_much_as_words_would(self) -> None:
        assert shown("កាខាគាឃាងាចា", "ឃា", words=1) == "…គាឃាងា…"

    def test_a_word_of_letters_and_digits_is_not_cut(self) -> None:
        assert shown("one two H5N1 three", "two", words=2) == "…two H5N1…"

    def test_a_phrase_longer_than_the_snippet_is_shown_from_its_start(self) -> None:
        assert snippet("x a b c d y", parse('"a b c d"'), words=2) == [
            ("…", False),
            ("a b", True),
            ("…", False),
        ]

    @settings(deadline=None)
    @given(texts, queries, st.integers(1, 10))
    def test_pieces_are_pieces_of_the_text(self, text: str, q: str, words: int) -> None:
        pieces = snippet(text, parse(q), words)
        inner = [piece for piece in pieces if piece != ("…", False)]
        assert "".join(piece for piece, _ in inner) in text
        assert all(piece for piece, _ in pieces)

    @settings(deadline=None)
    @given(texts, queries, st.integers(1, 10))
    def test_something_is_marked_exactly_when_something_matches(
        self, text: str, q: str, words: int
    ) -> None:
        assert any(hit for _, hit in snippet(text, parse(q), words)) == bool(
            highlight(text, parse(q))
        )
