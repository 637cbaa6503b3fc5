import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.khmer import CLUSTER
from statements.search.analyser import LONGEST_TOKEN, Token, analyse, tokens

TRAFFICKING = "អំពើជួញដូរមនុស្ស"
DAY = "ទិវាជាតិប្រយុទ្ធប្រឆាំងអំពើជួញដូរមនុស្ស ១២ធ្នូ"
KHMER = [TRAFFICKING, DAY, "ជូ ប៊ុនអេង", "នាយករដ្ឋមន្ត្រី", "រដ្ឋមន្រ្តី"]

lively_text = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aAs1,.'’-\"éß½ ﬁ\u0301\u200b១២កស្តរី្ុំ៉ไทยន中한Я\u0e33\u3099"),
    ),
    max_size=60,
)


def contains(whole: list[str], part: list[str]) -> bool:
    return any(whole[n : n + len(part)] == part for n in range(len(whole) + 1))


class TestLatin:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Trafficking", "trafficked"),
            ("VICTIMS", "victim"),
            ("café", "CAFE"),
            ("cafe\u0301", "café"),
            ("Cambodia’s", "Cambodia"),
            ("Cambodia's", "Cambodia"),
            ("O’Neill", "O'Neill"),
            ("ｆｕｌｌ", "full"),
            ("ﬁnal", "final"),
            ("Straße", "STRASSE"),
            ("Łukasz Æbelø", "lukasz aebelo"),
            ("co\u00adoperate\u200b", "cooperate"),
            ("U.S.", "US"),
            ("the U.S.’s view", "the US s view"),
            ("U.N.-backed", "UN backed"),
            ("Covid-19", "COVID19"),
            ("snake_case", "snake case"),
        ],
    )
    def test_these_are_the_same(self, one: str, other: str) -> None:
        assert tokens(one) == tokens(other)

    def test_a_hyphen_and_a_digit_separate(self) -> None:
        assert tokens("Covid-19 H5N1") == ["covid", "19", "h", "5", "n", "1"]

    def test_quotation_marks_are_not_part_of_a_word(self) -> None:
        assert tokens("'word' ‘word’") == ["word", "word"]

    def test_a_full_stop_without_initials_separates(self) -> None:
        assert tokens("end.Start a.k.a.bc") == ["end", "start", "a", "k", "a", "bc"]

    def test_nothing_makes_no_tokens(self) -> None:
        assert tokens("") == tokens(" \t\n\0…—!។៛") == []


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("1,577", ["1577"]),
            ("12,345,678", ["12345678"]),
            ("1234,567", ["1234", "567"]),
            ("1,2,3", ["1", "2", "3"]),
            ("3.5", ["3", "5"]),
            ("១,៥៧៧", ["1577"]),
            ("២០២២", ["2022"]),
            ("٢٠٢٢ ２０２２", ["2022", "2022"]),
            ("½", ["1", "2"]),
        ],
    )
    def test_a_number_is_read_as(self, text: str, expected: list[str]) -> None:
        assert tokens(text) == expected


class TestKhmer:
    def test_each_cluster_is_a_token_with_its_place(self) -> None:
        assert analyse("រដ្ឋ") == [Token("k179a", 0, 1), Token("k178a17d2178b", 1, 4)]

    def test_three_orders_of_marks_are_one_token(self) -> None:
        assert tokens("ស្ត្រី") == tokens("ស្រ្តី") == tokens("ស្រី្ត")
        assert len(tokens("ស្ត្រី")) == 1

    def test_both_spellings_of_minister_are_found_in_prime_minister(self) -> None:
        for spelling in ("រដ្ឋមន្ត្រី", "រដ្ឋមន្រ្តី"):
            assert contains(tokens("នាយករដ្ឋមន្ត្រី"), tokens(spelling))

    def test_invisible_spaces_do_not_matter(self) -> None:
        assert tokens("ជូ\u200bប៊ុន\u200cអេង") == tokens("ជូប៊ុនអេង")

    def test_an_invisible_character_inside_a_cluster_belongs_to_it(self) -> None:
        assert analyse("ក\u200bា") == [Token(tokens("កា")[0], 0, 3)]

    def test_deprecated_letters_are_their_successors(self) -> None:
        assert tokens("ឤ ឨ ឲ្យ") == tokens("អា ឧក ឱ្យ")

    def test_a_khmer_day_is_a_number(self) -> None:
        assert tokens("១២ធ្នូ") == ["12", *tokens("ធ្នូ")]

    def test_a_coeng_alone_is_no_token(self) -> None:
        assert tokens("\u17d2 ក") == ["k1780"]

    @settings(deadline=None)
    @given(st.sampled_from(KHMER), st.data())
    def test_any_run_of_whole_clusters_is_found(self, text: str, data: st.DataObject) -> None:
        pieces = re.findall(rf"{CLUSTER}|[០-៩]+|.", text)
        first = data.draw(st.integers(0, len(pieces) - 1))
        last = data.draw(st.integers(first + 1, len(pieces)))
        assert contains(tokens(text), tokens("".join(pieces[first:last])))


class TestOtherScripts:
    @pytest.mark.parametrize(
        ("fragment", "text"),
        [
            ("มนุษย์", "การค้ามนุษย์ในประเทศไทย"),
            ("ມະນຸດ", "ການຄ້າມະນຸດ"),
            ("人口", "打击人口贩卖"),
            ("人身", "日本の人身取引"),
            ("인신매매", "인신매매방지법"),
            ("လူသား", "ဒီလူသားများ"),
        ],
    )
    def test_a_fragment_is_found_where_no_spaces_are_written(
        self, fragment: str, text: str
    ) -> None:
        assert contains(tokens(text), tokens(fragment))
        assert len(tokens(fragment)) > 1

    @pytest.mark.parametrize("word", ["торговля", "εμπόριο", "الاتجار", "मानव", "մարդ", "סחר"])
    def test_a_word_is_one_token_where_spaces_are_written(self, word: str) -> None:
        assert len(tokens(word)) == 1
        assert tokens(f"{word}, {word}") == tokens(word) * 2

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Торговля", "ТОРГОВЛЯ"),
            ("ΕΜΠΌΡΙΟΣ", "εμπόριος"),
            ("مُحَمَّد", "محمد"),
            ("한국", unicodedata.normalize("NFD", "한국")),
            ("が", unicodedata.normalize("NFD", "が")),
            ("ｶﾞ", "ガ"),
            ("น้ำ", "น\u0e49\u0e4d\u0e32"),
        ],
    )
    def test_these_are_the_same(self, one: str, other: str) -> None:
        assert tokens(one) == tokens(other)

    def test_vowel_marks_of_other_scripts_are_kept(self) -> None:
        assert tokens("कि") != tokens("कु")
        assert tokens("か") != tokens("が")

    def test_a_character_beyond_the_basic_plane_is_a_token(self) -> None:
        assert tokens("𠀀人") == ["c520000", "c44eba"]


class TestTokens:
    @pytest.mark.parametrize("text", ["k1780", "u40434", "c44eba", "ក д 人", "K1780 U40434"])
    def test_a_latin_word_is_never_an_encoded_one(self, text: str) -> None:
        latin = {token.text for token in analyse(text) if re.fullmatch("[a-z]+|[0-9]+", token.text)}
        encoded = {token for token in tokens(text) if re.match("[ku c][0-9]", token)}
        assert bool(latin) == text.isascii()
        assert bool(encoded) != text.isascii()

    @pytest.mark.parametrize("letter", ["a", "1", "Я", "ក\u17c6\u17c6", "ក" + "្ក្ខ" * 40, "a'"])
    def test_a_long_word_is_cut_yet_stays_itself(self, letter: str) -> None:
        long = letter * 100
        assert all(len(token) <= LONGEST_TOKEN for token in tokens(long))
        assert tokens(long) == tokens(long)

    @pytest.mark.parametrize("letter", ["a", "1", "Я"])
    def test_two_long_words_that_begin_alike_stay_different(self, letter: str) -> None:
        long = letter * 100
        assert tokens(long) != tokens(long + letter)
        assert tokens(long) != tokens(tokens(long)[0])

    def test_only_parts_of_words_are_clusters(self) -> None:
        assert [token.is_cluster for token in analyse("k c ក人 Я 12")] == [
            *(False, False, True, True, False, False)
        ]

    def test_an_accent_belongs_to_the_letter_before_it(self) -> None:
        assert [(token.start, token.end) for token in analyse("cafe\u0301 x")] == [(0, 5), (6, 7)]

    def test_several_threads_get_the_same_stems(self) -> None:
        words = [f"{stem}{ending}" for stem in ("traffick", "prosecut") for ending in ("ing", "ed")]
        texts = [f"{word} {word * 2} x{number}" for number in range(50) for word in words]
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(tokens, texts)) == [tokens(text) for text in texts]

    @settings(deadline=None)
    @given(lively_text)
    def test_every_token_is_short_ascii_at_a_valid_place(self, text: str) -> None:
        place = 0
        for token in analyse(text):
            assert re.fullmatch("[a-z0-9]{1,64}", token.text)
            assert place <= token.start < token.end <= len(text)
            place = token.start

    @settings(deadline=None)
    @given(lively_text)
    def test_the_piece_of_text_under_a_token_gives_that_token(self, text: str) -> None:
        for token in analyse(text):
            assert token.text in tokens(text[token.start : token.end])

    @settings(deadline=None)
    @given(lively_text)
    def test_texts_alone_are_those_of_the_tokens(self, text: str) -> None:
        assert tokens(text) == [token.text for token in analyse(text)]

    @settings(deadline=None)
    @given(lively_text)
    def test_canonically_equal_letters_give_equal_tokens(self, text: str) -> None:
        for char in text:
            assert tokens(char) == tokens(unicodedata.normalize("NFC", char))

    @settings(deadline=None)
    @given(lively_text, lively_text)
    def test_text_after_a_line_break_changes_nothing_before_it(self, one: str, other: str) -> None:
        assert tokens(f"{one}\n{other}") == tokens(one) + tokens(other)

    @settings(deadline=None)
    @given(st.text("aAb1230.,',- \n&_", max_size=40))
    def test_english_is_cut_alike_beside_another_script(self, text: str) -> None:
        whole = f"{text}\n{TRAFFICKING}"
        ours = [token for token in analyse(whole) if token.end <= len(text)]
        assert ours == analyse(text)
