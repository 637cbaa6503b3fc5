"""Records made of columns that were read."""

import pytest
from pytest_django import DjangoAssertNumQueries

from statements.models import Position, Speaker
from statements.positions.records import adopt, hold, record, relate
from tests import factories
from tests.statements.holding import published

pytestmark = pytest.mark.django_db


def test_a_record_is_the_one_in_the_register(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ann = factories.speaker("Ann", slug="ann")
    made = record(Speaker, "default", id=ann.pk, name="Ann")
    assert made == ann
    assert hash(made) == hash(ann)
    with django_assert_num_queries(0):
        assert str(made) == "Ann"


def test_what_was_not_read_is_asked_for(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ann = factories.speaker("Ann", slug="ann")
    made = record(Speaker, "default", id=ann.pk)
    with django_assert_num_queries(1):
        assert made.slug == "ann"


def test_what_was_set_is_not_asked_for(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    held = published()
    rows, stance = list(held.evidence_rows.all()), held.stance
    made = record(Position, "default", id=held.pk, speaker_id=held.speaker_id)
    with django_assert_num_queries(0):
        relate(made, stance=stance)
        hold(made, evidence_rows=rows)
        assert made.stance is stance
        assert list(made.evidence_rows.all()) == rows


def test_another_copy_takes_over_what_is_known(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    held = published()
    stance = held.stance
    known = record(Position, "default", id=held.pk)
    relate(known, stance=stance)
    hold(known, evidence_rows=[])
    copy = Position.objects.get(pk=held.pk)
    adopt(copy, known)
    with django_assert_num_queries(0):
        assert copy.stance is stance
        assert list(copy.evidence_rows.all()) == []
