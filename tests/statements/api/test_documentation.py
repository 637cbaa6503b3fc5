import re

import pytest
from django.test import Client

from statements.api.documentation import groups, schema_in, type_in_words
from statements.api.parameters import of_list
from statements.api.resources import RESOURCES_OF_API
from statements.postings import worker
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db


class TestDocumentation:
    def test_it_tells_of_every_address_parameter_column_and_expansion(self, client: Client) -> None:
        text = page(client, "/api/v1/")
        for one in RESOURCES_OF_API:
            assert f"<code>GET /api/v1/{one.name}/</code>" in text
            assert f"<code>GET /api/v1/{one.name}/{{number}}/</code>" in text
            names = [field.name for field in one.kind.fields("")]
            names += [parameter["name"] for parameter in of_list(one)]
            names += [expansion.name for expansion in one.expansions]
            for name in names:
                assert f"<code>{name}</code>" in text, (one.name, name)

    def test_it_keeps_to_the_policy_of_the_site(self, client: Client) -> None:
        answer = client.get("/api/v1/")
        assert "script-src 'self'" in answer["Content-Security-Policy"]
        assert "unsafe" not in answer["Content-Security-Policy"]
        body = re.sub(r"<pre.*?</pre>", "", answer.content.decode(), flags=re.DOTALL)
        assert "style=" not in body

    def test_it_leads_to_the_description_for_programs(self, client: Client) -> None:
        assert 'href="/api/v1/schema.json"' in page(client, "/api/v1/")


class TestDescription:
    def test_it_is_open_api(self, client: Client) -> None:
        answer = client.get("/api/v1/schema.json")
        assert answer["Content-Type"] == "application/json"
        assert answer.json()["openapi"] == "3.1.0"

    def test_it_asks_the_database_only_whether_anything_changed(
        self, client: Client, django_assert_num_queries: object
    ) -> None:
        worker.current()
        with django_assert_num_queries(1):  # type: ignore[operator]
            client.get("/api/v1/schema.json")


def test_operations_are_grouped_by_kind_in_the_order_of_the_register() -> None:
    found = groups(schema_in("en"))
    assert [len(group["operations"]) for group in found] == [2] * len(RESOURCES_OF_API)
    assert [group["name"] for group in found] == [one.name for one in RESOURCES_OF_API]


def test_types_are_told_in_words() -> None:
    assert type_in_words({"type": ["string", "null"]}) == "string or null"
    assert type_in_words({"type": "array", "items": {"type": "integer"}}) == "array of integer"
