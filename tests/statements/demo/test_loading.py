import json
from pathlib import Path
from typing import Any

import pytest

from sources.models import Country, Outlet, Source
from sources.publication import Status
from statements.demo import loading
from statements.demo.loading import DemoDataError, load_register
from statements.models import Alias, Organisation, Page, Relation, Role, Speaker, Statement
from tests import factories

pytestmark = pytest.mark.django_db

COUNTRY = {"KH": {"name": "Cambodia", "slug": "cambodia"}}
SPEAKER = {
    "hun-manet": {
        "name": "Hun Manet",
        "country": "KH",
        "roles": {"premier": {"title": "Prime Minister", "start": "2023-08-22"}},
        "aliases": {"Samdech Thipadei": {"kind": "honorific", "valid_from": "2023-08-22"}},
    }
}
OUTLET = {"fresh-news": {"name": "Fresh News"}}
SOURCE = {"article": {"outlet": "fresh-news", "url": "https://www.fresh.example/1/"}}
STATEMENT = {
    "first": {
        "speaker": "hun-manet",
        "role": "hun-manet/premier",
        "kind": "written",
        "text": "We will act.",
        "said_on": "2024-12",
        "topics": ["prevention"],
        "functions": ["commitment"],
        "citations": {"article": {"locator": "paragraph 1"}},
    }
}
WHOLE = {
    "countries": COUNTRY,
    "speakers": SPEAKER,
    "topics": {"prevention": {"name": "Prevention"}},
    "outlets": OUTLET,
    "sources": SOURCE,
    "statements": STATEMENT,
}


class Files:
    """Data files of a register of the test's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, **records: Any) -> None:
        for name in loading.KINDS:
            (self.folder / f"{name}.json").write_text(json.dumps(records.get(name, {})))


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    monkeypatch.setattr(loading, "FILES", tmp_path)
    return Files(tmp_path)


class TestLoading:
    def test_makes_records_with_their_parts_and_references(self, files: Files) -> None:
        files.write(**WHOLE)
        assert load_register() == 9
        made = Statement.objects.get()
        assert made.speaker == Speaker.objects.get(slug="hun-manet")
        assert made.role == Role.objects.get()
        assert str(made.said_on) == "2024-12"
        assert [topic.slug for topic in made.topics.all()] == ["prevention"]
        assert [function.code for function in made.functions.all()] == ["commitment"]
        assert made.citations.get().source.outlet.slug == "fresh-news"

    def test_publishes_what_it_makes(self, files: Files) -> None:
        files.write(**WHOLE)
        load_register()
        assert Statement.objects.get().status == Status.PUBLISHED
        assert Speaker.objects.get().published_at is not None

    def test_publishes_what_no_statement_shows(self, files: Files) -> None:
        files.write(organisations={"ncct": {"name": "Committee"}})
        load_register()
        assert Organisation.objects.get().is_published

    def test_confirms_relations(self, files: Files) -> None:
        both = STATEMENT | {"second": STATEMENT["first"]}
        link = {"statement": "second", "target": "first", "kind": "repeats", "note": "Again."}
        files.write(**{**WHOLE, "statements": both, "relations": {"link": link}})
        load_register()
        assert Relation.objects.published().get().note == "Again."
        assert load_register() == 0

    def test_joins_lines(self, files: Files) -> None:
        files.write(pages={"about": {"title": "About", "body": ["One.", "", "Two."]}})
        load_register()
        assert Page.objects.get().body == "One.\n\nTwo."

    def test_tells_how_far_it_is(self, files: Files) -> None:
        files.write(countries=COUNTRY, topics={"a": {"name": "A"}, "b": {"name": "B"}})
        told: list[tuple[str, int, int]] = []
        load_register(lambda *step: told.append(step))
        assert told[:3] == [("countries", 1, 1), ("topics", 1, 2), ("topics", 2, 2)]

    def test_of_an_unknown_key_makes_nothing_at_all(self, files: Files) -> None:
        files.write(**{**WHOLE, "topics": {}})
        with pytest.raises(DemoDataError, match="topic “prevention”"):
            load_register()
        assert not Country.objects.exists()

    def test_fits_every_key_into_the_history(self) -> None:
        longest = max(
            len(f"{loading.REASON}{key}/{part}")
            for name, kind in loading.KINDS.items()
            for key, values in loading.read(name).items()
            for parts in ({"": 0}, *(values.get(field, {}) for field in kind.parts))
            for part in parts
        )
        assert longest <= 100


class TestLoadingAgain:
    def test_makes_nothing(self, files: Files) -> None:
        files.write(**WHOLE)
        load_register()
        entries = Statement.history.count()
        assert load_register() == 0
        assert Statement.history.count() == entries

    def test_makes_what_was_added_to_the_files(self, files: Files) -> None:
        files.write(**WHOLE)
        load_register()
        second = {**STATEMENT["first"], "text": "We have acted.", "role": "hun-manet/premier"}
        files.write(**{**WHOLE, "statements": {**STATEMENT, "second": second}})
        assert load_register() == 2  # with its citation
        assert Statement.objects.published().count() == 2
        assert Speaker.objects.count() == 1

    def test_leaves_what_an_editor_changed(self, files: Files) -> None:
        files.write(**WHOLE)
        load_register()
        Speaker.objects.update(slug="manet", name="Manet")
        assert load_register() == 0
        assert Speaker.objects.get().name == "Manet"

    def test_leaves_a_withdrawn_statement_withdrawn(self, files: Files) -> None:
        files.write(**WHOLE)
        load_register()
        Statement.objects.update(status=Status.WITHDRAWN, withdrawn_reason="A mistake.")
        load_register()
        assert Statement.objects.get().status == Status.WITHDRAWN

    def test_does_not_bring_back_what_was_deleted(self, files: Files) -> None:
        files.write(**WHOLE)
        load_register()
        Alias.objects.get().delete()
        assert load_register() == 0
        assert not Alias.objects.exists()

    def test_does_not_make_what_refers_to_something_deleted(self, files: Files) -> None:
        files.write(countries=COUNTRY)
        load_register()
        Country.objects.get().delete()
        files.write(countries=COUNTRY, speakers=SPEAKER)
        assert load_register() == 0
        assert not Speaker.objects.exists()


class TestARecordEnteredByHand:
    def test_is_used_and_not_doubled(self, files: Files) -> None:
        factories.country()
        by_hand = factories.speaker("Hun M.", slug="hun-manet")
        files.write(**WHOLE)
        load_register()
        assert Speaker.objects.get() == by_hand
        assert Speaker.objects.get().name == "Hun M."
        assert Statement.objects.get().speaker == by_hand

    def test_is_recognised_by_the_address_of_a_source(self, files: Files) -> None:
        by_hand = factories.source(url="http://fresh.example/1?utm_source=x")
        files.write(outlets=OUTLET, sources=SOURCE)
        load_register()
        assert Source.objects.get() == by_hand
        assert Outlet.objects.count() == 2
