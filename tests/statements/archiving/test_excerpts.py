"""The passages of an archive: a few words of a source, never its text."""

import pytest

from statements import workflow
from statements.archiving.excerpts import fields, records
from statements.exports.fields import rows
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_passage_stands_with_a_few_words_around_it() -> None:
    source = factories.source()
    draft = factories.draft("We will act.", cite=False)
    long = "Before. " * 200
    capture = factories.capture(source, f"{long}She said: “We will act.” Nobody asked. {long}")
    draft.citations.create(source=source, locator="p. 2")
    workflow.publish(record=draft, by=None)
    factories.draft("Not published.")
    (row,) = rows(fields(), records())
    assert (row["statement"], row["source"], row["locator"]) == (draft.pk, source.pk, "p. 2")
    assert str(row["words"]).startswith("We will act")
    assert row["capture_sha256"] == capture.sha256
    assert all(len(str(value)) < 200 for value in row.values())


def test_of_what_was_not_found_only_the_citation_is_told() -> None:
    factories.published("", kind="reported", summary="Announced it.")
    (row,) = rows(fields(), records())
    assert (row["words"], row["captured_at"], row["verification"]) == ("", None, "not-checked")
