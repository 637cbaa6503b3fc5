import json

import pytest
from django.test import Client

from statements.ledger import proof
from tests import factories

pytestmark = pytest.mark.django_db


def test_everybody_can_take_the_ledger_and_prove_its_chain(client: Client) -> None:
    statement = factories.published()
    answer = client.get("/ledger.jsonl")
    assert answer["Content-Type"].startswith("application/jsonl")
    lines = [json.loads(line) for line in answer.getvalue().decode().splitlines()]
    assert lines[-1]["model"] == "statements.statement"
    assert lines[-1]["record_id"] == statement.pk
    assert list(proof.faults_of_copy(lines)) == []


def test_a_copy_that_is_the_newest_is_not_sent_again(client: Client) -> None:
    factories.published()
    tag = client.get("/ledger.jsonl")["ETag"]
    assert client.get("/ledger.jsonl", headers={"if-none-match": tag}).status_code == 304
    factories.published()
    assert client.get("/ledger.jsonl", headers={"if-none-match": tag}).status_code == 200


def test_an_empty_ledger_is_an_empty_file(client: Client) -> None:
    assert client.get("/ledger.jsonl").getvalue() == b""


def test_nothing_is_told_to_a_head_request(client: Client) -> None:
    factories.published()
    answer = client.head("/ledger.jsonl")
    assert (answer.status_code, answer.getvalue()) == (200, b"")
