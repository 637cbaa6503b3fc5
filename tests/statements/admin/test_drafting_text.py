"""The text with its marks, and what does not add up, in words."""

import pytest

from sources.reading.arithmetic import Doubt
from statements.admin.drafting_text import annotated, doubts_in_words, in_words
from tests.statements import article

pytestmark = pytest.mark.django_db


def test_the_whole_text_is_shown_with_what_was_found_in_it() -> None:
    article.speakers()
    capture = article.captured()
    pieces = annotated(article.proposed(capture))
    assert "".join(one.text for one in pieces) == capture.text
    kinds = {one.text: one.kinds for one in pieces if one.kinds}
    assert kinds[article.CANALS] == ("quotation",)
    assert kinds["120 breaches of dykes"] == ("figure", "reported")
    assert any("date" in one for one in kinds.values())


def test_what_lies_outside_the_article_is_told_apart() -> None:
    article.speakers()
    pieces = annotated(article.proposed(article.captured()))
    outside = "".join(one.text for one in pieces if one.outside)
    assert "catfish" in outside
    assert article.CANALS not in outside


def test_a_row_finds_its_passage_in_the_text() -> None:
    article.speakers()
    found = article.proposed(article.captured())
    anchors = [anchor for one in annotated(found) for anchor in one.anchors]
    assert len(anchors) == len(set(anchors))
    assert {f"passage-{one.proposal.key}" for one in found.found} <= set(anchors)
    assert {"figure-0", "figure-1", "figure-2"} <= set(anchors)


def test_a_ratio_that_does_not_hold_is_told_with_both_numbers() -> None:
    article.speakers()
    (doubt,) = doubts_in_words(article.proposed(article.captured()))
    said = "“120 breaches of dykes” to “70 breaches”: 2 times is printed, not 1.71."
    assert doubt == {"words": said, "figure": 0}


@pytest.mark.parametrize("rule", ["ratio", "part", "court", "percentage"])
def test_every_doubt_has_its_words(rule: str) -> None:
    article.speakers()
    found = article.proposed(article.captured())
    assert "“120 breaches of dykes”" in in_words(Doubt(rule, (0, 1), 3, 2.5), found)
    assert "%(" not in in_words(Doubt(rule, (0,), 3, 2.5), found)
