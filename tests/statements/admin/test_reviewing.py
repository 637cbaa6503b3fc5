"""The queue, the page beside the source, and what reviewers decide on either form."""

from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from statements import workflow
from statements.models import Citation, Statement
from tests import factories
from tests.statements.admin.conftest import LogIn, errors, url
from tests.statements.admin.test_statements import CHANGE, edit

pytestmark = pytest.mark.django_db
QUEUE = "statements_statement_queue"
REVIEW = "statements_statement_review"


def submitted(text: str = "We will act.") -> Statement:
    return workflow.submit(record=factories.draft(text), by=None)


def differing() -> Statement:
    draft = factories.draft("We will not act.", cite=False)
    source = factories.source("Doors open")
    factories.capture(source, "It was Friday. “We will act,” she said, and left.")
    Citation.objects.create(statement=draft, source=source)
    return workflow.submit(record=draft, by=None)


def decide(client: Client, statement: Statement, button: str, **fields: Any) -> Any:
    form = {
        "version": statement.version, "state": "in-review",
        "seen": statement.history.values_list("history_id", flat=True).first(), button: "1",
    }  # fmt: skip
    return client.post(url(REVIEW, statement.pk), form | fields)


def buttons(page: Any) -> set[str]:
    names = ("_submit", "_publish", "_send_back", "_let_through")
    return {name for name in names if f'name="{name}"' in page.content.decode()}


class TestQueue:
    def test_it_lists_what_waits_with_its_verification(self, log_in: LogIn) -> None:
        factories.draft("Not submitted.")
        first, second = submitted(), differing()
        page = log_in("Reviewer").get(url(QUEUE))
        assert [one.pk for one in page.context["page_obj"]] == [first.pk, second.pk]
        assert "Differs from the source" in page.content.decode()
        assert [one["count"] for one in page.context["views"]] == [2, 1, 1, 0]
        only = log_in("Reviewer").get(f"{url(QUEUE)}?show=differing")
        assert [one.pk for one in only.context["page_obj"]] == [second.pk]

    def test_it_is_for_those_who_submit_or_publish(self, log_in: LogIn) -> None:
        for group, status in (("Contributor", 403), ("Editor", 200), ("Reviewer", 200)):
            client = log_in(group)
            assert client.get(url(QUEUE)).status_code == status
            assert client.get(url(REVIEW, submitted().pk)).status_code == status
            linked = url(QUEUE) in client.get(url("index")).content.decode()
            assert linked is (status == 200)

    def test_it_takes_the_same_queries_however_long(
        self, log_in: LogIn, django_assert_max_num_queries: Any
    ) -> None:
        client = log_in("Reviewer")
        for _ in range(8):
            submitted()
        with django_assert_max_num_queries(14):
            client.get(url(QUEUE))

    @pytest.mark.parametrize("query", ["show=x", "show=%00", "p=abc", "p=" + "9" * 30, "p=-1"])
    def test_no_query_breaks_it(self, log_in: LogIn, query: str) -> None:
        submitted()
        assert log_in("Reviewer").get(f"{url(QUEUE)}?{query}").status_code in {200, 400}

    def test_an_empty_one_says_so(self, log_in: LogIn) -> None:
        assert b"Nothing waits for review" in log_in("Reviewer").get(url(QUEUE)).content


class TestPage:
    def test_it_shows_the_passage_beside_the_entry(self, log_in: LogIn) -> None:
        page = log_in("Reviewer").get(url(REVIEW, differing().pk))
        text = page.content.decode()
        assert "It was Friday. “<mark>We will act</mark>,” she said" in text
        assert "<ins>not </ins>" in text
        assert ("Words as printed", "We will not act.") in page.context["entry"]
        assert " style=" not in text
        assert "<script>" not in text

    def test_it_leads_on_and_back_within_what_is_shown(self, log_in: LogIn) -> None:
        one, two, three = submitted(), differing(), submitted()
        client = log_in("Reviewer")
        page = client.get(url(REVIEW, two.pk)).content.decode()
        assert f'href="{url(REVIEW, one.pk)}" rel="prev"' in page
        assert f'href="{url(REVIEW, three.pk)}" rel="next"' in page
        alone = client.get(f"{url(REVIEW, two.pk)}?show=differing").content.decode()
        assert 'rel="prev"' not in alone
        assert 'rel="next"' not in alone

    @pytest.mark.parametrize("key", ["abc", "0", "9" * 30, "%2500"])
    def test_an_unknown_statement_leads_back(self, log_in: LogIn, key: str) -> None:
        client = log_in("Reviewer")
        path = f"/admin/statements/statement/{key}/review/"
        assert client.get(path).status_code == 302
        form = {"version": "1", "_publish": "1"}
        assert client.post(path, form).status_code == 302

    def test_an_editor_is_offered_no_decision(self, log_in: LogIn) -> None:
        assert buttons(log_in("Editor").get(url(REVIEW, submitted().pk))) == set()

    def test_what_is_verified_is_published_and_what_is_not_let_through(self, log_in: LogIn) -> None:
        client = log_in("Reviewer")
        good = client.get(url(REVIEW, submitted().pk))
        bad = client.get(url(REVIEW, differing().pk))
        assert buttons(good) == {"_publish", "_send_back"}
        assert buttons(bad) == {"_let_through", "_send_back"}

    def test_ones_own_are_not_offered_where_the_site_forbids_it(
        self, log_in: LogIn, settings: Settings
    ) -> None:
        settings.REVIEW_OWN_STATEMENTS = False
        reviewer = factories.staff("Reviewer")
        statement = workflow.submit(record=factories.draft(), by=reviewer)
        client = Client()
        client.force_login(reviewer, backend="django.contrib.auth.backends.ModelBackend")
        page = client.get(url(REVIEW, statement.pk))
        assert buttons(page) == {"_send_back"}
        assert b"Somebody else has to review" in page.content
        assert "_publish" not in buttons(client.get(url(CHANGE, statement.pk)))
        assert "_publish" not in buttons(client.get(url("statements_statement_add")))
        assert b"Somebody else has to review" in decide(client, statement, "_publish").content
        statement.refresh_from_db()
        assert statement.status == "in-review"
        assert "_publish" in buttons(log_in("Reviewer").get(url(REVIEW, statement.pk)))


class TestDecisions:
    def test_publishing_leads_to_the_next(self, log_in: LogIn) -> None:
        one, two, three = submitted(), submitted(), submitted()
        client = log_in("Reviewer")
        answer = decide(client, two, "_publish", next=three.pk)
        assert answer.headers["Location"] == url(REVIEW, three.pk)
        assert decide(client, three, "_publish").headers["Location"] == url(REVIEW, one.pk)
        assert decide(client, one, "_publish", next="abc").headers["Location"] == url(QUEUE)
        assert Statement.objects.published().count() == 3

    def test_sending_back_needs_a_note(self, log_in: LogIn) -> None:
        statement, client = submitted(), log_in("Reviewer")
        refused = decide(client, statement, "_send_back", send_back_note=" ")
        assert "so that the author knows" in str(refused.context["form"].errors["send_back_note"])
        decide(client, statement, "_send_back", send_back_note="Which paragraph?")
        statement.refresh_from_db()
        assert (statement.status, statement.review_note) == ("draft", "Which paragraph?")
        page = log_in("Contributor").get(url(CHANGE, statement.pk)).content.decode()
        assert "Sent back: Which paragraph?" in page

    def test_letting_through_needs_a_reason(self, log_in: LogIn) -> None:
        statement, client = differing(), log_in("Reviewer")
        assert b"not found, word for word" in decide(client, statement, "_publish").content
        refused = decide(client, statement, "_let_through")
        assert "readers will see" in str(refused.context["form"].errors["let_through_reason"])
        decide(client, statement, "_let_through", let_through_reason="The video has the “not”.")
        statement.refresh_from_db()
        assert statement.is_published
        assert statement.override_reason == "The video has the “not”."

    def test_an_editor_decides_nothing(self, log_in: LogIn) -> None:
        statement = submitted()
        answer = decide(log_in("Editor"), statement, "_publish")
        assert b"You may not publish" in answer.content
        assert not Statement.objects.published().exists()

    def test_without_a_button_or_a_version_nothing_happens(self, log_in: LogIn) -> None:
        statement, client = submitted(), log_in("Reviewer")
        for fields in ({"version": ""}, {"version": "abc"}):
            answer = decide(client, statement, "_publish", **fields)
            assert b"Press one of the buttons." in answer.content
        assert b"Press one of" in decide(client, statement, "_elephant").content
        hostile = {"send_back_note": "x" * 2_001}
        assert b"errorlist" in decide(client, statement, "_send_back", **hostile).content
        statement.refresh_from_db()
        assert statement.status == "in-review"

    def test_what_was_edited_meanwhile_is_not_published_unseen(self, log_in: LogIn) -> None:
        statement = submitted()
        seen = statement.history.values_list("history_id", flat=True).first()
        statement.text = "We will act on it."
        statement.save()
        workflow.edited(record=statement, by=None)
        answer = decide(log_in("Reviewer"), statement, "_publish", version=1, seen=seen)
        assert answer.status_code == 409
        page = answer.content.decode()
        assert "We will act." in page
        assert "We will act on it." in page
        assert not Statement.objects.published().exists()


class TestStatementForm:
    def test_the_buttons_follow_state_and_permission(self, log_in: LogIn) -> None:
        expected: dict[str, tuple[set[str], set[str]]] = {
            "Contributor": (set(), set()),
            "Editor": ({"_submit"}, set()),
            "Reviewer": ({"_submit", "_publish"}, {"_publish", "_send_back"}),
        }
        for group, (in_draft, in_review) in expected.items():
            client = log_in(group)
            draft = workflow.verify(record=factories.draft(), by=None)
            assert buttons(client.get(url(CHANGE, draft.pk))) == in_draft, group
            assert buttons(client.get(url(CHANGE, submitted().pk))) == in_review, group

    def test_what_is_in_review_is_for_editors_and_reviewers(self, log_in: LogIn) -> None:
        statement = submitted()
        contributor = log_in("Contributor")
        shown = contributor.get(url(CHANGE, statement.pk)).content.decode()
        assert "What is in review can be changed by editors" in shown
        assert edit(contributor, statement, text="Forged.").status_code == 403
        assert edit(log_in("Editor"), statement, venue="Hall").status_code == 302
        statement.refresh_from_db()
        assert (statement.venue, statement.status) == ("Hall", "in-review")

    def test_saving_and_submitting_is_one_step(self, log_in: LogIn) -> None:
        statement = factories.draft()
        edit(log_in("Editor"), statement, venue="Hall", _submit="1")
        statement.refresh_from_db()
        assert (statement.venue, statement.status) == ("Hall", "in-review")
        assert statement.submitted_by is not None

    def test_a_refused_submission_saves_nothing(self, log_in: LogIn) -> None:
        statement = factories.draft()
        response = edit(log_in("Editor"), statement, said_on="", venue="Hall", _submit="1")
        assert "Give the date." in errors(response)
        statement.refresh_from_db()
        assert (statement.venue, statement.version) == ("", 1)

    def test_a_contributor_who_forges_the_button_saves_nothing(self, log_in: LogIn) -> None:
        statement = factories.draft()
        response = edit(log_in("Contributor"), statement, venue="Hall", _submit="1")
        assert "You may not submit" in errors(response)
        statement.refresh_from_db()
        assert statement.venue == ""

    def test_a_reviewer_sends_back_from_the_form(self, log_in: LogIn) -> None:
        statement, client = submitted(), log_in("Reviewer")
        response = edit(client, statement, venue="Hall", _send_back="1")
        assert "send_back_note" in response.context["adminform"].form.errors
        edit(client, statement, venue="Hall", _send_back="1", send_back_note="Which hall?")
        statement.refresh_from_db()
        assert (statement.status, statement.venue) == ("draft", "Hall")

    def test_a_reviewer_lets_through_from_the_form(self, log_in: LogIn) -> None:
        statement, client = differing(), log_in("Reviewer")
        assert "_let_through" in buttons(client.get(url(CHANGE, statement.pk)))
        fields = {"_let_through": "1", "let_through_reason": "Seen on video."}
        assert edit(client, statement, **fields).status_code == 302
        assert Statement.objects.published().get().override_reason == "Seen on video."

    def test_the_row_of_a_citation_tells_its_verification(self, log_in: LogIn) -> None:
        page = log_in("Editor").get(url(CHANGE, differing().pk)).content.decode()
        assert '<span class="rung rung-differs">Differs from the source</span>' in page
        assert "<ins>not </ins>" in page

    def test_several_are_submitted_from_the_list(self, log_in: LogIn) -> None:
        good, bad = factories.draft(), factories.draft(cite=False)
        chosen = {"action": "submit_selected", "_selected_action": [good.pk, bad.pk]}
        path = url("statements_statement_changelist")
        log_in("Contributor").post(path, chosen)
        assert not Statement.objects.filter(status="in-review").exists()
        page = log_in("Editor").post(path, chosen, follow=True).content.decode()
        assert "1 statement is in review." in page
        assert "Cite at least one source." in page
        assert list(Statement.objects.filter(status="in-review")) == [good]
