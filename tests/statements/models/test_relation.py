import pytest
from django.db import IntegrityError
from django.utils import timezone

from statements.models import Relation
from tests import factories

pytestmark = pytest.mark.django_db


def relation(**fields: object) -> Relation:
    given = {"statement": factories.published("One."), "target": factories.published("Other.")}
    return Relation.objects.create(**{**given, "kind": "repeats", **fields})


def test_begins_as_a_suggestion_that_is_not_public() -> None:
    made = relation()
    assert made.state == "suggested"
    assert not Relation.objects.published().exists()


def test_is_public_between_published_statements_only() -> None:
    decided = {"state": "confirmed", "decided_at": timezone.now()}
    shown = relation(**decided)
    relation(**decided, target=factories.draft())
    relation(**decided, statement=factories.draft())
    assert list(Relation.objects.published()) == [shown]


def test_is_between_two() -> None:
    one = factories.published()
    with pytest.raises(IntegrityError):
        relation(statement=one, target=one)


def test_is_there_once_a_kind() -> None:
    made = relation()
    with pytest.raises(IntegrityError):
        relation(statement=made.statement, target=made.target)


def test_knows_when_it_was_decided() -> None:
    with pytest.raises(IntegrityError):
        relation(state="confirmed")


def test_says_who_stands_how_to_whom() -> None:
    made = relation()
    assert str(made) == f"{made.statement_id} Repeats {made.target_id}"
