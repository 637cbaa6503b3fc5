import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from statements.models import ContentChange, ValuePosting, WordPosting

pytestmark = pytest.mark.django_db


def test_a_term_has_one_posting_in_each_chunk() -> None:
    WordPosting.objects.create(term="one", chunk=0, bits=b"")
    WordPosting.objects.create(term="one", chunk=1, bits=b"")
    with pytest.raises(IntegrityError), transaction.atomic():
        WordPosting.objects.create(term="one", chunk=1, bits=b"")


def test_rows_say_what_they_are() -> None:
    assert str(ValuePosting(term="speaker=12", chunk=3)) == "speaker=12, chunk 3"
    assert str(ContentChange(seq=4, statement_id=12)) == "change 4 of statement 12"


def test_changes_are_numbered_upwards() -> None:
    made = [ContentChange.objects.create(mark=mark, made_at=timezone.now()) for mark in "ab"]
    assert made[0].seq < made[1].seq


def test_a_change_outlives_its_statement() -> None:
    change = ContentChange.objects.create(mark="a", made_at=timezone.now(), statement_id=999_999)
    change.refresh_from_db()
    assert change.statement_id == 999_999


def test_nobody_is_granted_the_index() -> None:
    for model in (WordPosting, ValuePosting, ContentChange):
        assert model._meta.default_permissions == ()
