"""What the evidence lacks, and whether all that lack it are found, and no others."""

from typing import Any

import pytest

from statements import health, workflow
from statements.models import Citation, Role, Statement
from tests import factories

pytestmark = pytest.mark.django_db


def found(code: str) -> list[Any]:
    concern = next(one for one in health.CONCERNS if one.code == code)
    rows = list(concern.model._default_manager.filter(concern.condition()).order_by("pk"))
    assert concern.count() == len(rows)
    return rows


def checked(text: str, source_text: str) -> Statement:
    statement = factories.draft(text, cite=False)
    source = factories.source()
    factories.capture(source, source_text)
    Citation.objects.create(statement=statement, source=source)
    return workflow.verify(record=statement, by=None)


def test_a_sound_register_has_no_concerns() -> None:
    statement = factories.published()
    statement.citations.get().source.__class__.objects.update(archive_url="https://a.example/1")
    factories.position(statement)
    assert [one.code for one in health.CONCERNS if one.count()] == []


def test_quotations_that_are_not_verified_or_differ() -> None:
    checked("We will act.", "“We will act.”")
    differs = checked("We will not act.", "“We will act.”")
    missing = checked("Elephants never forget.", "“We will act.”")
    factories.draft("Said so.", kind="reported", cite=False)
    assert found("unverified") == [differs, missing]
    assert found("differing") == [differs]
    workflow.override(record=differs, by=None, reason="The video has the “not”.")
    assert found("unverified") == [missing]


def test_what_was_withdrawn_is_nobodys_concern() -> None:
    statement = factories.published()
    workflow.withdraw(record=statement, by=None, reason="Not said.")
    Citation.objects.update(capture=None, verification="differs")
    codes = ("unverified", "differing", "uncaptured", "unarchived")
    assert [found(code) for code in codes] == [[], [], [], []]


def test_statements_without_a_date() -> None:
    factories.draft()
    undated = factories.draft(said_on=None)
    assert found("undated") == [undated]


def test_citations_without_stored_text_or_archived_copy() -> None:
    bare = factories.draft(cite=False).citations.create(source=factories.source())
    source = factories.source(archive_url="https://archive.example/1")
    kept = factories.draft(cite=source).citations.get()
    assert found("uncaptured") == [bare]
    assert found("unarchived") == [bare]
    assert kept not in found("unarchived")


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ({"start": "1998", "end": "2023"}, {"start": "2023-08"}, True),
        ({"start": "1998", "end": "2022"}, {"start": "2023-08"}, False),
        ({}, {"first_cited": "2014"}, True),
        ({"last_cited": "2013"}, {"first_cited": "2014"}, False),
        ({"start": "1998"}, {"start": "2001", "title": "Deputy Minister"}, False),
    ],
)
def test_offices_that_overlap(one: Any, other: Any, overlap: bool) -> None:
    speaker = factories.speaker()
    rows = [
        Role.objects.create(speaker=speaker, **{"title": "Minister", **dates})
        for dates in (one, other)
    ]
    Role.objects.create(speaker=factories.speaker(), title="Minister")
    Role.objects.create(speaker=speaker, title="Minister", organisation=factories.organisation())
    assert found("overlapping") == (rows if overlap else [])


def test_positions_without_evidence() -> None:
    position = factories.position(factories.draft())
    factories.position(factories.draft())
    position.evidence_rows.all().delete()
    assert found("unfounded") == [position]


def test_sources_whose_newer_text_broke_a_quotation() -> None:
    statement = factories.published()
    source = statement.citations.get().source
    workflow.captured(capture=factories.capture(source, "All was rewritten."), by=None)
    factories.published()
    assert found("broken") == [source]
