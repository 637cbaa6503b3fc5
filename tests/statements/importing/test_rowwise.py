"""A row alone: what it changes, and why it cannot."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from statements.importing.naming import Names
from statements.importing.report import Outcome
from statements.importing.rowwise import (
    Refused,
    by_column,
    differing_from,
    stored,
    take,
    title_of,
)
from statements.importing.table import Row
from statements.models import Statement
from tests import factories

pytestmark = pytest.mark.django_db


def taken(record: Any = None, note: str = "", **cells: Any) -> Outcome:
    return take(Row(2, cells), record, names=Names(), by=None, note=note)


def test_a_refused_row_writes_nothing() -> None:
    made = factories.draft("We will act.")
    (record,) = stored([made.pk]).values()
    with pytest.raises(Refused) as refused:
        taken(record, text="", venue="Kep")
    assert refused.value.reasons[0][0] == "text"
    made.refresh_from_db()
    assert made.venue == ""


def test_a_new_row_needs_a_claimant() -> None:
    with pytest.raises(Refused) as refused:
        taken(text="We will act.")
    assert refused.value.reasons == [("", "Name a speaker or an organisation, not both.")]
    assert not Statement.objects.exists()


def test_order_counts_where_lists_stand_side_by_side_only() -> None:
    made = factories.draft(topics=[factories.topic(slug="b"), factories.topic(slug="a")])
    (record,) = stored([made.pk]).values()
    assert differing_from(record.columns, {"topics": "a | b"}) == []
    assert differing_from(record.columns, {"topics": "b | a"}) == []
    assert differing_from(record.columns, {"topics": "b"}) == ["topics"]


def test_an_office_is_looked_up_again_for_another_speaker() -> None:
    one, other = factories.speaker(), factories.speaker()
    offices = [speaker.roles.create(title="Minister") for speaker in (one, other)]
    made = factories.draft(speaker=one, role=offices[0])
    (record,) = stored([made.pk]).values()
    taken(record, speaker=other.slug, role="Minister")
    made.refresh_from_db()
    assert made.role == offices[1]


def test_sentences_by_column() -> None:
    assert by_column(ValidationError("a")) == [("", "a")]
    assert by_column(ValidationError({"text": ["a", "b"], "__all__": ["c"]})) == [
        ("text", "a"), ("text", "b"), ("", "c"),
    ]  # fmt: skip


def test_a_title_says_who_and_what() -> None:
    made = factories.draft("We will act.", speaker=factories.speaker("Chou Bun Eng"))
    assert title_of(made) == "Chou Bun Eng, 2022-08-12: We will act."
