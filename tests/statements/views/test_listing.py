"""What the pages tell, and to whom: one class a view."""

import pytest
from django.test import Client

from tests import factories
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestNumberedPages:
    def test_the_list_has_pages_and_refuses_those_there_are_not(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("statements.views.listing.LONGEST_LIST", 2)
        for _ in range(3):
            factories.published()
        assert "?page=2" in page(client, "/sources/")
        page(client, "/sources/?page=2")
        for number in ("3", "0", "x", "-1", str(10**20)):
            assert "“page”" in page(client, f"/sources/?page={number}", status=400)
