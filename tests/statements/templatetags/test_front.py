import re

import pytest

from statements.figures.selection import newest
from statements.models import Speaker
from statements.overview import newest_shifts
from statements.overview import newest_statements as of_register
from statements.templatetags.front import (
    newest_claims,
    newest_moves,
    newest_statements,
    with_numbers,
)
from tests import factories
from tests.statements.claims import claim
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def flat(html: str) -> str:
    return re.sub(r"\s+", " ", html)


def test_records_stand_with_their_numbers() -> None:
    ann, bo = Speaker(name="Ann & Co", slug="ann"), Speaker(name="Bo", slug="bo")
    ann.n, bo.n = 12, 3  # type: ignore[attr-defined]
    assert with_numbers([ann, bo]).html == (
        '<a href="/speakers/ann/">Ann &amp; Co</a> <span class="soft">12</span> · '
        '<a href="/speakers/bo/">Bo</a> <span class="soft">3</span>'
    )


def test_statements_are_quoted_in_short_and_reported_ones_told() -> None:
    body = factories.organisation("The Ministry", slug="ministry")
    said = {"kind": "reported", "text": "", "summary": "It <denied> it.", "said_on": "2021-05"}
    factories.published(speaker=None, organisation=body, **said)
    quoted = factories.published("Act " * 60, said_on="2022-08-12", language="km")
    html = flat(newest_statements(of_register()).html)
    first, second = html.removesuffix(" ").removesuffix("</li>").split("</li>")
    assert '<time datetime="2022-08-12">12 August 2022</time>' in first
    assert f'<blockquote lang="km"><a href="{quoted.get_absolute_url()}">“Act Act' in first
    assert "…”</a></blockquote>" in first
    assert '<a href="/organisations/ministry/">The Ministry</a>' in second
    assert ">It &lt;denied&gt; it.</a></p>" in second


def test_a_move_says_from_what_to_what_and_in_which_words() -> None:
    old = published("2008", "welcomes")
    published("2022-07", speaker=old.speaker, placement=old.placement, text="No <comment>.")
    html = flat(newest_moves(newest_shifts()).html)
    assert html.startswith('<li class="shift-reversed"><p class="meta"><time datetime="2022-07">')
    assert '<strong class="outcome">Reversed</strong>: from “Welcomes” (2008) to “Rejects' in html
    assert "“No &lt;comment&gt;.”</a></p></li>" in html


def test_a_figure_names_its_period_its_claimant_and_what_it_counts() -> None:
    made = claim(1577, "2021", qualifier="about")
    html = flat(newest_claims(newest("indicator", made.indicator_id)).html)
    assert html.startswith('<li><p class="meta">2021 · <a href="/speakers/')
    assert '<strong class="number">about 1,577</strong>' in html
    assert f'<a href="/figures/cases/#figure-{made.pk}">Cases</a></p></li>' in html
    assert "with a note" not in html
