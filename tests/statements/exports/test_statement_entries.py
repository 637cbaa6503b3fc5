"""What a feed tells of a statement: words, claimant, date and sources, and nothing unescaped."""

import pytest

from statements import workflow
from statements.exports.kinds import Entry
from statements.exports.statement_entries import entry
from statements.exports.statement_rows import public_rows
from statements.models import Statement
from tests import factories

pytestmark = pytest.mark.django_db


def told(statement: Statement) -> Entry:
    (row,) = public_rows([statement.pk])
    return entry(row)


def test_it_gives_words_claimant_and_source() -> None:
    statement = factories.published("We <will> act,", speaker=factories.speaker("Hun & Manet"))
    found = told(statement)
    assert found.title == "Hun & Manet: “We <will> act”"
    assert found.author == "Hun & Manet"
    assert '<blockquote lang="en"><p>“We &lt;will&gt; act”</p></blockquote>' in found.html
    assert "<p>Hun &amp; Manet, 12 August 2022. Quotation.</p>" in found.html
    assert statement.citations.get().source.url in found.html
    assert ". Word for word.</li></ul>" in found.html


def test_a_summary_stands_for_words_that_are_not_quoted() -> None:
    statement = factories.published("", summary="They <deny> it.", kind="reported")
    found = told(statement)
    assert found.title.endswith(": They <deny> it.")
    assert found.html.startswith("<p>They &lt;deny&gt; it.</p>")


def test_office_and_doubt_are_told() -> None:
    speaker = factories.speaker("Hun Manet")
    office = speaker.roles.create(title="Prime Minister")
    held = factories.published(speaker=speaker, role=office, date_basis="inferred")
    assert "<p>Hun Manet, Prime Minister, 12 August 2022 (" in told(held).html
    printed = factories.published("Yes.", speaker=speaker, role_as_printed="<PM>", said_on="2005")
    assert "<p>Hun Manet, “&lt;PM&gt;”, 2005. Quotation.</p>" in told(printed).html


def test_a_source_without_address_or_title_is_named_all_the_same() -> None:
    plain = factories.source("A <title>", url="", outlet=factories.outlet("The Post"))
    found = told(factories.published(cite=plain))
    assert "<li>A &lt;title&gt;, The Post. " in found.html
    bare = factories.source(url="https://news.example/x", published_on="2022-03")
    bare.title = ""
    bare.save()
    html = told(factories.published(cite=bare)).html
    assert '<a href="https://news.example/x">https://news.example/x</a>' in html
    assert ", March 2022. " in html


def test_a_correction_is_a_change() -> None:
    statement = factories.published("We will act.")
    statement.context = "At noon."
    statement.save()
    workflow.edited(record=statement, by=None, note="The hour was missing.")
    assert told(statement).updated == statement.corrections.get().made_at


def test_topics_are_categories() -> None:
    statement = factories.published(topics=[factories.topic("B"), factories.topic("A")])
    assert list(told(statement).categories) == ["A", "B"]
