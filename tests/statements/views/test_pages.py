"""What the pages tell, and to whom: one class a view."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from statements import workflow
from statements.models import Page, Statement
from tests import factories
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestOtherPages:
    def test_about_is_a_record_that_editors_write(self, client: Client) -> None:
        Page.objects.create(slug="about", title="About us", body="First.\n\nSecond.")
        text = page(client, "/about/")
        assert "<p>First.</p>" in text
        assert "<h1>About us</h1>" in text

    def test_the_method_defines_every_function_and_stance(self, client: Client) -> None:
        text = page(client, "/method/")
        for code in ("function-rebuttal", "stance-rejects-as-unjust", "stance-no-position"):
            assert f'id="{code}"' in text

    def test_the_method_tells_the_sides_of_the_scale_and_what_is_never_compared(
        self, client: Client
    ) -> None:
        text = page(client, "/method/")
        assert '<h2 id="shifts">' in text
        accepts = text.index('<li value="2">Accepts <span class="meta">(For the placement)')
        assert accepts < text.index('<li value="7">Dismisses <span class="meta">(Against')
        for words in ("Reversed", "What is never compared", "August 2022"):
            assert words in text, words

    def test_another_register_needs_no_change_of_code(
        self, client: Client, settings: Settings
    ) -> None:
        settings.SITE_NAME, settings.HOME_COUNTRY = "Laos on Record", "LA"
        laos = factories.country("LA", "Laos")
        workflow.publish(record=factories.placement(country=laos, code="2"), by=None)
        text = page(client, "/")
        assert "Laos on Record" in text
        assert ": Laos</a>" in text

    def test_nothing_is_at_an_unknown_address(self, client: Client) -> None:
        assert "Nothing is published at this address" in page(client, "/nowhere/", status=404)

    def test_pages_are_only_read(self, client: Client) -> None:
        statement: Statement = factories.published()
        for address in ("/", "/statements/", statement.get_absolute_url(), "/speakers/"):
            assert client.post(address).status_code == 405
