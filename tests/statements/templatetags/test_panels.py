import re

from django.template.loader import render_to_string

from statements.facets import Facet, Option
from statements.templatetags.panels import panel, plain_options

ANN = Option("ann", "Ann <O’Neill> & Co", 1577, selected=False)
BO = Option('b"o', "Bo", 0, selected=True)


def facet(*shown: Option, name: str = "speaker") -> Facet:
    return Facet(name, "Speaker", list(shown))


def options(*shown: Option) -> list[str]:
    """The lines of the options in the panel."""
    return re.findall("<li>.*</li>", panel([facet(*shown)]).html)


def test_an_option_is_a_box_with_its_label_and_count() -> None:
    (option,) = options(ANN)
    assert option == (
        '<li><label><input type="checkbox" id="speaker-ann" name="speaker" value="ann"> '
        'Ann &lt;O’Neill&gt; &amp; Co <span class="count">1577</span></label></li>'
    )


def test_what_was_chosen_is_checked_and_nothing_closes_its_value() -> None:
    (option,) = options(BO)
    assert 'id="speaker-b&quot;o" name="speaker" value="b&quot;o" checked>' in option


def test_every_option_stands_in_the_list() -> None:
    assert panel([facet(ANN, BO)]).html.count("<li>") == 2


def test_plain_options_have_no_ids() -> None:
    assert plain_options(facet(ANN)).html == options(ANN)[0].replace(' id="speaker-ann"', "")


def test_the_first_facets_are_open_and_those_of_which_something_is_chosen() -> None:
    shown = [facet(ANN, name=name) for name in "abcd"] + [facet(ANN, BO, name="e")]
    opened = re.findall(r'<details id="facet-(.)"( open)?>', panel(shown).html)
    assert "".join(name for name, is_open in opened if is_open) == "abce"


def whole(shown: Facet) -> str:
    """The filter panel of a page with this facet alone."""
    html = render_to_string("components/filters.html", {"timeline": {"facets": [shown]}})
    return re.sub(r"\s+", " ", html)


def test_the_panel_says_how_many_values_it_has_no_room_for() -> None:
    assert "more:" not in whole(facet(ANN))
    assert '<p class="meta">and 7 more: search for the name above</p>' in whole(
        Facet("kind", "Kind", [ANN], more=7)
    )


def test_of_records_it_leads_to_the_page_of_all_of_them() -> None:
    assert (
        'and 7 more: search for the name above or <a href="/speakers/">open the list</a></p>'
    ) in whole(Facet("speaker", "Speaker", [ANN], more=7))
