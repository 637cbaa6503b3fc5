import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sources.quotes import Verdict, verify

EXACT, TYPOGRAPHIC, ELIDED = Verdict.EXACT, Verdict.TYPOGRAPHIC, Verdict.ELIDED
DIFFERS, NOT_FOUND = Verdict.DIFFERS, Verdict.NOT_FOUND
PASSED = {EXACT, TYPOGRAPHIC, ELIDED}

ARTICLE = (
    "The minister’s office replied on Monday.\n\n"
    "“We do not accept the report, which is unfair — and it cannot be right,” he "
    "said. Others disagreed.\n\n"
    "“Our machines counted 1,577 cases,” she added, “and the anti-trafficking law "
    "covers 5% of them.” “No,” they said, “we can.”\n"
)
# The five quotations with which the register begins, in surroundings made up for the test.
SEEDS = [
    (
        "We are dedicated to combating human trafficking and are employing every means "
        "possible to tackle human trafficking in Cambodia and any other activities "
        "related to the practice,"
    ),
    (
        "We are not silent in our work of tackling human trafficking. We suffer when "
        "perpetrators conduct these activities on Cambodian soil, and do our best to "
        "protect people from falling victim to these crimes,"
    ),
    (
        "We do not deny the assessment downgrade, but we do not accept it. It cannot be "
        "denied, as it has been spread all over the world. We must also come up with "
        "every means to respond to it. Although we accept that we do not have the "
        "resources to combat all kinds of crimes, we must make it a priority. We want "
        "Cambodia to be safe and peaceful for everyone,"
    ),
    (
        "In this new era, we face both real and fake information, which has significantly"
        " damaged our reputation. Some international assessments of Cambodia’s efforts to"
        " combat human trafficking have been inaccurate and unfair,"
    ),
    (
        "We do not deny that we have problems. Cambodia has never denied the existence of"
        " human trafficking or other security issues. That is why we continue to "
        "strengthen law enforcement measures and enhance international cooperation, "
        "demonstrating our clear commitment."
    ),
]
TWICE = "First: we do not deny it. Much later: we do not deny it. The end."


def verdict(quotation: str, text: str = ARTICLE) -> Verdict:
    return verify(quotation, text).verdict


def passage(quotation: str, text: str = ARTICLE) -> str | None:
    found = verify(quotation, text)
    return None if found.start is None else text[found.start : found.end]


class TestExact:
    @pytest.mark.parametrize("quotation", SEEDS)
    def test_the_first_quotations_of_the_register(self, quotation: str) -> None:
        text = f"An official spoke.\n\n“{quotation}” she said.\n\nMore followed.\n"
        found = verify(quotation, text)
        assert (found.verdict, found.start) == (EXACT, 21)
        assert found.end == 21 + len(quotation)

    def test_blanks_around_the_quotation_do_not_count(self) -> None:
        assert verdict(" We do not accept the report\n") == EXACT

    def test_a_quotation_with_its_marks_and_attribution(self) -> None:
        assert verdict("“No,” they said, “we can.”") == EXACT

    def test_an_ellipsis_that_the_source_prints(self) -> None:
        assert verdict("we… go", "Then we… go") == EXACT

    def test_brackets_that_the_source_prints(self) -> None:
        assert verdict("the [TIP] report", "See the [TIP] report.") == EXACT


class TestTypographic:
    @pytest.mark.parametrize(
        "quotation",
        [
            "The minister's office replied",
            "We do not accept the report, which is unfair - and it cannot be right",
            "We do not  accept\nthe\u00a0report",
            "We do not ac\u00adcept the\u200b report",
            "we do not accept the report",
            "We do not accept the report, which is unfair — and it cannot be right.",
            "“We do not accept the report”",
            "“We do not accept the report.”",
        ],
    )
    def test_the_same_words_set_otherwise(self, quotation: str) -> None:
        assert verdict(quotation) == TYPOGRAPHIC

    def test_a_printing_that_is_the_same_is_preferred(self) -> None:
        text = "It was “so” there. It was 'so' there."
        assert verify("'so' there", text).start == text.index("'")

    def test_khmer_typed_in_another_order_and_with_invisible_blanks(self) -> None:
        text = "លោកថា ស្ត្រី\u200bកម្ពុជា\u200bប្រយុទ្ធ។"
        assert verdict("ស្រ្តីកម្ពុជា", text) == TYPOGRAPHIC
        assert passage("ស្រ្តីកម្ពុជា", text) == "ស្ត្រី\u200bកម្ពុជា"


class TestDiffers:
    @pytest.mark.parametrize(
        "quotation",
        [
            "We accept the report, which is unfair",
            "We do accept the report, which is unfair",
            "We do not accept the report which is unfair",
            "We do not accept the Report, which is unfair",
            "We do not really accept the report, which is unfair",
            "We do not accept this report, which is unfair",
            "and it can not be right",
            "counted 1,576 cases",
            "anti trafficking law covers",
        ],
    )
    def test_another_word_or_another_comma(self, quotation: str) -> None:
        assert verdict(quotation) == DIFFERS

    def test_the_diff_shows_the_missing_word(self) -> None:
        found = verify("We do accept the report", ARTICLE)
        assert found.diff == (
            ("equal", "We do "),
            ("delete", "not "),
            ("equal", "accept the report"),
        )
        assert (found.start, found.end) == (ARTICLE.index("We do"), ARTICLE.index(", which"))

    @pytest.mark.parametrize(
        ("quotation", "text"),
        [
            ("trafficking law", "The anti-trafficking law"),
            ("anti", "The anti-trafficking law"),
            ("covers 5", "It covers 5% of them"),
            ("Covid", "Covid-19 came"),
            ("in 2019", "in 2019–2020"),
        ],
    )
    def test_a_part_of_a_compound(self, quotation: str, text: str) -> None:
        assert verdict(quotation, text) == DIFFERS

    def test_khmer_with_another_word(self) -> None:
        text = "លោកថា អំពើជួញដូរមនុស្សជាបទល្មើស។"
        assert verdict("អំពើជួញដូរស្ត្រីជាបទល្មើស", text) == DIFFERS


class TestNotFound:
    @pytest.mark.parametrize(
        "quotation", ["chin", "Mach", "he minister", "1", "577 cases", "Linus"]
    )
    def test_a_piece_of_a_word(self, quotation: str) -> None:
        assert verdict(quotation) not in PASSED

    def test_other_words(self) -> None:
        found = verify("Nobody ever dreamt of such a thing", ARTICLE)
        assert (found.verdict, found.start, found.end) == (NOT_FOUND, None, None)

    def test_half_a_khmer_cluster(self) -> None:
        assert verdict("ស", "ស្ត្រី") == NOT_FOUND

    @pytest.mark.parametrize("text", ["", " \n", "… —"])
    def test_no_text_is_not_checkable(self, text: str) -> None:
        assert verdict("We do", text) == Verdict.NOT_CHECKABLE

    @pytest.mark.parametrize("quotation", ["", "  ", "“…”", "\u200b"])
    def test_no_quotation_is_an_error(self, quotation: str) -> None:
        with pytest.raises(ValueError, match="no word"):
            verify(quotation, ARTICLE)


class TestPlace:
    def test_the_first_of_two_unless_something_says_otherwise(self) -> None:
        assert verify("we do not deny it", TWICE).start == 7

    @pytest.mark.parametrize(
        ("prefix", "suffix"), [("Much later: ", ""), ("", ". The end."), ("uch later: ", ". The")]
    )
    def test_prefix_and_suffix_tell_the_second(self, prefix: str, suffix: str) -> None:
        found = verify("we do not deny it", TWICE, prefix=prefix, suffix=suffix)
        assert found.start == TWICE.rindex("we do")

    def test_of_two_elided_ones(self) -> None:
        text = TWICE.replace("deny it", "deny that we knew it")
        found = verify("we do not deny … it", text, prefix="Much later: ")
        assert found.start == text.rindex("we do")

    def test_what_a_verification_gives_leads_back_to_its_place(self) -> None:
        first = verify("we do not deny it", TWICE, suffix=". The end.")
        again = verify("we do not deny it", TWICE, prefix=first.prefix, suffix=first.suffix)
        assert again == first


words = st.lists(
    st.text("abcdeé", min_size=1, max_size=4)
    | st.sampled_from(["ស្ត្រី", "Covid-19", "1,577", "it’s"]),
    min_size=4, max_size=25,
)  # fmt: skip
RESTYLED = st.fixed_dictionaries(
    {" ": st.sampled_from([" ", "\n", "\u00a0", " \u200b "]), "’": st.sampled_from("'‘’ʼ"),
     "“": st.sampled_from(["“", '"', "«", "''"]), "—": st.sampled_from(["-", "–", " -- "])}
)  # fmt: skip


@settings(deadline=None)
@given(words, st.data())
def test_any_slice_between_words_is_exact_where_it_stands(
    text: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(text) - 1))
    last = data.draw(st.integers(first + 1, len(text)))
    joined, quotation = " ".join(text), " ".join(text[first:last])
    start = len(" ".join(text[:first])) + (first > 0)
    found = verify(
        quotation, joined, prefix=joined[:start], suffix=joined[start + len(quotation) :]
    )
    assert (found.verdict, found.start, found.end) == (EXACT, start, start + len(quotation))


@settings(deadline=None)
@given(words, RESTYLED)
def test_any_other_typography_is_at_most_typographic(
    text: list[str], styles: dict[str, str]
) -> None:
    printed = "“" + " ".join(text[:2]) + "— " + " ".join(text[2:]) + " “so it’s"
    restyled = "".join(styles.get(char, char) for char in printed)
    assert verify(restyled, f"x {printed} x").verdict in {EXACT, TYPOGRAPHIC}


@settings(deadline=None)
@given(words, st.data())
def test_a_dropped_or_replaced_word_never_passes(text: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(text) - 2))
    instead = data.draw(st.sampled_from([[], ["not"], ["other", "words"]]))
    changed = [*text[:place], *instead, *text[place + 1 :]]
    assume(" ".join(changed) not in " ".join(text))
    assert verify(" ".join(changed), f"“{' '.join(text)},” x said.").verdict not in PASSED


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=80), st.text(max_size=10))
def test_any_two_texts_give_a_verdict_with_places_in_the_text(
    quotation: str, text: str, prefix: str
) -> None:
    try:
        found = verify(quotation, text, prefix=prefix, suffix=prefix)
    except ValueError:
        return
    if found.start is not None and found.end is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert text[: found.start].endswith(found.prefix)
        assert text[found.end :].startswith(found.suffix)
    else:
        assert found.verdict in {NOT_FOUND, Verdict.NOT_CHECKABLE}


@pytest.mark.parametrize(
    ("quotation", "text"),
    [
        ("a a a, b", "a " * 50_000),
        ("a a a … a a a … b", "a " * 50_000),
        ("a b … c", "“a,” b “" * 12_000),
        ("we [do] not", "[" * 100_000 + "we"),
        ("a" + "[b]" * 30_000, "a b c " * 100),
        ("a" * 20_000, "a" * 100_000),
        ("a " * 9_999 + "b", "a " * 50_000),
        ("not … this now", "'\"" * 50_000 + "not this"),
    ],
)
def test_hostile_input_never_passes(quotation: str, text: str) -> None:
    assert verdict(quotation, text) not in PASSED
