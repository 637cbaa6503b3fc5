"""The data package descriptor."""

import datetime
import json
import re

import pytest
from pytest_django.fixtures import Settings

from statements import workflow
from statements.archiving.descriptor import descriptor, in_words, licence, sources
from statements.archiving.package import Member
from statements.archiving.tables import Column, Table
from tests import factories

pytestmark = pytest.mark.django_db
TABLE = Table(
    "speakers", "Speakers", [Column("id", "Number.", "integer", "integer")], 3,
    Member("data/speakers.csv", 7, "a" * 64), Member("data/speakers.jsonl", 9, "b" * 64),
)  # fmt: skip
MADE = datetime.datetime(2022, 8, 12, 9, 30, tzinfo=datetime.UTC)


def test_it_has_what_the_standard_asks_for() -> None:
    told = json.loads(descriptor(tables=[TABLE], base="https://x.example", made=MADE))
    assert re.fullmatch("[a-z0-9._-]+", told["name"])
    assert told["created"] == "2022-08-12T09:30:00+00:00"
    assert told["licenses"][0]["path"].startswith("https://")
    table, lines = told["resources"]
    assert (table["name"], table["path"], table["bytes"]) == ("speakers", "data/speakers.csv", 7)
    assert table["hash"] == f"sha256:{'a' * 64}"
    assert table["schema"]["fields"] == [
        {"name": "id", "type": "integer", "description": "Number."}
    ]
    assert (lines["name"], lines["format"], lines["rows"]) == ("speakers_json_lines", "jsonl", 3)


def test_sources_are_the_public_outlets() -> None:
    public = factories.outlet("The Post", home_page="https://post.example/")
    factories.outlet("Nobody’s")
    workflow.publish(record=public, by=None)
    assert list(sources("https://x.example"))[1:] == [
        {"title": "The Post", "path": "https://post.example/"}
    ]


def test_the_licence_is_a_setting(settings: Settings) -> None:
    settings.DATA_LICENCE = {"name": "ODC-BY-1.0", "title": "T", "path": "https://l.example"}
    assert licence()["name"] == "ODC-BY-1.0"


def test_a_line_for_each_table() -> None:
    assert in_words([TABLE]) == ["data/speakers.csv, data/speakers.jsonl: Speakers, 3"]
