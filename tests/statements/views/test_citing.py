import json

import pytest
from django.test import Client

from tests import factories, register
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestStatementCitation:
    @pytest.mark.parametrize(
        ("form", "media_type", "beginning"),
        [
            ("bib", "application/x-bibtex", "@misc{"),
            ("ris", "application/x-research-info-systems", "TY  - GEN\r\n"),
            ("csl.json", "application/vnd.citationstyles.csl+json", "[\n"),
        ],
    )
    def test_each_format_is_a_file(
        self, client: Client, form: str, media_type: str, beginning: str
    ) -> None:
        statement = factories.published()
        answer = client.get(f"/s/{statement.pk}.{form}")
        assert answer.headers["Content-Type"] == f"{media_type}; charset=utf-8"
        assert answer.headers["Content-Disposition"].endswith(f'-{statement.pk}-1.{form}"')
        assert answer.content.decode().startswith(beginning)
        assert f"http://testserver/s/{statement.pk}/?revision=1" in answer.content.decode()

    def test_other_formats_are_not_found(self, client: Client) -> None:
        statement = factories.published()
        for form in ("xml", "csl", "bibx", "json"):
            assert client.get(f"/s/{statement.pk}.{form}").status_code == 404, form

    def test_drafts_and_what_was_withdrawn_are_not_cited(self, client: Client) -> None:
        gone = register.make().withdrawn
        page(client, f"/s/{factories.draft().pk}.bib", 404)
        assert gone.text not in page(client, f"/s/{gone.pk}.ris", 410)


class TestStatementAnnotation:
    def test_the_address_is_that_of_the_annotations(self, client: Client) -> None:
        statement = factories.published()
        answer = client.get(f"/s/{statement.pk}/annotation.json")
        assert answer.headers["Content-Type"].startswith("application/ld+json")
        made = json.loads(answer.content)
        assert made["id"] == f"http://testserver/s/{statement.pk}/annotation.json"
        assert made["items"][0]["target"]["selector"]["exact"] == "We will act."

    def test_nothing_is_told_of_drafts_and_little_of_what_was_withdrawn(
        self, client: Client
    ) -> None:
        gone = register.make().withdrawn
        page(client, f"/s/{factories.draft().pk}/annotation.json", 404)
        text = page(client, f"/s/{gone.pk}/annotation.json", 410)
        assert json.loads(text) == {"errors": {"": ["The outlet retracted it."]}}
