"""The same selection in every format."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings as project
from django.test import Client
from pytest_django.fixtures import Settings

from statements import workflow
from statements.exports import selections
from statements.exports.resources import KINDS
from statements.models import Alias, Function, Statement
from tests import factories, register
from tests.kept import kept
from tests.statements.exports.taken import feed, get, ids_in_feed, lines, pages, table

pytestmark = pytest.mark.django_db

FORMATS = ("csv", "json", "jsonl", "atom")
CURSOR = "2016-12-31_2016-01-01_1"
QUERIES = [
    "", "order=oldest", "order=newest", "q=punish", "q=punished+traffickers", "q=%22will+be%22",
    "q=-deny", "q=deny+-never", "q=deny&order=relevance", "q=punish&order=relevance",
    "q=punish&order=oldest", "q=nowhere", "q=%E1%9E%87%E1%9E%BD%E1%9E%94", "q=Samdech",
    "speaker=a", "speaker=b", "speaker=a&speaker=b", "speaker=a&order=oldest", "organisation=o",
    "speaker=a&organisation=o", "topic=t", "topic=u", "topic=t&topic=u", "topic=none",
    "topic=none&topic=t", "topic=t&q=punish", "kind=quotation", "kind=reported",
    "kind=quotation&kind=reported", "function=commitment", "country=KH", "country=TH",
    "country=KH&country=TH", "outlet=press", "outlet=press&speaker=a", "verification=exact",
    "verification=not-checked", "language=km", "language=en", "language=en&language=km",
    "event=e", "since=2015", "until=2015", "since=2013&until=2016", "since=2014-06&order=oldest",
    "until=2014-06-30", "since=2013&topic=t&order=oldest", "ranking=tip",
    "ranking=tip&edition=2022", "stance=rejects-as-unjust",
    "stance=rejects-as-unjust&ranking=tip&edition=2022&speaker=a",
    "edition=1999", "bom=1&q=punish", "unknown=x", "q=&since=&topic=",
    "speaker=a&since=2012&q=deny",
]  # fmt: skip


@pytest.fixture
def small(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and batches so small that a few statements fill several."""
    settings.PAGE_SIZE = 9
    monkeypatch.setattr(selections, "PAGE", 10)
    monkeypatch.setattr(selections, "BATCH", 3)


@pytest.fixture
@kept
def varied() -> None:
    """Two dozen statements that differ in all that can be asked for; some of one day."""
    home, away = factories.country(), factories.country("TH", "Thailand")
    a, b = factories.speaker("A", slug="a"), factories.speaker("B", slug="b", country=away)
    Alias.objects.create(speaker=b, text="Samdech", kind=Alias.Kind.HONORIFIC)
    own = factories.organisation("O", slug="o", country=home)
    topics = [factories.topic("T", slug="t"), factories.topic("U", slug="u")]
    press = factories.source(outlet=factories.outlet("Press", slug="press"))
    event = factories.event("E", slug="e")
    texts = ["Traffickers will be punished.", "We never deny it.", "ជួប"]
    placement = factories.placement(factories.ranking("TIP", slug="tip"))
    for n in range(24):
        claimant = {"organisation": own} if n % 5 == 4 else {"speaker": (a, b)[n % 2]}
        words = {"text": "", "kind": "reported", "summary": f"They deny it {n}."}
        draft = factories.draft(
            **{"text": f"{texts[n % 3]} {n}"} if n % 4 else words, **claimant,
            said_on=(f"20{10 + n % 8}-06-{1 + n % 3:02}", f"20{10 + n % 8}", "2014-06")[n % 3],
            language="km" if n % 3 == 2 else "en", event=event if n % 6 == 0 else None,
            topics=topics[: n % 3], cite=press if n % 7 == 0 else None,
        )  # fmt: skip
        if n % 3 == 0:
            draft.functions.set([Function.objects.get(code="commitment")])
            factories.position(draft, placement=placement)
        workflow.publish(record=draft, by=None)
    factories.draft("Traffickers will be punished, says a draft.", speaker=a)


def on_pages(client: Client, address: str) -> list[int]:
    """The ids of the statements on all pages of a list."""
    found: list[int] = []
    while address:
        text = get(client, address)
        found += [int(pk) for pk in re.findall(r'<article class="statement" id="s(\d+)"', text)]
        following = re.search(r'rel="next" href="([^"]+)"', text)
        address = following[1].replace("&amp;", "&") if following else ""
    return found


class TestDownload:
    def test_every_format_has_the_same_statements_in_the_same_order(
        self, client: Client, small: None, varied: None
    ) -> None:
        assert len(QUERIES) >= 50
        filled = 0
        for query in QUERIES:
            ids = on_pages(client, f"/statements/?{query}")
            filled += bool(ids)
            assert len(set(ids)) == len(ids), query
            assert [int(row["id"]) for row in table(client, f"/statements.csv?{query}")] == ids
            assert [row["id"] for row in lines(client, f"/statements.jsonl?{query}")] == ids, query
            assert [row["id"] for row in pages(client, f"/statements.json?{query}")] == ids, query
            assert ids_in_feed(client, f"/statements.atom?{query}") == ids, query
        assert filled >= 45

    def test_so_has_every_page_that_stands_for_a_record(
        self, client: Client, small: None, varied: None
    ) -> None:
        for page in ("speakers/a", "speakers/b", "organisations/o", "topics/t", "outlets/press"):
            for query in ("", "?q=deny", "?order=oldest&since=2012"):
                ids = on_pages(client, f"/{page}/{query}")
                assert [int(row["id"]) for row in table(client, f"/{page}.csv{query}")] == ids
                assert [row["id"] for row in lines(client, f"/{page}.jsonl{query}")] == ids
                assert [row["id"] for row in pages(client, f"/{page}.json{query}")] == ids
                assert ids_in_feed(client, f"/{page}.atom{query}") == ids

    def test_all_formats_tell_the_same_of_a_statement(self, client: Client, varied: None) -> None:
        assert lines(client, "/statements.jsonl") == pages(client, "/statements.json")
        (first, *_), (row, *_) = (
            lines(client, "/statements.jsonl"),
            table(client, "/statements.csv"),
        )
        assert list(first) == list(row)
        assert row["text"] == first["text"]
        assert row["sources"] == str(first["sources"][0])

    def test_a_place_in_the_list_matters_to_json_only(
        self, client: Client, small: None, varied: None
    ) -> None:
        whole = json.loads(get(client, "/statements.json"))
        further = json.loads(get(client, f"/statements.json?after={CURSOR}"))
        assert whole["count"] == further["count"] == 24
        assert whole["results"] != further["results"]
        assert len(table(client, f"/statements.csv?after={CURSOR}")) == 24
        assert len(lines(client, f"/statements.jsonl?before={CURSOR}")) == 24

    def test_a_feed_tells_of_fifty(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("statements.views.downloads.NEWEST", 2)
        years = ("2010", "2022", "2016")
        made = {year: factories.published(said_on=year).pk for year in years}
        assert ids_in_feed(client, "/statements.atom") == [made["2022"], made["2016"]]

    def test_lists_of_other_records_follow_their_pages(self, client: Client) -> None:
        public = register.make()
        assert [row["id"] for row in table(client, "/speakers.csv")] == [str(public.speaker.pk)]
        assert [row["id"] for row in lines(client, "/topics.jsonl")] == [public.topic.pk]
        sources = re.findall(r'href="/sources/(\d+)/', get(client, "/sources/"))
        assert [str(row["id"]) for row in pages(client, "/sources.json")] == sources
        assert feed(client, "/speakers.atom").entries[0].title == public.speaker.name

    def test_no_cell_is_a_formula_and_json_lines_keeps_the_text(self, client: Client) -> None:
        formula = '=HYPERLINK("https://evil.example";"x")'
        factories.published(formula)
        assert table(client, "/statements.csv")[0]["text"] == f"'{formula}"
        assert lines(client, "/statements.jsonl")[0]["text"] == formula

    def test_a_byte_order_mark_is_there_when_it_is_asked_for(self, client: Client) -> None:
        factories.published()
        assert get(client, "/statements.csv?bom=1").startswith("\ufeffid,")
        for query in ("", "?bom=0", "?bom="):
            assert get(client, f"/statements.csv{query}").startswith("id,")

    def test_the_name_of_the_file_tells_the_filter(self, client: Client) -> None:
        factories.published(speaker=factories.speaker(slug="hun-manet"))
        answer = client.get("/speakers/hun-manet.csv?since=2022&q=%22will+act%22")
        name = "speaker-hun-manet_q-will-act_since-2022.csv"
        assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
        title = feed(client, "/speakers/hun-manet.atom?since=2022").feed.title
        assert "Since: 2022" in title

    @pytest.mark.parametrize("extension", FORMATS)
    def test_what_cannot_be_read_is_named_in_the_form_asked_for(
        self, client: Client, extension: str
    ) -> None:
        factories.published("We will act.")
        for query, name in (
            ("since=soon", "since"), ("speaker=nobody", "speaker"), ("order=best", "order"),
            ("after=x", "after"), ("q=%22", "q"), ("topic=t&topic=x", "topic"),
        ):  # fmt: skip
            answer = client.get(f"/statements.{extension}?{query}")
            text = answer.getvalue().decode()
            assert answer.status_code == 400, query
            assert "We will act." not in text
            if extension in {"json", "jsonl"}:
                assert list(json.loads(text)["errors"]) == [name]
            else:
                assert answer["Content-Type"] == "text/plain; charset=utf-8"
                assert text.startswith(f"{name}: ")

    def test_what_nobody_can_read_is_named_as_well(self, client: Client) -> None:
        for extension in FORMATS:
            answer = client.get(f"/statements.{extension}", {"q": "a\0b"})
            assert answer.status_code == 400
            assert re.search(r"(“|\\u201c)q(”|\\u201d)", answer.content.decode())
            assert "html" not in answer["Content-Type"]

    def test_options_and_pages_that_there_are_not_are_named(self, client: Client) -> None:
        for address in ("/statements.csv?bom=yes", "/statements.csv?bom=1&bom=1"):
            assert get(client, address, 400).startswith("bom: ")
        assert json.loads(get(client, "/speakers.json?behind=999", 400))["errors"].keys() == {
            "behind"
        }

    def test_a_former_slug_leads_to_the_present_one(self, client: Client) -> None:
        speaker = factories.published().speaker
        assert speaker
        before, speaker.slug = speaker.slug, "present"
        speaker.save()
        answer = client.get(f"/speakers/{before}.atom?since=2022")
        assert (answer.status_code, answer["Location"]) == (
            301,
            "/speakers/present.atom?since=2022",
        )

    def test_a_draft_and_an_unknown_format_are_not_found(self, client: Client) -> None:
        draft = factories.draft().speaker
        assert draft
        for address in (f"/speakers/{draft.slug}.csv", "/statements.xlsx", "/statements.csv/"):
            get(client, address, 404)


class TestPages:
    def test_a_list_leads_to_its_data_and_names_its_feed(self, client: Client) -> None:
        public = register.make()
        found = register.pages(public)
        for name in ("statement_list", "speaker_list", "topic_list", "source_list",
                     "speaker_detail", "topic_detail", "organisation_detail", "outlet_detail",
                     "source_detail"):  # fmt: skip
            text = get(client, found[name])
            for extension in FORMATS:
                address = found[f"{name}_data"].removesuffix("csv") + extension
                assert f'<a href="{address}"' in text, (name, extension)
                assert re.search(f'<link rel="alternate" type="[^"]+" href="{address}"', text)

    def test_links_carry_the_filter_and_an_unreadable_one_has_none(self, client: Client) -> None:
        factories.published()
        assert 'href="/statements.csv?since=2022"' in get(client, "/statements/?since=2022")
        assert "/statements.csv" not in get(client, "/statements/?since=soon", 400)

    def test_the_title_tells_the_filter(self, client: Client) -> None:
        factories.published()
        assert "<title>Statements; Since: 2022 · " in get(client, "/statements/?since=2022")

    def test_a_page_is_not_sent_again_until_something_changed(self, client: Client) -> None:
        speaker = factories.published().speaker
        assert speaker
        for address in ("/statements/", "/speakers/", speaker.get_absolute_url()):
            first = client.get(address)
            assert first["Cache-Control"] == "public, no-cache"
            headers = {"If-None-Match": first["ETag"]}
            assert client.get(address, headers=headers).status_code == 304
            speaker.name += " renamed"
            speaker.save()
            workflow.edited(record=speaker, by=None)
            assert client.get(address, headers=headers).status_code == 200

    def test_a_swapped_list_is_kept_apart_from_the_page(self, client: Client) -> None:
        assert "HX-Request" in client.get("/statements/")["Vary"]


class TestData:
    def test_the_dictionary_has_every_column(self, client: Client) -> None:
        text = get(client, "/data/")
        for kind in KINDS:
            for field in kind.fields(""):
                assert f"<code>{field.name}</code>" in text, (kind.name, field.name)

    def test_so_has_the_documentation(self) -> None:
        told = Path(project.BASE_DIR / "docs" / "data-formats.md").read_text("utf-8")
        for kind in KINDS:
            assert f"## {kind.label}" in told
            for field in kind.fields(""):
                assert f"| `{field.name}` | {field.help} |" in told, (kind.name, field.name)


def test_the_examples_hold_statements_of_every_sort(varied: None) -> None:
    assert Statement.objects.published().count() == 24
