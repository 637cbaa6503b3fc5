"""What the pages tell, and to whom: one class a view."""

import pytest
from django.test import Client

from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestProbes:
    def test_health_is_told_in_plain_text(self, client: Client) -> None:
        assert page(client, "/healthz") == "ok\n"
        assert page(client, "/readyz") == "ready\n"
