"""What may have been entered twice."""

import pytest

from statements import workflow
from statements.duplicates import same_address, same_claim, same_words
from statements.models import Statement
from tests import factories

pytestmark = pytest.mark.django_db


def test_case_quotation_marks_and_punctuation_do_not_make_words_differ() -> None:
    source = factories.source()
    first = factories.draft("“We will act, now!”", cite=source)
    second = factories.draft("we will ACT now", cite=source)
    assert same_words(second) == [first]
    assert same_words(first) == [second]


def test_other_words_are_no_duplicate() -> None:
    source = factories.source()
    factories.draft("We will act now", cite=source)
    assert same_words(factories.draft("We will not act now", cite=source)) == []


def test_the_same_words_in_another_source_are_no_duplicate() -> None:
    factories.draft("We will act")
    assert same_words(factories.draft("We will act")) == []


def test_a_statement_without_words_has_no_duplicate() -> None:
    source = factories.source()
    for _ in range(2):
        blank = factories.draft("", kind="reported", summary="Spoke.", cite=source)
    assert same_words(blank) == []


def test_two_shared_sources_give_one_duplicate() -> None:
    source, other = factories.source(), factories.source()
    pair = [factories.draft("We will act", cite=source) for _ in range(2)]
    for statement in pair:
        statement.citations.create(source=other)
    assert same_words(pair[0]) == [pair[1]]


def test_the_same_address_written_otherwise_is_the_same() -> None:
    first = factories.source(url="https://www.news.example/a/?utm_source=x")
    draft = type(first)(url="http://news.example/a", outlet=first.outlet)
    assert same_address(draft) == first
    assert same_address(first) is None


def test_the_same_claim_is_of_the_same_claimant_and_day() -> None:
    speaker = factories.speaker()
    first = factories.draft("We will act!", speaker=speaker)
    factories.draft("We will act!", speaker=speaker, said_on="2022-08")
    factories.draft("We will act!")
    factories.draft("We will not act!", speaker=speaker)
    asked = Statement(speaker=speaker, said_on=first.said_on, text="“We WILL act”")
    assert same_claim(asked) == [first]
    assert same_claim(first) == []


def test_what_was_withdrawn_may_be_said_again() -> None:
    gone = workflow.withdraw(record=factories.published(), by=None, reason="Retracted.")
    asked = Statement(speaker=gone.speaker, said_on=gone.said_on, text=gone.text)
    assert same_claim(asked) == []
