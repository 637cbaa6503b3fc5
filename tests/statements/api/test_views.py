"""The API: what it gives, what it refuses, and to whom."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.api.resources import RESOURCES_OF_API, Resource
from statements.exports import selections
from tests import factories, register
from tests.statements.claims import claim
from tests.statements.exports.taken import lines, pages
from tests.statements.views.test_downloads import QUERIES, varied  # noqa: F401  # a fixture

pytestmark = pytest.mark.django_db
EVERY = pytest.mark.parametrize("resource", RESOURCES_OF_API, ids=lambda one: one.name)


def get(client: Client, path: str, status: int = 200) -> Any:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status, (path, answer.content)
    assert answer["Content-Type"] == "application/json"
    return json.loads(answer.content)


def all_expanded(resource: Resource) -> str:
    names = [one.name for one in resource.expansions]
    return f"?expand={','.join(names)}" if names else ""


def queries_for(client: Client, resource: Resource) -> int:
    """The number of queries that a list of records takes, with all that it can expand."""
    with CaptureQueriesContext(connection) as queries:
        get(client, f"{resource.name}/{all_expanded(resource)}")
    return len(queries)


class TestRecordList:
    @pytest.mark.usefixtures("varied")
    def test_it_gives_the_same_as_the_data_of_the_page(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(selections, "PAGE", 10)
        assert len(QUERIES) >= 50
        for query in QUERIES:
            told = pages(client, f"/api/v1/statements/?{query}")
            assert told == lines(client, f"/statements.jsonl?{query}"), query

    @pytest.mark.parametrize("page", ["speakers", "topics", "sources", "positions", "figures",
                                      "corrections"])  # fmt: skip
    def test_so_do_the_other_lists_with_a_page(self, client: Client, page: str) -> None:
        register.make()
        told = pages(client, f"/api/v1/{page}/")
        assert told
        assert told == pages(client, f"/{page}.json")

    def test_every_kind_of_record_is_there(self, client: Client) -> None:
        register.make()
        for resource in RESOURCES_OF_API:
            (first, *_) = get(client, f"{resource.name}/")["results"]
            assert list(first) == [one.name for one in resource.kind.fields("")], resource.name

    def test_its_queries_do_not_grow_with_its_records(self, client: Client) -> None:
        asked: list[dict[str, int]] = []
        for _round in range(3):
            register.make()
            asked.append({one.name: queries_for(client, one) for one in RESOURCES_OF_API})
        for resource in RESOURCES_OF_API:
            assert get(client, f"{resource.name}/")["count"] >= 3, resource.name
        assert asked[1] == asked[2]

    def test_the_next_page_keeps_the_parameters(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(selections, "PAGE", 2)
        for year in range(2010, 2015):
            factories.published(said_on=str(year))
        body = get(client, "statements/?order=oldest&expand=speaker")
        assert "order=oldest" in body["next"]
        assert "expand=speaker" in body["next"]
        told = pages(client, "/api/v1/statements/?order=oldest&expand=speaker")
        assert [one["said_on"] for one in told] == ["2010", "2011", "2012", "2013", "2014"]

    @pytest.mark.parametrize(
        ("query", "name"),
        [("statements/?since=soon", "since"), ("statements/?speaker=nobody", "speaker"),
         ("statements/?expand=speaker,secrets", "expand"), ("topics/?expand=x", "expand"),
         ("statements/?order=relevance", "order"), ("positions/?stance=boasts", "stance"),
         ("figures/?indicator=x", "indicator"), ("speakers/?behind=999", "behind"),
         ("placements/?ranking=x", "ranking"), ("placements/?edition=x", "edition"),
         ("placements/?country=XX", "country"),
         ("speakers/?behind=1_0", "behind"), ("speakers/?behind=1&behind=1", "behind"),
         ("sources/?behind=-1", "behind"), ("statements/?q=%00", "q"),
         ("statements/?after=x", "after"),
         ("placements/?behind=99999999999999999999", "behind")],
    )  # fmt: skip
    def test_what_cannot_be_read_is_named(self, client: Client, query: str, name: str) -> None:
        factories.published("We will act.")
        body = get(client, query, 400)
        assert list(body) == ["errors"]
        assert list(body["errors"]) == [name]
        assert all(body["errors"][name])

    def test_several_refusals_are_told_at_once(self, client: Client) -> None:
        body = get(client, "statements/?since=x&until=y&expand=z", 400)
        assert set(body["errors"]) == {"since", "until", "expand"}

    def test_an_empty_register_has_empty_lists(self, client: Client) -> None:
        for resource in RESOURCES_OF_API:
            body = get(client, f"{resource.name}/{all_expanded(resource)}")
            assert body == {"count": 0, "next": None, "results": []}


class TestRecordDetail:
    def test_it_is_the_record_of_the_list(self, client: Client) -> None:
        register.make()
        for resource in RESOURCES_OF_API:
            query = all_expanded(resource)
            for told in get(client, f"{resource.name}/{query}")["results"]:
                assert get(client, f"{resource.name}/{told['id']}/{query}") == told

    @EVERY
    def test_what_is_not_there_is_a_404(self, client: Client, resource: Resource) -> None:
        for number in ("0", "999999999999999999"):
            body = get(client, f"{resource.name}/{number}/", 404)
            assert body == {"errors": {"": ["There is nothing under this address."]}}

    def test_a_draft_is_a_404_and_a_withdrawn_statement_gives_its_reason(
        self, client: Client
    ) -> None:
        draft = factories.draft("Not yet.")
        get(client, f"statements/{draft.pk}/", 404)
        gone = factories.published("This was never said.")
        workflow.withdraw(record=gone, by=None, reason="The outlet retracted it.")
        body = get(client, f"statements/{gone.pk}/", 410)
        assert body == {"errors": {"": ["The outlet retracted it."]}}

    def test_a_merged_speaker_leads_to_the_other(self, client: Client) -> None:
        kept, merged = factories.published().speaker, factories.published().speaker
        assert kept
        assert merged
        type(merged).objects.filter(pk=merged.pk).update(merged_into=kept, status="withdrawn")
        answer = client.get(f"/api/v1/speakers/{merged.pk}/")
        assert (answer.status_code, answer["Location"]) == (301, f"/api/v1/speakers/{kept.pk}/")

    def test_what_cannot_be_expanded_is_named(self, client: Client) -> None:
        statement = factories.published()
        body = get(client, f"statements/{statement.pk}/?expand=secrets", 400)
        assert list(body["errors"]) == ["expand"]


class TestExpansion:
    def test_what_a_statement_refers_to_comes_along(self, client: Client) -> None:
        public = register.make()
        names = "speaker,topics,citations,sources,outlets,positions,figures,corrections"
        told = get(client, f"statements/{public.statement.pk}/?expand={names}")["expanded"]
        assert list(told) == names.split(",")
        for name, record in (
            ("topics", public.topic), ("sources", public.source), ("outlets", public.outlet),
            ("positions", public.position), ("figures", public.figure),
        ):  # fmt: skip
            assert [one["id"] for one in told[name]] == [record.pk], name
        assert told["speaker"] == get(client, f"speakers/{public.speaker.pk}/")
        (citation,) = told["citations"]
        assert citation["source"] == public.source.pk
        assert citation["verification"] == "exact"
        assert told["corrections"] == []

    def test_a_reference_to_nothing_public_is_null(self, client: Client) -> None:
        figure = claim(1, "2021")
        told = get(client, f"figures/{figure.pk}/?expand=organisation,source,statement")
        assert told["expanded"]["organisation"] is None
        assert told["expanded"]["source"] is None
        assert told["expanded"]["statement"]["id"] == figure.statement_id

    def test_positions_figures_and_corrections_refer_back(self, client: Client) -> None:
        public = register.make()
        position = get(client, f"positions/{public.position.pk}/?expand=statements,placement")
        assert position["expanded"]["placement"]["id"] == public.placement.pk
        assert [one["id"] for one in position["expanded"]["statements"]] == [public.statement.pk]
        (correction,) = get(client, "corrections/?expand=statement")["results"]
        assert correction["expanded"] == {"statement": None}  # it was withdrawn


class TestReadOnly:
    @pytest.mark.parametrize("path", ["statements/", "statements/1/", "schema.json"])
    def test_it_cannot_be_written_to(self, client: Client, path: str) -> None:
        strict = Client(enforce_csrf_checks=True)
        for method in ("post", "put", "patch", "delete", "trace"):
            answer = getattr(strict, method)(f"/api/v1/{path}")
            assert answer.status_code == 405, method
            assert answer["Allow"] == "GET, HEAD, OPTIONS"
            assert list(answer.json()["errors"]) == [""]

    def test_it_is_given_as_json_only(self, client: Client) -> None:
        for kind in ("text/html", "application/xml"):
            answer = client.get("/api/v1/statements/", headers={"accept": kind})
            assert answer.status_code == 406
            assert list(answer.json()["errors"]) == [""]
        accepted = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
        answer = client.get("/api/v1/statements/", headers=accepted)
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")

    def test_no_parameter_changes_the_form(self, client: Client) -> None:
        assert "results" in get(client, "statements/?format=api")

    def test_a_head_has_the_headers_and_no_body(self, client: Client) -> None:
        got, head = client.get("/api/v1/statements/"), client.head("/api/v1/statements/")
        assert head.content == b""
        for name in ("Content-Type", "Cache-Control", "Allow", "Access-Control-Allow-Origin"):
            assert head[name] == got[name]

    def test_nobody_is_known_and_nothing_is_remembered(self, client: Client) -> None:
        client.force_login(factories.staff("Reviewer"))
        public, draft = factories.published(), factories.draft()
        assert [one["id"] for one in get(client, "statements/")["results"]] == [public.pk]
        get(client, f"statements/{draft.pk}/", 404)
        answer = client.get("/api/v1/statements/")
        assert "Set-Cookie" not in answer
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")

    def test_nothing_is_sent_again_until_something_changed(self, client: Client) -> None:
        speaker = factories.published().speaker
        assert speaker
        for path in ("statements/", "speakers/", f"speakers/{speaker.pk}/"):
            first = client.get(f"/api/v1/{path}")
            headers = {"if-none-match": first["ETag"]}
            again = client.get(f"/api/v1/{path}", headers=headers)
            assert (again.status_code, again.content) == (304, b"")
            assert again["Access-Control-Allow-Origin"] == "*"
            speaker.name += "!"
            speaker.save()
            workflow.edited(record=speaker, by=None)
            assert client.get(f"/api/v1/{path}", headers=headers).status_code == 200


class TestNowhere:
    def test_an_address_that_leads_nowhere_is_a_404_in_json(self, client: Client) -> None:
        for path in ("nothing/", "statements/x/", f"statements/{'1' * 19}/", "statements/1/x/"):
            assert list(get(client, path, 404)["errors"]) == [""]
        assert Client(enforce_csrf_checks=True).post("/api/v1/nothing/").status_code == 404

    def test_a_slash_that_is_missing_is_put_there(self, client: Client) -> None:
        answer = client.get("/api/v1/statements?since=2022")
        assert (answer.status_code, answer["Location"]) == (
            301,
            "/api/v1/statements/?since=2022",
        )
