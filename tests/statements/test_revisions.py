import json

import pytest

from statements import workflow
from statements.revisions import differences, snapshot
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_snapshot_is_plain_data_of_all_that_readers_see() -> None:
    statement = factories.draft(
        "We will act.", topics=[factories.topic(slug="law")], notes="Ask the author."
    )
    factories.position(statement)
    factories.figure(statement, 1577)
    workflow.publish(record=statement, by=None)
    factories.figure(statement, 9999)  # a draft
    record = json.loads(json.dumps(snapshot(statement)))
    assert record["text"] == "We will act."
    assert record["said_on"] == "2022-08-12"
    assert record["topics"] == ["law"]
    assert [one["value"] for one in record["figures"]] == ["1577"]
    assert record["positions"][0]["stance"] == "rejects-as-unjust"
    assert record["names"]["claimant"] == str(statement.speaker)
    assert "Ask the author." not in json.dumps(record)


def test_differences_are_named_by_field() -> None:
    statement = factories.draft("We will act.")
    before = snapshot(statement)
    statement.text, statement.venue = "We shall act.", "Phnom Penh"
    assert differences(before, snapshot(statement)) == ["text", "venue"]


def test_another_name_of_the_speaker_is_no_difference_of_the_statement() -> None:
    statement = factories.draft()
    before = snapshot(statement)
    assert statement.speaker is not None
    statement.speaker.name = "Another spelling"
    assert differences(before, snapshot(statement)) == []
