"""What was downloaded is sent again only where something changed."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from statements import workflow
from statements.exports import validators
from tests import factories

pytestmark = pytest.mark.django_db

FORMATS = ("csv", "json", "jsonl", "atom")


@pytest.mark.parametrize("extension", FORMATS)
class TestConditionalRequests:
    def test_nothing_is_sent_again_until_something_changed(
        self, client: Client, extension: str
    ) -> None:
        statement = factories.published("We will act.")
        address = f"/statements.{extension}"
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.getvalue()) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert statement.speaker
        statement.speaker.name = "Renamed"
        statement.speaker.save()
        workflow.edited(record=statement.speaker, by=None)
        changed = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert changed.status_code == 200
        assert "Renamed" in changed.getvalue().decode()

    def test_the_moment_of_the_newest_change_holds_alone(
        self, client: Client, extension: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(validators, "STARTED", timezone.now() - datetime.timedelta(days=1))
        monkeypatch.setattr(validators, "SETTLING", datetime.timedelta(0))
        factories.published()
        address = f"/statements.{extension}"
        moment = client.get(address)["Last-Modified"]
        assert client.get(address, headers={"If-Modified-Since": moment}).status_code == 304

    def test_a_head_has_the_headers_and_no_body(self, client: Client, extension: str) -> None:
        factories.published()
        got, head = client.get(f"/statements.{extension}"), client.head(f"/statements.{extension}")
        assert head.getvalue() == b""
        for name in ("Content-Type", "Content-Disposition", "Cache-Control"):
            assert head[name] == got[name]
