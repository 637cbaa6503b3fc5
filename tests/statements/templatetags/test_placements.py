import re

import pytest

from statements import workflow
from statements.markup import Sheet
from statements.models import Evidence, Placement, Position
from statements.templatetags.placements import edition_sections, position_block, put_facts
from tests import factories
from tests.statements.charts.placing import place, standing, take
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def facts(placement: Placement) -> str:
    sheet = Sheet()
    put_facts(sheet, placement)
    return re.sub(r"\s+", " ", sheet.markup().html)


def block(position: Position, *, claimant: bool = False, placement: bool = False) -> str:
    shown = position_block(position, show_claimant=claimant, show_placement=placement)
    return re.sub(r"\s+", " ", shown.html)


def test_an_edition_says_when_it_came_out_if_that_is_known() -> None:
    placement = factories.placement()
    assert "<p>Date of release not known (" in facts(placement)
    placement.edition.released_on = "2022-07"
    assert "<p>Released July 2022 (" in facts(placement)
    confidence = placement.get_confidence_display()
    assert f"<p>Confidence in the level: {confidence}</p>" in facts(placement)


def test_only_a_public_source_is_named() -> None:
    source = factories.source("A <report>")
    placement = factories.placement(source=source)
    assert "report" not in facts(placement)
    workflow.publish(record=source, by=None)
    placement.refresh_from_db()
    path = source.get_absolute_url()  # type: ignore[attr-defined]
    assert f' · <a href="{path}">A &lt;report&gt;, {source.outlet}</a></p>' in facts(placement)


def test_addresses_in_the_evidence_are_links_and_all_else_is_escaped() -> None:
    placement = factories.placement(evidence="<b>See</b> https://state.example/tip?a=1&b=2")
    assert (
        "<details><summary>Where this is known from</summary><p>&lt;b&gt;See&lt;/b&gt; "
        '<a href="https://state.example/tip?a=1&amp;b=2" rel="nofollow">'
        "https://state.example/tip?a=1&amp;b=2</a></p></details>"
    ) in facts(placement)
    placement.edition.evidence = "The web site."
    assert "</p><p>Date of release:</p><p>The web site.</p></details>" in facts(placement)


def test_without_evidence_there_is_nothing_to_open() -> None:
    assert "<details>" not in facts(factories.placement())


def test_a_position_shows_its_words() -> None:
    position = published(text="We <deny> it.")
    (row,) = position.evidence_rows.all()
    shown = block(position)
    assert '<time datetime="2022-08-12">12 August 2022</time>' in shown
    assert f'<span class="stance">{position.stance}</span>' in shown
    path = row.statement.get_absolute_url()
    assert f'<blockquote lang="en"><a href="{path}">“We &lt;deny&gt; it.”</a></block' in shown


def test_reported_speech_is_not_quoted_and_implicit_evidence_is_said() -> None:
    position = published(text="", kind="reported", summary="He denied it.")
    Evidence.objects.update(weight="implicit")
    shown = block(position)
    assert '<blockquote class="reported" lang="en">' in shown
    assert '>He denied it.</a> <span class="meta">(implicit)</span></blockquote>' in shown


def test_who_and_on_what_are_told_where_the_page_does_not_say() -> None:
    ann = factories.speaker("Ann & Co", slug="ann")
    placement = factories.placement(factories.ranking("Report", slug="report"))
    position = published(speaker=ann, placement=placement)
    shown = block(position, claimant=True, placement=True)
    assert '<a href="/speakers/ann/">Ann &amp; Co</a> · ' in shown
    assert '— <a href="/rankings/report/cambodia/#y2022">Report 2022, Cambodia: Tier 3</a>' in shown
    assert "Ann" not in block(position)
    assert "Report" not in block(position)


def test_what_the_editors_think_is_told_after_the_words() -> None:
    position = published(target="inferred")
    position.grounds, position.rationale = "Law & order", "The words say so."
    shown = block(position)
    assert '<span class="soft">(that this ranking is meant is inferred)</span></p>' in shown
    assert (
        '<p class="meta">Grounds given: Law &amp; order</p> '
        '<p class="meta">The words say so.</p> </div>'
    ) in shown


def test_each_edition_tells_its_change_and_the_positions_on_it() -> None:
    ranking = factories.ranking(slug="tip")
    place(ranking, y2020="2", y2021="2", y2022="3")
    position = take(ranking, 2022, "2022-08-12")
    html = re.sub(r"\s+", " ", edition_sections(standing(ranking)).html)
    newest, same, first = html.removesuffix("</section>").split("</section>")
    assert newest.startswith('<section class="edition" id="y2022">')
    assert 'Tier 3 <span class="change-lowered">(Lowered)</span></span></h3>' in newest
    assert f"{position.speaker}</a> · " in newest
    assert (
        '<a href="/statements/?ranking=tip&amp;edition=2022">'
        "Statements about the edition of 2022 in the timeline</a>"
    ) in newest
    for edition in (same, first):
        assert "change-" not in edition
        assert '<p class="soft">No position on it is on record.</p>' in edition


def test_the_note_on_a_placement_is_shown() -> None:
    ranking = factories.ranking()
    place(ranking, y2022="3")
    Placement.objects.update(note="Down <again>.")
    assert "<p>Down &lt;again&gt;.</p>" in edition_sections(standing(ranking)).html
