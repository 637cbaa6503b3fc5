from django.template import Context, Template
from django.utils.html import format_html
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from statements.markup import EDGE, Markup, Sheet, escaped, joined


def test_every_value_is_escaped_once() -> None:
    assert Markup('<a href="{}">{}</a>', 'x" y', "<b> & 'c'").html == (
        '<a href="x&quot; y">&lt;b&gt; &amp; &#x27;c&#x27;</a>'
    )


def test_a_piece_stays_as_it_is_within_another() -> None:
    assert Markup("<li>{}</li>", Markup("<b>{}</b>", "&")).html == "<li><b>&amp;</b></li>"


def test_numbers_and_words_to_be_translated_are_text() -> None:
    assert Markup("{} {}", 7, gettext_lazy("Topic <i>")).html == "7 Topic &lt;i&gt;"


def test_what_django_calls_safe_is_not_escaped_again() -> None:
    assert Markup("{}", format_html("<b>{}</b>", "<")).html == "<b>&lt;</b>"


def test_braces_in_a_value_are_only_text() -> None:
    assert Markup("<p>{}</p>", "{0} {x}").html == "<p>{0} {x}</p>"


def test_pieces_are_joined_by_text() -> None:
    assert joined([Markup("<b>{}</b>", "&"), Markup("<i></i>")], " <").html == (
        "<b>&amp;</b> &lt;<i></i>"
    )


def test_nothing_is_false() -> None:
    assert not joined([])
    assert Markup("<br>")


def test_django_shows_a_piece_as_html() -> None:
    assert format_html("<p>{}</p>", Markup("<b>{}</b>", "&")) == "<p><b>&amp;</b></p>"
    tag = Template("{% load panels %}{% plain_options facet %}")
    facet = type("F", (), {"name": "kind", "options": []})()
    assert tag.render(Context({"facet": facet})) == ""


def test_a_sheet_holds_its_pieces_one_after_the_other() -> None:
    sheet = Sheet()
    sheet.add('<a href="%s">%s</a>', 'x" y', "<b> & 'c' 100% {} %s")
    sheet.add("<br>")
    sheet.add_piece(Markup("<i>{}</i>", "50% &"))
    assert sheet.markup().html == (
        '<a href="x&quot; y">&lt;b&gt; &amp; &#x27;c&#x27; 100% {} %s</a><br><i>50% &amp;</i>'
    )
    assert not Sheet().markup()


@given(st.lists(st.text(alphabet=f"a<&'\"%{EDGE}", max_size=5), max_size=5))
def test_texts_together_are_escaped_as_each_by_itself(texts: list[str]) -> None:
    assert escaped(texts) == [Markup("{}", text).html for text in texts]
