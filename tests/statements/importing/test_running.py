"""Whole files: what they change, what they refuse, and that all or nothing is kept."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from statements import workflow
from statements.importing.table import FileError
from statements.models import Correction, Statement
from tests import factories
from tests.statements.importing.brought import (
    bring,
    counts,
    exported,
    file,
    lines,
    table,
    told,
)

pytestmark = pytest.mark.django_db
NOTE = "The source prints it so."


def new(**cells: Any) -> dict[str, Any]:
    return {
        "speaker": "chou-bun-eng", "said_on": "2022-08-12", "text": "We will act.", **cells
    }  # fmt: skip


@pytest.fixture
def speaker() -> Any:
    return factories.speaker("Chou Bun Eng", slug="chou-bun-eng")


class TestChanging:
    def test_every_column_that_can_be_changed(self, speaker: Any) -> None:
        made = factories.draft(cite=factories.source())
        organisation, topic = factories.organisation(), factories.topic()
        other = factories.source()
        cells = {
            "id": made.pk, "said_on": "2014-06", "date_basis": "publication", "date_note": "Or so.",
            "weekday_as_printed": "", "speaker": "", "organisation": organisation.slug,
            "role_as_printed": "Secretary", "attributed_as": "She", "kind": "written",
            "text": "We act.", "language": "km", "original_text": "Nous.",
            "original_language": "fr", "summary": "In short.", "context": "Asked.",
            "event": factories.event(slug="asean").slug, "venue": "Phnom Penh",
            "topics": topic.slug, "functions": "commitment", "acknowledges_problem": "partly",
            "sources": f"{made.citations.get().source_id} | {other.pk}", "locators": "p. 2 | p. 3",
            "excerpts": " | We did act.",
        }  # fmt: skip
        report = bring(file(cells))
        assert not told(report)
        assert counts(report) == (0, 1, 0)
        made.refresh_from_db()
        for name in ("text", "summary", "venue", "context", "kind", "date_note", "language"):
            assert getattr(made, name) == cells[name]
        assert (str(made.said_on), made.organisation, made.speaker) == (
            "2014-06", organisation, None,
        )  # fmt: skip
        assert [one.slug for one in made.topics.all()] == [topic.slug]
        assert [one.code for one in made.functions.all()] == ["commitment"]
        places = made.citations.order_by("id").values_list("source", "locator", "excerpt")
        first, second = places
        assert (first[1:], second) == (("p. 2", ""), (other.pk, "p. 3", "We did act."))
        assert counts(bring(file(cells))) == (0, 0, 1)

    def test_each_difference_is_told(self) -> None:
        made = factories.draft("We will act today.", venue="Siem Reap")
        row = {"id": made.pk, "text": "We will act tomorrow.", "venue": "Phnom Penh"}
        report = bring(file(row), commit=False)
        assert not report.is_kept
        (outcome,) = report.outcomes
        assert (outcome.row, outcome.statement, outcome.state) == (2, made.pk, "changed")
        in_words = {
            one.label: [(part.operation, part.text) for part in one.parts]
            for one in outcome.differences
        }
        assert in_words["text"] == [
            ("equal", "We will act"), ("delete", "today."), ("insert", "tomorrow."),
        ]  # fmt: skip
        assert in_words["venue"] == [("delete", "Siem Reap"), ("insert", "Phnom Penh")]
        made.refresh_from_db()
        assert made.venue == "Siem Reap"

    def test_a_citation_that_stays_keeps_what_was_found(self) -> None:
        made = factories.published("We will act.", cite=factories.source())
        before = made.citations.get()
        other = factories.source()
        report = bring(
            file({"id": made.pk, "sources": f"{before.source_id} | {other.pk}"}), note=NOTE
        )
        assert not told(report)
        assert made.citations.order_by("id")[0].pk == before.pk
        assert [one.source for one in made.citations.order_by("id")] == [before.source, other]

    def test_what_is_published_needs_a_note_and_keeps_a_correction(self) -> None:
        made = factories.published("We will act.")
        row = {"id": made.pk, "summary": "A promise."}
        assert [one[:2] for one in told(bring(file(row)))] == [(2, "note")]
        made.refresh_from_db()
        assert made.summary == ""
        assert bring(file(row), note=NOTE).is_kept
        correction = Correction.objects.get(statement=made)
        assert (correction.note, made.revisions.count()) == (NOTE, 2)
        assert bring(file(row | {"summary": "Two.", "note": "Again."})).is_kept
        assert Correction.objects.latest("pk").note == "Again."

    def test_who_may_not_publish_may_not_change_it(self) -> None:
        made, draft = factories.published(), factories.draft()
        row = {"id": made.pk, "summary": "A promise."}
        editor = User.objects.get(pk=factories.staff("Editor").pk)
        assert [one[:2] for one in told(bring(file(row), by=editor, note=NOTE))] == [(2, "id")]
        assert bring(file(row | {"id": draft.pk}), by=editor).is_kept
        reviewer = User.objects.get(pk=factories.staff("Reviewer").pk)
        assert bring(file(row), by=reviewer, note=NOTE).is_kept
        assert draft.history.first().history_user == editor

    def test_what_was_withdrawn_stays(self) -> None:
        made = workflow.withdraw(record=factories.published(), by=None, reason="Retracted.")
        assert told(bring(file({"id": made.pk, "summary": "A promise."})))
        assert counts(bring(file({"id": made.pk, "text": made.text}))) == (0, 0, 1)

    def test_a_file_that_is_older_than_the_statement_is_refused(self) -> None:
        made = factories.published()
        rows = table(exported())
        made.venue = "Siem Reap"
        made.save()
        workflow.edited(record=made, by=None, note=NOTE)
        assert counts(bring(file(rows[0] | {"venue": "Siem Reap"}))) == (0, 0, 1)
        report = bring(file(rows[0] | {"summary": "A promise."}), note=NOTE)
        assert [one[:2] for one in told(report)] == [(2, "version")]

    def test_what_follows_from_other_records_cannot_be_changed(self) -> None:
        factories.published()
        (row,) = table(exported())
        for name, value in (
            ("verifications", "differs"), ("claimant", "Somebody"), ("url", "https://x.example/s/1"),
            ("source_titles", "Another"), ("published_at", "2020-01-01"), ("country", "TH"),
        ):  # fmt: skip
            assert [one[:2] for one in told(bring(file(row | {name: value})))] == [(2, name)]


class TestNewOnes:
    def test_they_are_drafts(self, speaker: Any) -> None:
        source = factories.source("Doors open")
        factories.capture(source, "She said: “We will act.” And left.")
        row = new(sources=str(source.pk), topics=factories.topic(slug="police").slug)
        assert bring(file(row)).is_kept
        made = Statement.objects.get()
        assert (made.status, made.speaker, made.text) == ("draft", speaker, "We will act.")
        citation = made.citations.get()
        assert (citation.source, citation.verification) == (source, "exact")

    def test_the_same_file_makes_nothing_twice(self, speaker: Any) -> None:
        source = factories.source()
        rows = [
            new(sources=source.pk, summary=""),
            new(sources=source.pk, text="Soon.", summary=""),
        ]
        assert counts(bring(file(*rows))) == (2, 0, 0)
        assert counts(bring(file(*rows))) == (0, 0, 2)
        assert counts(bring(lines(*rows, new(text="Later.")))) == (1, 0, 2)
        assert Statement.objects.count() == 3

    def test_one_that_is_almost_there_is_asked_about(self, speaker: Any) -> None:
        bring(file(new()))
        made = Statement.objects.get()
        ((row, column, text),) = told(bring(file(new(text="We will ACT", venue="Siem Reap"))))
        assert (row, column) == (2, "id")
        assert str(made.pk) in text
        assert "text, venue" in text or "venue, text" in text

    def test_a_source_is_named_by_its_address_too(self, speaker: Any) -> None:
        source = factories.source(url="https://news.example/doors")
        assert bring(file(new(sources="https://news.example/doors"))).is_kept
        assert Statement.objects.get().citations.get().source == source

    def test_what_the_register_works_out_is_left_empty(self, speaker: Any) -> None:
        found = told(bring(file(new(verifications="exact", url=""))))
        assert [one[:2] for one in found] == [(2, "verifications")]


class TestWhatIsWrong:
    def test_all_is_told_at_once_with_row_and_column(self, speaker: Any) -> None:
        rows = [
            new(),
            new(said_on="12/08/2022"),
            new(speaker="chou-bun-en", topics="nothing"),
            new(text="", kind="quotation"),
            new(text="A song.", kind="song"),
            new(sources="99"),
            new(id="999999"),
            new(id="seven"),
        ]
        columns = list(dict.fromkeys(name for row in rows for name in row))
        report = bring(file(*({name: row.get(name, "") for name in columns} for row in rows)))
        assert not report.is_kept
        assert not Statement.objects.exists()
        found = told(report)
        assert [one[:2] for one in found] == [
            (3, "said_on"), (4, "speaker"), (4, "topics"), (5, "text"), (6, "kind"),
            (7, "sources"), (8, "id"), (9, "id"),
        ]  # fmt: skip
        assert "several ways" in found[0][2]
        assert "Did you mean “chou-bun-eng”?" in found[1][2]

    def test_dates_as_spreadsheets_write_them(self, speaker: Any) -> None:
        for text in ("12/08/2022", "8/12/22", "12.08.2022", "12-08-2022", "Jun-14", "44785"):
            assert [one[:2] for one in told(bring(file(new(said_on=text))))] == [(2, "said_on")]

    def test_two_rows_of_one_statement(self) -> None:
        made = factories.draft()
        rows = [{"id": made.pk, "venue": "Siem Reap"}, {"id": made.pk, "venue": "Kep"}]
        assert [one[:2] for one in told(bring(file(*rows)))] == [(3, "id")]

    def test_a_list_beside_the_sources_has_as_many(self) -> None:
        made = factories.draft()
        row = {"id": made.pk, "locators": "p. 1 | p. 2"}
        assert [one[:2] for one in told(bring(file(row)))] == [(2, "locators")]
        assert [one[:2] for one in told(bring(lines({"id": made.pk, "text": ["a"]})))] == [
            (1, "text")
        ]

    def test_a_file_with_unknown_columns_is_refused(self) -> None:
        with pytest.raises(FileError, match=r"“sumary”\. Did you mean “summary”"):
            bring(file({"id": "", "sumary": "x"}))

    def test_too_many_rows_are_refused(self, speaker: Any) -> None:
        with pytest.raises(FileError, match="1 rows"):
            bring(file(new(), new(text="Soon.")), most_rows=1)

    def test_a_role_is_one_the_speaker_held(self, speaker: Any) -> None:
        speaker.roles.create(title="Minister", start="2020", end="2021")
        speaker.roles.create(title="Minister", start="2022")
        assert bring(file(new(role="Minister"))).is_kept
        assert str(Statement.objects.get().role.start) == "2022"  # type: ignore[union-attr]
        ((_row, column, text),) = told(bring(file(new(text="Soon.", role="Ministre"))))
        assert (column, "Did you mean “Minister”?" in text) == ("role", True)


class TestAllOrNothing:
    def test_with_an_expectation_only_what_was_seen_is_kept(self) -> None:
        made = factories.draft("We will act.")
        text = file({"id": made.pk, "venue": "Kep"})
        seen = bring(text, commit=False).fingerprint
        Statement.objects.filter(pk=made.pk).update(venue="Siem Reap")
        assert not bring(text, expected=seen).is_kept
        Statement.objects.filter(pk=made.pk).update(venue="")
        assert bring(text, expected=seen).is_kept

    def test_it_tells_how_far_it_is(self, speaker: Any) -> None:
        heard: list[int] = []
        bring(file(new(), new(text="Soon.")), progress=heard.append)
        assert heard == [1, 2]

    def test_a_published_statement_stays_published_in_the_ledger(self) -> None:
        made = factories.published()
        assert bring(file({"id": made.pk, "venue": "Kep"}), note=NOTE).is_kept
        call_command("ledger", "--verify")
