import re
from typing import Any

import pytest
from django.template import Context
from pytest_django import DjangoAssertNumQueries

from sources.dates import PartialDate
from sources.vocabulary import DateBasis
from statements.models import Statement
from statements.search.query import parse
from statements.shown import Shown
from statements.templatetags.rows import article, statement_items, statement_row
from statements.templatetags.words import NOTHING
from tests import factories

pytestmark = pytest.mark.django_db


def loaded(**values: Any) -> Statement:
    pk = factories.published(**values).pk
    return Statement.objects.for_timeline().get(pk=pk)


def shown(statement: Statement, query: str = "") -> str:
    html = article(Shown.of(statement), parse(query) if query else NOTHING).html
    return re.sub(r"\s+", " ", html)


def test_a_row_says_when_who_and_in_which_office() -> None:
    statement = loaded(role_as_printed="the <minister>")
    speaker = statement.speaker
    assert speaker is not None
    said_on = statement.said_on
    assert said_on is not None
    assert f'<time datetime="{said_on}">{said_on.words()}</time> · ' in shown(statement)
    assert (
        f'<a href="{speaker.get_absolute_url()}">{speaker.name}</a>, “the &lt;minister&gt;”</p>'
    ) in shown(statement)


def test_the_words_are_quoted_in_their_language_and_lead_to_the_record() -> None:
    statement = loaded(text="We <deny> it,", language="km")
    assert (
        '<blockquote class="words" lang="km">'
        f'<a href="{statement.get_absolute_url()}">“We &lt;deny&gt; it”</a></blockquote>'
    ) in shown(statement)


def test_reported_speech_is_not_quoted() -> None:
    statement = loaded(kind="reported", text="", summary="He denied it.")
    assert (
        f'<p class="words reported"><a href="{statement.get_absolute_url()}">He denied it.</a></p>'
    ) in shown(statement)


def test_what_was_searched_for_is_marked() -> None:
    assert "<mark>deny</mark>" in shown(loaded(text="We deny it."), "deny")


def test_a_date_that_the_source_does_not_state_says_so() -> None:
    assert "soft" not in shown(loaded())
    inferred = loaded(date_basis=DateBasis.INFERRED)
    assert ' <span class="soft">(Inferred by the editors)</span> ·' in shown(inferred)


def test_sources_are_told_one_after_the_other() -> None:
    cited = [["1", "A denial", "a-b", "A & B"], ["2", "Denied", "c", "C"]]
    assert (
        '<span>in <a href="/sources/1/a-denial/">A &amp; B</a></span>'
        '<span><a href="/sources/2/denied/">C</a></span>'
    ) in article(Shown.of(loaded())._replace(sources=cited), NOTHING).html


def test_the_event_is_told_once_it_is_public_else_the_venue() -> None:
    event = factories.event("The <forum>", city="Bali")
    assert "<span>The &lt;forum&gt;, Bali</span>" in shown(loaded(event=event))
    assert "<span>Phnom Penh</span>" in shown(loaded(venue="Phnom Penh"))
    draft = loaded(venue="Phnom Penh")
    draft.event = factories.event("Secret")
    assert "Secret" not in shown(draft)


def test_topics_lead_to_their_pages() -> None:
    topic = factories.topic("Law & order", slug="law")
    assert '<a href="/topics/law/">Law &amp; order</a></p>' in shown(loaded(topics=[topic]))


def test_an_organisation_speaks_like_a_person() -> None:
    body = factories.organisation("NCCT", slug="ncct")
    assert '<a href="/organisations/ncct/">NCCT</a>' in shown(
        loaded(speaker=None, organisation=body)
    )


def test_rows_and_loaded_statements_are_items_of_a_list(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    statement = loaded()
    with django_assert_num_queries(0):
        items = statement_items(Context(), [statement, Shown.of(statement)])
        one = statement_row(Context(), Shown.of(statement))
    assert items.html == f"<li>{one.html}</li>" * 2


def test_a_year_alone_is_a_date() -> None:
    assert '<time datetime="2005">2005</time>' in shown(loaded(said_on=PartialDate.parse("2005")))
