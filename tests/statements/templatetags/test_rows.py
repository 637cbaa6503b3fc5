import re

import pytest
from django.template import Context
from pytest_django import DjangoAssertNumQueries

from sources.dates import PartialDate
from sources.vocabulary import DateBasis
from statements.models import Statement
from statements.search.query import parse
from statements.shown import in_order
from statements.templatetags.rows import article, statement_items, statement_row
from statements.templatetags.words import NOTHING
from tests import factories

pytestmark = pytest.mark.django_db


def shown(statement: Statement, query: str = "") -> str:
    (one,) = in_order([statement.pk])
    html = article(one, parse(query) if query else NOTHING).html
    return re.sub(r"\s+", " ", html)


def test_a_row_says_when_who_and_in_which_office() -> None:
    statement = factories.published(role_as_printed="the <minister>")
    speaker = statement.speaker
    assert speaker is not None
    said_on = statement.said_on
    assert said_on is not None
    assert f'<time datetime="{said_on}">{said_on.words()}</time> · ' in shown(statement)
    assert (
        f'<a href="{speaker.get_absolute_url()}">{speaker.name}</a>, “the &lt;minister&gt;”</p>'
    ) in shown(statement)


def test_the_words_are_quoted_in_their_language_and_lead_to_the_record() -> None:
    statement = factories.published(text="We <deny> it,", language="km")
    assert (
        '<blockquote class="words" lang="km">'
        f'<a href="{statement.get_absolute_url()}">“We &lt;deny&gt; it”</a></blockquote>'
    ) in shown(statement)


def test_reported_speech_is_not_quoted() -> None:
    statement = factories.published(kind="reported", text="", summary="He denied it.")
    assert (
        f'<p class="words reported"><a href="{statement.get_absolute_url()}">He denied it.</a></p>'
    ) in shown(statement)


def test_what_was_searched_for_is_marked() -> None:
    assert "<mark>deny</mark>" in shown(factories.published(text="We deny it."), "deny")


def test_a_date_that_the_source_does_not_state_says_so() -> None:
    assert "soft" not in shown(factories.published())
    inferred = factories.published(date_basis=DateBasis.INFERRED)
    assert ' <span class="soft">(Inferred by the editors)</span> ·' in shown(inferred)


def test_sources_are_told_one_after_the_other() -> None:
    (one,) = in_order([factories.published().pk])
    cited = [["1", "A denial", "a-b", "A & B"], ["2", "Denied", "c", "C"]]
    assert (
        '<span>in <a href="/sources/1/a-denial/">A &amp; B</a></span>'
        '<span><a href="/sources/2/denied/">C</a></span>'
    ) in article(one._replace(sources=cited), NOTHING).html


def test_the_event_is_told_once_it_is_public_else_the_venue() -> None:
    event = factories.event("The <forum>", city="Bali")
    assert "<span>The &lt;forum&gt;, Bali</span>" in shown(factories.published(event=event))
    assert "<span>Phnom Penh</span>" in shown(factories.published(venue="Phnom Penh"))
    draft = factories.published(venue="Bali")
    Statement.objects.filter(pk=draft.pk).update(event=factories.event("Secret"))
    assert "<span>Bali</span>" in shown(draft)


def test_topics_lead_to_their_pages() -> None:
    topic = factories.topic("Law & order", slug="law")
    assert '<a href="/topics/law/">Law &amp; order</a></p>' in shown(
        factories.published(topics=[topic])
    )


def test_an_organisation_speaks_like_a_person() -> None:
    body = factories.organisation("NCCT", slug="ncct")
    assert '<a href="/organisations/ncct/">NCCT</a>' in shown(
        factories.published(speaker=None, organisation=body)
    )


def test_rows_are_items_of_a_list_without_another_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    rows = in_order([factories.published().pk])
    with django_assert_num_queries(0):
        items = statement_items(Context(), rows * 2)
        one = statement_row(Context(), rows[0])
    assert items.html == f"<li>{one.html}</li>" * 2


def test_a_year_alone_is_a_date() -> None:
    assert '<time datetime="2005">2005</time>' in shown(
        factories.published(said_on=PartialDate.parse("2005"))
    )
