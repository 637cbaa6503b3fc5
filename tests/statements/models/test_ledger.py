import pytest

from statements.models import LedgerEntry
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_entry_is_written_once_and_kept() -> None:
    factories.published()
    entry = LedgerEntry.objects.order_by("number").first()
    assert entry is not None
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()


def test_an_entry_reads_as_what_happened() -> None:
    statement = factories.published()
    entry = LedgerEntry.objects.get(model="statements.statement", record_id=statement.pk)
    assert str(entry) == f"{entry.number}: statements.statement {statement.pk}, Published"
