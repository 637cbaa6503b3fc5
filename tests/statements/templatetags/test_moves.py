import re

import pytest
from django.template import Context

from statements.models import Evidence, Position
from statements.positions.listing import rows_of
from statements.positions.sequences import sequences_of
from statements.positions.shifts import Entry
from statements.search.query import parse
from statements.templatetags.moves import (
    entry_items,
    position_items,
    position_step,
    shift_line,
)
from tests import factories
from tests.statements.holding import held, published, shifts

pytestmark = pytest.mark.django_db


def entries() -> list[Entry]:
    """A position of 2020 and another of 2022, on one placement."""
    ann = factories.speaker("Ann <A>", slug="ann")
    placement = factories.placement(factories.ranking("Report", slug="report"))
    published("2020-01-02", "welcomes", speaker=ann, placement=placement, text="We & all thank.")
    published("2022", speaker=ann, placement=placement, text="", kind="reported", summary="No.")
    return again()


def again() -> list[Entry]:
    """The same, loaded anew."""
    (sequence,) = sequences_of([one.speaker for one in Position.objects.all() if one.speaker])
    return list(sequence.entries)


def flat(html: str) -> str:
    return re.sub(r"\s+", " ", html)


def step(entry: Entry, *, whole: bool = True, query: str = "", show_claimant: bool = False) -> str:
    timeline = type("T", (), {"query": parse(query) if query else None})()
    context = Context({"timeline": timeline})
    return flat(position_step(context, entry.step, whole=whole, show_claimant=show_claimant).html)


def test_a_step_says_when_which_stance_and_on_what() -> None:
    first = entries()[0]
    stance = first.step.stance
    shown = step(first)
    assert '<time datetime="2020-01-02">2 January 2020</time>' in shown
    assert f'href="/method/#stance-{stance.code}">{stance.order}. {stance}</a>' in shown
    assert (
        'on <a href="/rankings/report/cambodia/#y2022">Report 2022, Cambodia: Tier 3</a>' in shown
    )
    assert "office not recorded<br>" in shown


def test_a_step_shows_its_words_quoted_or_reported() -> None:
    first, second = entries()
    assert "“We &amp; all thank.”</a></blockquote>" in step(first)
    assert "<mark>thank</mark>" in step(first, query="thank")
    assert '<blockquote class="reported" lang="en">' in step(second)
    assert ">No.</a>" in step(second)


def test_who_is_named_where_the_page_does_not_say() -> None:
    first = entries()[0]
    named = '<a href="/speakers/ann/">Ann &lt;A&gt;</a>, office'
    assert named in step(first, show_claimant=True)
    assert named not in step(first)


def test_how_far_the_words_were_checked_leads_to_what_that_means() -> None:
    first, second = entries()
    assert '<a class="rung rung-exact" href="/method/#verification">Word for word</a>' in step(
        first
    )
    assert "rung-" not in step(second)


def test_implicit_evidence_and_an_inferred_ranking_are_said() -> None:
    entries()
    assert "inferred" not in "".join(step(one) for one in again())
    Position.objects.update(target="inferred")
    Evidence.objects.update(weight="implicit")
    (first, _second) = again()
    assert "<br>That this ranking is meant is inferred.</p>" in step(first)
    assert " <span>implicit</span>" in step(first)


def test_grounds_and_reasons_are_told_of_the_whole_step_only() -> None:
    entries()
    Position.objects.update(grounds="Law & order", rationale="The words say so.")
    (first, _second) = again()
    told = '<p class="meta">Grounds given: Law &amp; order</p><p class="meta">The words say so.</p>'
    assert told in step(first)
    assert "Law" not in step(first, whole=False)


def test_an_earlier_judgement_is_named() -> None:
    ann, placement = factories.speaker(), factories.placement()
    old = published("2020", "welcomes", speaker=ann, placement=placement)
    published("2020", speaker=ann, placement=placement, supersedes=old, text="Other words.")
    (sequence,) = sequences_of([ann])
    assert f"Replaces an earlier judgement: “{old.stance}” (2020)." in step(sequence.entries[0])


def test_a_shift_says_what_it_came_to_and_what_that_rests_on() -> None:
    (shift,) = shifts(
        held(1, "2010-06", "welcomes", edition=2010, statements=[1]),
        held(2, "2022-08-12", "unjust", edition=2022, statements=[2, 3]),
    )
    assert flat(shift_line(shift).html) == (
        '<p class="shift shift-reversed"><strong class="outcome">Reversed</strong>. '
        '<span class="meta">Against “welcomes”, June 2010. '
        "3 statements, June 2010 – 12 August 2022. Editions 2010, 2022. "
        "In the same office. </span></p>"
    )


def test_why_two_are_not_compared_and_another_office_are_said() -> None:
    (shift,) = shifts(held(1, "2022", "unjust"), held(2, "2022-08-12", "unjust", role=None))
    shown = flat(shift_line(shift).html)
    assert "Not compared</strong>: the dates overlap, so it is not known which came first." in shown
    assert "<strong>Not of both is the office recorded.</strong>" in shown


def test_what_has_no_place_on_the_scale_is_told_to_be_passed_over() -> None:
    *_, shift = shifts(
        held(1, "2020", "unjust"), held(2, "2021", "none"), held(3, "2022", "unjust")
    )
    assert "“none” (2021) has no place on the scale and is passed over." in shift_line(shift).html


def test_entries_stand_beside_what_they_are_compared_with() -> None:
    shown = flat(entry_items(Context(), entries()).html)
    first, second = shown.removesuffix(" ").split("</li> ")[:2]
    assert "The first on record." in first
    assert "side-before" not in first
    assert '<div class="side side-before"><p class="side-name">Before</p>' in second
    assert '<p class="side-name">Then</p>' in second
    assert second.index("We &amp; all thank.") < second.index(">No.</a>")
    assert "Reversed" in second


def test_what_is_shown_twice_tells_its_reasons_once() -> None:
    entries()
    Position.objects.update(rationale="The words say so.")
    shown = entry_items(Context(), again()).html
    assert shown.count("We &amp; all thank.") == 2
    assert shown.count("The words say so.") == 2  # of both positions, each as the later one


def test_positions_of_a_list_name_their_claimant_and_their_number() -> None:
    entries()
    last = Position.objects.latest("pk")
    shown = flat(position_items(Context(), rows_of([last])).html)
    assert f'<li id="p{last.pk}">' in shown
    assert shown.count('<a href="/speakers/ann/">Ann &lt;A&gt;</a>, ') == 2


def test_a_replaced_position_says_by_what() -> None:
    old = published("2020", "welcomes")
    published("2020-05", "accepts", speaker=old.speaker, placement=old.placement, supersedes=old)
    (row,) = rows_of([old])
    shown = flat(position_items(Context(), [row]).html)
    assert "Replaced</strong>" in shown
    assert "by a later judgement: “" in shown
    assert "(May 2020)." in shown
    assert "side-before" not in shown


def test_a_position_replaced_under_another_name_says_so_too() -> None:
    old = published("2020", "welcomes")
    published("2020", placement=old.placement, supersedes=old)
    shown = position_items(Context(), rows_of([old])).html
    assert "by a later judgement.</span>" in shown
