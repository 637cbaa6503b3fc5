"""The statement's form on one screen, publishing and withdrawing, and who may do which."""

from typing import Any

import pytest
from django.test import Client

from statements import workflow
from statements.models import (
    Citation,
    Evidence,
    Figure,
    Indicator,
    Speaker,
    Stance,
    Statement,
)
from tests import factories
from tests.statements.admin.conftest import LogIn, errors, rows, speaker_form, statement_form, url

pytestmark = pytest.mark.django_db
ADD = "statements_statement_add"
CHANGE = "statements_statement_change"


def stored_citations(statement: Statement) -> list[dict[str, Any]]:
    return [
        {"id": one.pk, "statement": statement.pk, "source": one.source_id, "is_primary": "on"}
        for one in statement.citations.all()
    ]


def edit(client: Client, statement: Statement, **fields: Any) -> Any:
    """Send the form of a stored statement that has citations only."""
    citations = fields.pop("citations", stored_citations(statement))
    kept = (statement.citations.count(), 0, 0)
    form = statement_form(
        speaker=statement.speaker_id, citations=citations, kept=kept,
        **{"text": statement.text, "version": statement.version, **fields},
    )  # fmt: skip
    return client.post(url(CHANGE, statement.pk), form)


class TestWhoMayChange:
    def test_a_contributor_changes_a_draft(self, log_in: LogIn) -> None:
        statement = factories.draft()
        assert edit(log_in("Contributor"), statement, text="New words.").status_code == 302
        statement.refresh_from_db()
        assert statement.text == "New words."
        assert statement.version == 2

    @pytest.mark.parametrize("group", ["Contributor", "Editor"])
    def test_what_is_published_is_read_only_without_the_permission(
        self, log_in: LogIn, group: str
    ) -> None:
        client, statement = log_in(group), factories.published()
        assert b"can be changed by reviewers only" in client.get(url(CHANGE, statement.pk)).content
        assert edit(client, statement, text="Forged.").status_code == 403
        statement.refresh_from_db()
        assert statement.text == "We will act."

    @pytest.mark.parametrize("group", ["Reviewer", "Admin"])
    def test_those_who_publish_change_what_is_published(self, log_in: LogIn, group: str) -> None:
        statement = factories.published()
        fields = {"kind": "reported", "correction_note": "It was no quotation."}
        assert edit(log_in(group), statement, text="Corrected.", **fields).status_code == 302
        statement.refresh_from_db()
        assert (statement.text, statement.status) == ("Corrected.", "published")
        assert statement.corrections.get().note == "It was no quotation."

    def test_nobody_deletes_what_is_published(self, log_in: LogIn) -> None:
        statement, client = factories.published(), log_in(is_superuser=True)
        delete = url("statements_statement_delete", statement.pk)
        assert client.post(delete, {"post": "yes"}).status_code == 403
        action = {"action": "delete_selected", "_selected_action": [statement.pk], "post": "yes"}
        client.post(url("statements_statement_changelist"), action)
        assert Statement.objects.filter(pk=statement.pk).exists()

    def test_an_editor_deletes_a_draft_and_a_contributor_does_not(self, log_in: LogIn) -> None:
        statement = factories.draft()
        delete = url("statements_statement_delete", statement.pk)
        assert log_in("Contributor").post(delete, {"post": "yes"}).status_code == 403
        assert log_in("Editor").post(delete, {"post": "yes"}).status_code == 302
        assert not Statement.objects.exists()

    def test_what_is_withdrawn_is_read_only_for_all(self, log_in: LogIn) -> None:
        statement, client = factories.published(), log_in(is_superuser=True)
        workflow.withdraw(record=statement, by=None, reason="Wrong person.")
        assert b"kept as it was" in client.get(url(CHANGE, statement.pk)).content
        assert edit(client, statement, text="Forged.").status_code == 403

    def test_the_status_is_not_for_the_form_to_set(self, log_in: LogIn) -> None:
        statement = factories.draft()
        edit(log_in("Contributor"), statement, status="published")
        statement.refresh_from_db()
        assert statement.status == "draft"


class TestPartsOfWhatIsPublished:
    def test_a_contributor_adds_no_figure(self, log_in: LogIn) -> None:
        statement = factories.published()
        figure = {
            "indicator": Indicator.objects.create(code="c", label="C", unit="c").pk,
            "value": 1, "value_as_printed": "one", "qualifier": "exact", "period_basis": "stated",
            "speaker": statement.speaker_id, "statement": statement.pk,
        }  # fmt: skip
        response = log_in("Contributor").post(url("statements_figure_add"), figure)
        assert "not yours to change" in errors(response)
        response = log_in("Reviewer").post(url("statements_figure_add"), figure)
        assert "Say what you corrected" in errors(response)
        figure["correction_note"] = "A figure was left out."
        assert log_in("Reviewer").post(url("statements_figure_add"), figure).status_code == 302
        assert Figure.objects.get().status == "published"

    def test_a_contributor_adds_no_citation(self, log_in: LogIn) -> None:
        form = {"statement": factories.published().pk, "source": factories.source().pk}
        response = log_in("Contributor").post(url("statements_citation_add"), form)
        assert "not yours to change" in errors(response)
        assert Citation.objects.count() == 1

    def test_a_contributor_moves_no_citation_away(self, log_in: LogIn) -> None:
        citation = factories.published().citations.get()
        form = {"statement": factories.draft().pk, "source": citation.source_id}
        change = url("statements_citation_change", citation.pk)
        assert log_in("Contributor").post(change, form).status_code == 403

    def test_a_contributor_adds_no_position(self, log_in: LogIn) -> None:
        statement = factories.published()
        form = {
            "speaker": statement.speaker_id, "placement": factories.placement().pk,
            "target": "stated", "stance": Stance.objects.get(code="accepts").pk,
            "as_of": "2022", "confidence": "high",
        } | rows("evidence_rows", {"statement": statement.pk, "weight": "explicit"})  # fmt: skip
        response = log_in("Contributor").post(url("statements_position_add"), form)
        assert "not yours to change" in errors(response)
        assert not Evidence.objects.exists()

    def test_a_contributor_adds_no_office_to_a_published_speaker(self, log_in: LogIn) -> None:
        form = {
            "speaker": factories.published().speaker_id, "title": "King", "confidence": "high"
        }  # fmt: skip
        response = log_in("Contributor").post(url("statements_role_add"), form)
        assert "not yours to change" in errors(response)

    def test_a_position_of_a_published_statement_is_read_only(self, log_in: LogIn) -> None:
        statement = factories.published()
        position = factories.position(statement)
        change = url("statements_position_change", position.pk)
        assert log_in("Contributor").post(change, {}).status_code == 403

    def test_the_last_citation_stays(self, log_in: LogIn) -> None:
        statement = factories.published()
        marked = [row | {"DELETE": "on"} for row in stored_citations(statement)]
        response = edit(log_in("Reviewer"), statement, citations=marked)
        assert "keeps at least one citation" in response.content.decode()
        assert statement.citations.count() == 1

    def test_a_published_figure_is_not_deleted_by_its_row(self, log_in: LogIn) -> None:
        statement = factories.draft()
        figure = factories.figure(statement)
        workflow.publish(record=statement, by=None)
        row = {
            "id": figure.pk, "statement": statement.pk, "indicator": figure.indicator_id,
            "value": 1, "value_as_printed": "one", "qualifier": "exact", "period_basis": "stated",
            "speaker": statement.speaker_id, "DELETE": "on",
        }  # fmt: skip
        form = statement_form(
            speaker=statement.speaker_id, citations=stored_citations(statement), figures=[row],
            kept=(1, 0, 1), version=1,
        )  # fmt: skip
        response = log_in("Reviewer").post(url(CHANGE, statement.pk), form)
        assert "What is published is never deleted" in response.content.decode()
        assert Figure.objects.filter(pk=figure.pk).exists()


class TestPublishing:
    def publish(self, client: Client, *statements: Statement) -> str:
        action = {
            "action": "publish_selected",
            "_selected_action": [one.pk for one in statements],
        }
        path = url("statements_statement_changelist")
        return client.post(path, action, follow=True).content.decode()

    def test_the_list_publishes_what_it_can_and_tells_of_the_rest(self, log_in: LogIn) -> None:
        good, bad = factories.draft(), factories.draft(cite=False)
        page = self.publish(log_in("Reviewer"), good, bad)
        assert "1 record is published." in page
        assert "Cite at least one source." in page
        assert list(Statement.objects.published()) == [good]

    def test_a_contributor_is_not_offered_it(self, log_in: LogIn) -> None:
        statement, client = factories.draft(), log_in("Contributor")
        assert "Save and publish" not in client.get(url(CHANGE, statement.pk)).content.decode()
        self.publish(client, statement)
        assert not Statement.objects.published().exists()

    def test_a_reviewer_is_offered_it_for_drafts_only(self, log_in: LogIn) -> None:
        client = log_in("Reviewer")
        draft = client.get(url(CHANGE, factories.draft().pk)).content.decode()
        public = client.get(url(CHANGE, factories.published().pk)).content.decode()
        assert "Save and publish" in draft
        assert "Save and publish" not in public

    def test_the_public_page_is_linked_once_there_is_one(self, log_in: LogIn) -> None:
        client, statement = log_in("Reviewer"), factories.published()
        link = f'href="{statement.get_absolute_url()}" class="viewsitelink"'
        assert link in client.get(url(CHANGE, statement.pk)).content.decode()
        draft = client.get(url(CHANGE, factories.draft().pk)).content.decode()
        assert "viewsitelink" not in draft


class TestWithdrawing:
    def test_a_reviewer_withdraws_with_a_reason(self, log_in: LogIn) -> None:
        statement = factories.published()
        path = url("statements_statement_withdraw", statement.pk)
        log_in("Reviewer").post(path, {"reason": "Said by somebody else."})
        statement.refresh_from_db()
        assert statement.status == "withdrawn"
        assert statement.withdrawn_reason == "Said by somebody else."

    @pytest.mark.parametrize("reason", ["", "   ", "x" * 2001, "nul\0"])
    def test_without_a_fit_reason_it_stays(self, log_in: LogIn, reason: str) -> None:
        statement = factories.published()
        path = url("statements_statement_withdraw", statement.pk)
        assert b"errorlist" in log_in("Reviewer").post(path, {"reason": reason}).content
        statement.refresh_from_db()
        assert statement.is_published

    def test_others_may_not(self, log_in: LogIn) -> None:
        path = url("statements_statement_withdraw", factories.published().pk)
        assert log_in("Editor").get(path).status_code == 403
        assert log_in("Editor").post(path, {"reason": "No."}).status_code == 403

    def test_a_draft_has_nothing_to_withdraw(self, log_in: LogIn) -> None:
        path = url("statements_statement_withdraw", factories.draft().pk)
        assert log_in("Reviewer").post(path, {"reason": "No."}).status_code == 403

    def test_an_unknown_statement_leads_back(self, log_in: LogIn) -> None:
        path = url("statements_statement_withdraw", "9" * 30)
        assert log_in("Reviewer").get(path).status_code == 302


def test_the_same_words_in_the_same_source_are_pointed_out(log_in: LogIn) -> None:
    first = factories.draft("We will ACT!")
    source = first.citations.get().source_id
    form = statement_form(
        speaker=factories.speaker().pk, citations=[{"source": source, "is_primary": "on"}]
    )
    page = log_in("Contributor").post(url(ADD), form, follow=True).content.decode()
    assert "The same words stand in the same source already:" in page
    assert f'href="{url(CHANGE, first.pk)}"' in page
    assert Statement.objects.count() == 2


def test_the_list_takes_the_same_queries_however_long(
    log_in: LogIn, django_assert_max_num_queries: Any
) -> None:
    client, path = log_in("Editor"), url("statements_statement_changelist")
    for _ in range(12):
        factories.draft()
    with django_assert_max_num_queries(25):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "query", ["q=act", "precision=day", "precision=less", "precision=none", "precision=?"]
)
def test_the_list_filters_by_words_and_precision(log_in: LogIn, query: str) -> None:
    factories.draft()
    factories.draft("act in June", said_on="2014-06")
    factories.draft("act some day", said_on=None)
    expected = {"precision=day": 1, "precision=less": 1, "precision=none": 1}
    response = log_in("Editor").get(f"{url('statements_statement_changelist')}?{query}")
    assert response.context["cl"].result_count == expected.get(query, 3)


def test_a_name_from_the_popup_is_a_draft(log_in: LogIn) -> None:
    response = log_in("Contributor").post(url("statements_speaker_add"), speaker_form(_popup="1"))
    assert b"popup_response" in response.content
    assert Speaker.objects.get().status == "draft"
