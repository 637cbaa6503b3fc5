"""What a late save would change, and how it can be sent again."""

from typing import Any

import pytest
from django.contrib import admin
from django.http import QueryDict
from django.test import RequestFactory

from statements import workflow
from statements.admin import conflicts
from statements.models import Citation, Statement
from tests import factories
from tests.statements.admin.conftest import statement_form

pytestmark = pytest.mark.django_db


def sent(statement: Statement, **fields: Any) -> QueryDict:
    citations = [
        {"id": one.pk, "statement": statement.pk, "source": one.source_id, "is_primary": "on",
         "capture": one.capture_id or ""}
        for one in statement.citations.all()
    ]  # fmt: skip
    entered = {"text": statement.text, "speaker": statement.speaker_id, **fields}
    form = statement_form(
        citations=citations, kept=(len(citations), 0, 0), version=statement.version, **entered
    )
    return RequestFactory().post("/", form).POST


def opened(statement: Statement, data: QueryDict) -> tuple[Any, list[Any]]:
    """The bound form and formsets, as the admin makes them."""
    editor: Any = admin.site.get_model_admin(Statement)
    request: Any = RequestFactory().post("/")
    request.POST, request.user = data, factories.staff("Editor")
    form = editor.get_form(request, statement, change=True)(data, instance=statement)
    return form, editor._create_formsets(request, statement, change=True)[0]


class TestStaleness:
    def test_the_same_version_and_state_go_through(self) -> None:
        conflicts.refuse_stale(QueryDict("version=1&state=draft"), factories.draft())
        conflicts.refuse_stale(QueryDict("text=x"), factories.draft())

    @pytest.mark.parametrize("data", ["version=2", "version=0", "version=1&state=published"])
    def test_another_one_does_not(self, data: str) -> None:
        with pytest.raises(conflicts.Stale):
            conflicts.refuse_stale(QueryDict(data), factories.draft())

    def test_what_changed_since_is_known_from_the_history(self) -> None:
        statement = factories.draft()
        seen = str(statement.history.values_list("history_id", flat=True).first())
        assert conflicts.since(statement, seen) == []
        statement.text = "We will not act."
        statement.save()
        (change,) = conflicts.since(statement, seen)
        assert change["words"] == "We will <ins>not</ins> act."
        for other in ("", "abc", "9" * 30, "0"):
            assert conflicts.since(statement, other) == []


class TestDifferences:
    def test_only_what_differs_is_told_and_in_words(self) -> None:
        statement, other = factories.draft(), factories.speaker("Hun Manet")
        topic = factories.topic("Labour")
        data = sent(
            statement, text="We will not act.", speaker=other.pk, kind="written", topics=[topic.pk]
        )
        form, _ = opened(statement, data)
        found = {one.name: one for one in conflicts.differences(form)}
        assert set(found) == {"text", "speaker", "kind", "topics"}
        assert found["text"].words == "We will <ins>not</ins> act."
        assert found["text"].values == ("We will act.", "We will not act.")
        assert found["speaker"].yours == "Hun Manet"
        assert found["speaker"].values == (str(statement.speaker_id), str(other.pk))
        assert (found["kind"].theirs, found["kind"].yours) == ("Quotation", "Written statement")
        assert (found["topics"].theirs, found["topics"].yours) == ("", "Labour")
        assert found["topics"].values is None

    def test_line_ends_as_browsers_send_them_are_no_difference(self) -> None:
        statement = factories.draft("One line.\nAnother.")
        form, _ = opened(statement, sent(statement, text="One line.\r\nAnother."))
        assert conflicts.differences(form) == []

    def test_a_date_is_compared_as_printed(self) -> None:
        statement = factories.draft(said_on="2014-06")
        form, _ = opened(statement, sent(statement, said_on="2014-06"))
        assert conflicts.differences(form) == []
        form, _ = opened(statement, sent(statement, said_on="2014"))
        (found,) = conflicts.differences(form)
        assert (found.theirs, found.yours) == ("2014-06", "2014")

    def test_what_nobody_could_have_chosen_is_compared_without_harm(self) -> None:
        statement = factories.draft()
        data = sent(statement, speaker="9" * 30, topics=["abc"], kind="shout", said_on="never")
        form, _ = opened(statement, data)
        found = {one.name: one.yours for one in conflicts.differences(form)}
        assert found == {"speaker": "", "kind": "shout", "said_on": "never"}


class TestRows:
    def test_rows_that_are_gone_are_told_and_left_out(self) -> None:
        statement = factories.draft()
        kept = Citation.objects.create(statement=statement, source=factories.source())
        data = sent(statement)
        gone = statement.citations.exclude(pk=kept.pk).get()
        gone.delete()
        _, formsets = opened(statement, data)
        (row,) = conflicts.rows(formsets[0])
        assert (row.gone, row.removed) == (True, False)
        pairs = dict(conflicts.carried(data, formsets, []))
        assert pairs["citations-TOTAL_FORMS"] == pairs["citations-INITIAL_FORMS"] == "1"
        assert pairs["citations-0-id"] == str(kept.pk)
        assert "citations-1-id" not in pairs

    def test_new_and_changed_rows_are_carried(self) -> None:
        statement = factories.draft()
        data = sent(statement).copy()
        data["citations-0-locator"] = "page 3"
        data["citations-1-source"] = str(factories.source("A report").pk)
        data["citations-TOTAL_FORMS"] = "2"
        _, formsets = opened(statement, data)
        changed, new = conflicts.rows(formsets[0])
        assert [one.yours for one in changed.differences] == ["page 3"]
        assert any("A report" in one.yours for one in new.differences)
        pairs = dict(conflicts.carried(data, formsets, []))
        assert pairs["citations-TOTAL_FORMS"] == "2"
        assert pairs["citations-INITIAL_FORMS"] == "1"
        assert pairs["citations-1-source"] == data["citations-1-source"]

    def test_what_belongs_to_one_sending_and_what_the_page_asks_is_not_carried(self) -> None:
        statement = factories.draft()
        data = sent(statement, _save="Save", csrfmiddlewaretoken="x", _popup="1", topics=["1", "2"])
        _, formsets = opened(statement, data)
        pairs = conflicts.carried(data, formsets, ["text"])
        names = [name for name, _ in pairs]
        for name in ("_save", "csrfmiddlewaretoken", "version", "state", "text"):
            assert name not in names
        assert names.count("topics") == 2
        assert ("_popup", "1") in pairs


def test_a_submission_changes_the_state_but_not_the_words() -> None:
    statement = factories.draft()
    data = sent(statement, state="draft")
    workflow.submit(record=statement, by=None)
    with pytest.raises(conflicts.Stale):
        conflicts.refuse_stale(data, statement)
