import json
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.test import Client

from statements import workflow
from statements.views import sharing
from tests import factories, register
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db

HOST = "http://testserver"


class TestStatementCard:
    def test_it_is_a_picture_that_is_drawn_once(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        statement = factories.published()
        answer = client.get(f"/s/{statement.pk}.png")
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG")

        def draw(_svg: str) -> bytes:
            raise AssertionError("It is drawn although the reader has it.")

        monkeypatch.setattr(sharing, "png", draw)
        known = {"if-none-match": answer.headers["ETag"]}
        again = client.get(f"/s/{statement.pk}.png", headers=known)
        assert (again.status_code, again.content) == (304, b"")

    def test_another_name_of_the_speaker_is_another_picture(self, client: Client) -> None:
        statement = factories.published()
        before = client.get(f"/s/{statement.pk}.png").headers["ETag"]
        assert statement.speaker
        statement.speaker.name = "Somebody else"
        statement.speaker.save()
        workflow.edited(record=statement.speaker, by=None)
        assert client.get(f"/s/{statement.pk}.png").headers["ETag"] != before

    def test_there_is_none_of_drafts_and_of_what_was_withdrawn(self, client: Client) -> None:
        gone = register.make().withdrawn
        page(client, f"/s/{factories.draft().pk}.png", 404)
        assert "The outlet retracted it." in page(client, f"/s/{gone.pk}.png", 410)


class TestStatementEmbed:
    def test_it_may_stand_in_a_frame_anywhere_and_runs_nothing(self, client: Client) -> None:
        public = register.make()
        answer = client.get(f"/s/{public.statement.pk}/embed/")
        assert "X-Frame-Options" not in answer.headers
        policy = answer.headers["Content-Security-Policy"]
        assert "frame-ancestors *" in policy
        assert "script-src 'self'" in policy
        text = answer.content.decode()
        assert "<script" not in text
        assert 'target="_top" rel="noopener"' in text
        for part in (register.TEXT, str(public.speaker), "Minister", "12 August 2022"):
            assert part in text
        assert len(answer.content) < 3_000

    def test_no_other_page_may(self, client: Client) -> None:
        answer = client.get(factories.published().get_absolute_url())
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]

    def test_a_withdrawn_statement_shows_its_reason_in_the_frame(self, client: Client) -> None:
        gone = register.make().withdrawn
        text = page(client, f"/s/{gone.pk}/embed/", 410)
        assert "The outlet retracted it." in text
        assert gone.text not in text
        page(client, f"/s/{factories.draft().pk}/embed/", 404)


class TestStatementTimeline:
    def test_it_follows_the_filter(self, client: Client) -> None:
        public = register.make()
        made = json.loads(page(client, f"/statements.timeline.json?topic={public.topic.slug}"))
        assert [one["unique_id"] for one in made["events"]] == [f"s{public.statement.pk}"]

    def test_what_cannot_be_read_is_refused_by_name(self, client: Client) -> None:
        text = page(client, "/statements.timeline.json?since=never", 400)
        assert list(json.loads(text)["errors"]) == ["since"]


class TestOembed:
    def ask(self, client: Client, url: str, more: str = "", status: int = 200) -> dict[str, object]:
        found: dict[str, object] = json.loads(
            page(client, f"/oembed?url={quote(url)}{more}", status)
        )
        return found

    def test_a_statement_is_found_by_the_address_of_its_page(self, client: Client) -> None:
        statement = factories.published()
        for path in (statement.get_absolute_url(), f"/s/{statement.pk}/"):
            made = self.ask(client, HOST + path, "&maxwidth=320")
            assert made["width"] == 320
            assert f'src="{HOST}/s/{statement.pk}/embed/"' in str(made["html"])

    def test_the_page_leads_to_it(self, client: Client) -> None:
        statement = factories.published()
        text = page(client, statement.get_absolute_url())
        link = text.split('type="application/json+oembed" href="')[1].split('"')[0]
        path = link.replace("&amp;", "&").removeprefix(HOST)
        assert json.loads(page(client, path))["type"] == "rich"

    def test_what_cannot_be_read_is_refused_by_name(self, client: Client) -> None:
        assert self.ask(client, "", status=400)["errors"] == {
            "url": ["Give the address of a statement."]
        }
        url = f"{HOST}/s/{factories.published().pk}/"
        wrong = self.ask(client, url, "&maxwidth=x&maxheight=1", 400)["errors"]
        assert isinstance(wrong, dict)
        assert set(wrong) == {"maxwidth", "maxheight"}
        assert "format" in str(self.ask(client, url, "&format=yaml", 501))

    def test_xml_says_the_same(self, client: Client) -> None:
        speaker = factories.speaker("Hun <&> \x01Manet")
        statement = factories.published("“Ja” <b>&amp;", speaker=speaker)
        url = f"{HOST}/s/{statement.pk}/"
        answer = client.get("/oembed", {"url": url, "format": "xml", "maxwidth": "320"})
        assert answer["Content-Type"] == "text/xml; charset=utf-8"
        assert answer.content.startswith(b"<?xml ")
        root = ElementTree.fromstring(answer.content)  # noqa: S314  # our own answer
        told = {element.tag: element.text for element in root}
        same = {name: str(value) for name, value in self.ask(client, url, "&maxwidth=320").items()}
        assert root.tag == "oembed"
        assert told == {name: value.replace("\x01", "\ufffd") for name, value in same.items()}
        assert told["version"] == "1.0"

    def test_other_sites_and_drafts_are_not_found(self, client: Client) -> None:
        statement = factories.published()
        for url in (f"https://evil.example/s/{statement.pk}/", f"{HOST}/s/{factories.draft().pk}/"):
            page(client, f"/oembed?url={url}", 404)

    def test_a_withdrawn_statement_is_gone(self, client: Client) -> None:
        statement = factories.published()
        workflow.withdraw(record=statement, by=None, reason="Misattributed.")
        told = self.ask(client, f"{HOST}/s/{statement.pk}/", status=410)
        assert told == {"errors": {"": ["Misattributed."]}}
