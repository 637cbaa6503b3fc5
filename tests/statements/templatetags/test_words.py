import pytest
from django.template import Context

from sources.dates import PartialDate
from statements.models import Statement
from statements.rows import Row
from statements.search.highlights import snippet
from statements.search.query import parse
from statements.templatetags.words import WORDS_IN_LIST, excerpt, marked, month_in_words


def test_what_was_found_is_marked_and_all_else_escaped() -> None:
    text = "<b>Cambodia</b> & the assessments"
    assert marked(text, parse("assessment")).html == (
        "&lt;b&gt;Cambodia&lt;/b&gt; &amp; the <mark>assessments</mark>"
    )


def test_a_page_without_a_timeline_marks_nothing() -> None:
    assert excerpt(Context(), "We <will> act.").html == "We &lt;will&gt; act."


def test_a_long_text_is_cut_around_nothing_at_its_beginning() -> None:
    cut = excerpt(Context(), "word " * 1000).html
    assert cut.startswith("word word")
    assert cut.endswith("…")
    assert len(cut) < 1000


def test_a_beginning_is_the_same_whether_or_not_the_whole_is_read() -> None:
    for text in ("word " * 1000, "ការជួញដូរមនុស្ស " * 300, "unendinglylongword" * 200):
        whole = "".join(piece for piece, _hit in snippet(text, parse(""), words=WORDS_IN_LIST))
        assert excerpt(Context(), text).html == whole


@pytest.mark.parametrize(
    ("day", "month"), [("2022-08-12", "August"), ("2014-06", "June"), ("2005", "")]
)
def test_the_month_of_a_date_in_words(day: str, month: str) -> None:
    statement = Statement(said_on=PartialDate.parse(day))
    assert month_in_words(statement) == month
    assert month_in_words(Row(statement, [], [])) == month
