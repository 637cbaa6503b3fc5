import pytest

from statements.models import SearchEntry
from tests import factories


@pytest.mark.django_db
def test_an_entry_goes_when_its_statement_goes() -> None:
    statement = factories.draft()
    SearchEntry.objects.create(statement=statement, tokens=" we will act ")
    statement.citations.all().delete()
    statement.delete()
    assert not SearchEntry.objects.exists()
