import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.ledger.content import canonical, columns, contents, kinds, sha256, wholes_of
from statements.models import Alias, Evidence, Speaker, Statement
from tests import factories, register

pytestmark = pytest.mark.django_db


def test_every_kind_of_record_that_is_published_is_known() -> None:
    names = set(kinds())
    assert {"statements.statement", "sources.source", "statements.figurenote"} <= names
    assert not {name for name in names if "historical" in name}


def test_what_readers_do_not_see_is_not_in_it() -> None:
    assert not {"notes", "version", "review_note", "submitted_by"} & set(columns(Statement))
    assert {"text", "said_on_latest", "override_reason", "published_at"} <= set(columns(Statement))


def test_the_parts_of_a_record_stand_with_it() -> None:
    public = register.make()
    content = contents(Speaker, [public.speaker.pk])[public.speaker.pk]
    assert [one["text"] for one in content["alias"]] == ["Her Excellency"]
    assert [one["title"] for one in content["role"]] == ["Minister"]
    content = contents(Statement, [public.statement.pk])[public.statement.pk]
    assert len(content["citation"]) == len(content["revision"]) == 1
    assert [one["id"] for one in content["topics"]] == [public.topic.pk]


def test_a_new_name_of_the_speaker_is_no_change_of_what_they_said() -> None:
    statement = factories.published()
    before = contents(Statement, [statement.pk])
    Speaker.objects.update(name="Another spelling", slug="another")
    assert contents(Statement, [statement.pk]) == before


def test_evidence_in_drafts_is_not_public() -> None:
    statement = factories.draft()
    position = factories.position(statement)
    workflow.publish(record=statement, by=None)
    Evidence.objects.create(position=position, statement=factories.draft())
    (content,) = contents(type(position), [position.pk]).values()
    assert [one["statement"] for one in content["evidence"]] == [statement.pk]


def test_the_number_of_queries_does_not_grow() -> None:
    ids = [factories.published().pk for _ in range(3)]
    counts = []
    for some in (ids[:1], ids):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            contents(Statement, some)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_one_text_stands_for_the_data_whatever_the_engine_gives() -> None:
    one = {"b": Decimal("359.0000"), "a": datetime.datetime(2022, 8, 12, 7, tzinfo=datetime.UTC)}
    same = {
        "a": datetime.datetime(
            2022, 8, 12, 14, tzinfo=datetime.timezone(datetime.timedelta(hours=7))
        ),
        "b": Decimal(359),
    }
    assert canonical(one) == '{"a":"2022-08-12T07:00:00+00:00","b":"359"}'
    assert sha256(one) == sha256(same)
    assert sha256({"ស": 1}) == sha256({"ស": 1}) != sha256({"ស": 2})


def test_a_part_leads_to_its_whole() -> None:
    speaker = factories.speaker()
    alias = Alias.objects.create(speaker=speaker, text="x", kind=Alias.Kind.SHORT)
    assert list(wholes_of(alias)) == [speaker]
    assert list(wholes_of(speaker)) == [speaker]
    assert list(wholes_of(factories.country())) == []
