"""Quotations with words left out."""

import pytest

from sources.quotes import verify
from tests.sources.test_quotes import ARTICLE, DIFFERS, ELIDED, PASSED, verdict


class TestElided:
    @pytest.mark.parametrize(
        "quotation",
        [
            "We do not accept … and it cannot be right",
            "We do not accept ... it cannot be right",
            "We do not accept [...] it cannot be right.",
            "We do not accept (…) it cannot be right",
            "We do not accept [the US] report",
            "[W]e do not accept the report",
            "… which is unfair …",
            "We do not accept the report…",
        ],
    )
    def test_marked_omissions(self, quotation: str) -> None:
        assert verdict(quotation) == ELIDED

    @pytest.mark.parametrize(
        "quotation",
        [
            "Our machines counted 1,577 cases, and the anti-trafficking law covers 5% of them.",
            "Our machines counted 1,577 cases and the anti-trafficking law covers 5% of them",
            "Our machines counted 1,577 cases. And the anti-trafficking law covers 5% of them",
            "Our machines counted … and the anti-trafficking law [now] covers 5% of them",
        ],
    )
    def test_joined_over_its_attribution(self, quotation: str) -> None:
        found = verify(quotation, ARTICLE)
        assert found.verdict == ELIDED
        assert "she" not in " ".join(ARTICLE[slice(*span)] for span in found.fragments)

    def test_brackets_of_the_source_hide_no_dropped_word(self) -> None:
        text = "See the Trafficking in Persons [TIP] Report for this year."
        assert verdict("the Trafficking in Persons [TIP] for this year", text) == DIFFERS

    def test_the_fragments_are_the_words_that_were_found(self) -> None:
        found = verify("We do not accept … it cannot be right", ARTICLE)
        assert [ARTICLE[slice(*span)] for span in found.fragments] == [
            "We do not accept",
            "it cannot be right",
        ]
        assert (found.start, found.end) == (found.fragments[0][0], found.fragments[-1][1])

    def test_both_an_omission_and_an_attribution(self) -> None:
        quotation = "Our machines … cases, and the anti-trafficking law covers … of them"
        assert verdict(quotation) == ELIDED

    def test_a_mark_that_reopens_a_paragraph(self) -> None:
        text = "“We have come a long way.\n\n“We shall go on,” he said."
        assert verdict("We have come a long way. We shall go on,", text) == ELIDED

    @pytest.mark.parametrize(
        "quotation",
        [
            "it cannot be right … We do not accept",  # wrong order
            "We do not accept … and we will never",  # one is missing
            "We do … it … be right",  # all too short
            "We do not accept … them … the anti-trafficking law",  # order again
        ],
    )
    def test_fragments_that_do_not_all_stand_in_order(self, quotation: str) -> None:
        assert verdict(quotation) not in PASSED

    def test_fragments_far_apart(self) -> None:
        text = "We do not accept it. " + "Much else was said. " * 40 + "It was a fine day."
        assert verdict("We do not accept it … it was a fine day", text) not in PASSED

    def test_an_attribution_whose_pieces_are_short(self) -> None:
        assert verdict("No, we can") not in PASSED

    @pytest.mark.parametrize(
        ("quotation", "text"),
        [
            ("We will go to court now", "“We will” not “go to court now.”"),
            ("We will never accept it", "“We will,” he said.\n\n“never accept it,” she said."),
            ("It is called blood work here", "‘It is called “blood slavery,” not “work here.”’"),
            ("the states call it unfair now", "“the states’ envoys call it ‘unfair now’” he said"),
        ],
    )
    def test_words_within_the_marks_are_not_swallowed(self, quotation: str, text: str) -> None:
        assert verdict(quotation, text) not in PASSED
