"""How these tests read what was taken away."""

import csv
import io
import json
from typing import Any

import feedparser
from django.test import Client


def get(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.getvalue().decode()


def table(client: Client, address: str) -> list[dict[str, str]]:
    text = get(client, address).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def lines(client: Client, address: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in get(client, address).split("\n") if line]


def pages(client: Client, address: str) -> list[dict[str, Any]]:
    """The results of all pages of JSON, by the address that each gives of the next."""
    found: list[dict[str, Any]] = []
    following: str | None = address
    while following:
        body = json.loads(get(client, following))
        assert list(body) == ["count", "next", "results"]
        found += body["results"]
        following = body["next"]
    assert body["count"] == len(found)
    return found


def feed(client: Client, address: str) -> Any:
    read = feedparser.parse(get(client, address).encode())
    assert not read.bozo, read.get("bozo_exception")
    return read


def ids_in_feed(client: Client, address: str) -> list[int]:
    return [int(entry.id.rpartition("/")[2]) for entry in feed(client, address).entries]
