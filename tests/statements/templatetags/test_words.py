from django.template import Context

from statements.search.highlights import snippet
from statements.search.query import parse
from statements.templatetags.words import WORDS_IN_LIST, excerpt, excerpted


def test_what_was_found_is_marked_and_all_else_escaped() -> None:
    text = "<b>Cambodia</b> & the assessments"
    assert excerpted(text, parse("assessment")).html == (
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
