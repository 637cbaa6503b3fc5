import pytest

from statements.models import LedgerEntry
from tests import factories
from tests.statements.admin.conftest import LogIn, url

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("group", ["Contributor", "Reviewer", "Admin"])
def test_the_ledger_is_read_by_all_and_changed_by_nobody(log_in: LogIn, group: str) -> None:
    factories.published()
    client = log_in(group)
    assert client.get(url("statements_ledgerentry_changelist")).status_code == 200
    entry = LedgerEntry.objects.order_by("number").first()
    assert entry is not None
    page = url("statements_ledgerentry_change", entry.pk)
    assert entry.hash in client.get(page).content.decode()
    for address in (page, url("statements_ledgerentry_delete", entry.pk)):
        assert client.post(address, {"post": "yes", "action": "x"}).status_code == 403
    assert client.get(url("statements_ledgerentry_add")).status_code == 403


def test_a_search_for_anything_is_answered(log_in: LogIn) -> None:
    address = url("statements_ledgerentry_changelist")
    for asked in ("x", "9" * 40, "%00"):
        assert log_in("Reviewer").get(f"{address}?q={asked}").status_code in {200, 302, 400}
