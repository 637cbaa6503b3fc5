import re

from django.template.loader import render_to_string

from statements.facets import Facet, Option
from statements.templatetags.panels import list_of, options, plain_options

ANN = Option("ann", "Ann <O’Neill> & Co", 1577, selected=False)
BO = Option('b"o', "Bo", 0, selected=True)


def facet(*shown: Option, name: str = "speaker") -> Facet:
    return Facet(name, "Speaker", list(shown))


def test_an_option_is_a_box_with_its_label_and_count() -> None:
    assert options(facet(ANN)).html == (
        '<li><label><input type="checkbox" id="speaker-ann" name="speaker" value="ann"> '
        'Ann &lt;O’Neill&gt; &amp; Co <span class="count">1577</span></label></li>'
    )


def test_what_was_chosen_is_checked_and_nothing_closes_its_value() -> None:
    assert (
        'id="speaker-b&quot;o" name="speaker" value="b&quot;o" checked>' in options(facet(BO)).html
    )


def test_every_option_has_its_line() -> None:
    assert len(options(facet(ANN, BO)).html.splitlines()) == 2


def test_plain_options_have_no_ids() -> None:
    assert plain_options(facet(ANN)).html == options(facet(ANN)).html.replace(
        ' id="speaker-ann"', ""
    )


def test_a_facet_of_records_leads_to_the_page_of_all_of_them() -> None:
    assert list_of(facet()) == "/speakers/"
    assert list_of(facet(name="kind")) == ""


def panel(shown: Facet) -> str:
    """The filter panel of a page with this facet alone."""
    html = render_to_string("components/filters.html", {"timeline": {"facets": [shown]}})
    return re.sub(r"\s+", " ", html)


def test_the_panel_says_how_many_values_it_has_no_room_for() -> None:
    assert "more:" not in panel(facet(ANN))
    assert "and 7 more: search for the name above</p>" in panel(
        Facet("kind", "Kind", [ANN], more=7)
    )
    assert (
        'and 7 more: search for the name above or <a href="/speakers/">open the list</a></p>'
    ) in panel(Facet("speaker", "Speaker", [ANN], more=7))
