"""From draft to review, and who may review."""

import pytest
from pytest_django.fixtures import Settings

from sources.publication import Status
from statements import workflow
from statements.models import SearchEntry, Statement
from statements.workflow import WorkflowError
from tests import factories

pytestmark = pytest.mark.django_db


class TestReview:
    def test_a_draft_is_submitted_and_published_by_different_people(self) -> None:
        editor, reviewer = factories.staff("Editor"), factories.staff("Reviewer")
        statement = workflow.submit(record=factories.draft(), by=editor)
        assert (statement.status, statement.submitted_by) == (Status.IN_REVIEW, editor)
        workflow.publish(record=statement, by=reviewer)
        assert statement.is_published

    def test_contributors_cannot_submit(self) -> None:
        with pytest.raises(WorkflowError, match="may not submit"):
            workflow.submit(record=factories.draft(), by=factories.staff("Contributor"))

    def test_what_lacks_a_source_is_not_submitted(self) -> None:
        with pytest.raises(WorkflowError, match="source"):
            workflow.submit(record=factories.draft(cite=False), by=None)

    def test_a_quotation_that_does_not_verify_may_be_submitted_for_a_reviewer_to_see(self) -> None:
        statement = factories.draft(cite=False)
        statement.citations.create(source=factories.source())
        assert workflow.submit(record=statement, by=None).status == Status.IN_REVIEW

    def test_it_is_sent_back_with_a_note(self) -> None:
        reviewer = factories.staff("Reviewer")
        statement = workflow.submit(record=factories.draft(), by=None)
        with pytest.raises(WorkflowError, match="what is to be done"):
            workflow.send_back(record=statement, by=reviewer, note=" ")
        workflow.send_back(record=statement, by=reviewer, note="Which paragraph?")
        assert (statement.status, statement.review_note) == (Status.DRAFT, "Which paragraph?")
        workflow.submit(record=statement, by=None)
        assert statement.review_note == ""

    def test_only_a_draft_is_submitted_and_only_what_is_in_review_sent_back(self) -> None:
        with pytest.raises(WorkflowError, match="Only a draft"):
            workflow.submit(record=factories.published(), by=None)
        with pytest.raises(WorkflowError, match="in review"):
            workflow.send_back(record=factories.draft(), by=None, note="x")

    def test_what_is_in_review_is_not_public(self) -> None:
        workflow.submit(record=factories.draft(), by=None)
        assert not Statement.objects.published().exists()
        assert not SearchEntry.objects.exists()


class TestAuthorAndReviewer:
    @pytest.fixture(autouse=True)
    def forbidden(self, settings: Settings) -> None:
        settings.REVIEW_OWN_STATEMENTS = False

    def test_who_submitted_it_does_not_publish_it(self) -> None:
        reviewer = factories.staff("Reviewer")
        statement = workflow.submit(record=factories.draft(), by=reviewer)
        with pytest.raises(WorkflowError, match="Somebody else"):
            workflow.publish(record=statement, by=reviewer)

    def test_who_wrote_it_neither_publishes_it_nor_lets_it_through(self) -> None:
        reviewer = factories.staff("Reviewer")
        statement = factories.draft()
        statement.history.update(history_user=reviewer)
        with pytest.raises(WorkflowError, match="Somebody else"):
            workflow.publish(record=statement, by=reviewer)
        with pytest.raises(WorkflowError, match="Somebody else"):
            workflow.override(record=statement, by=reviewer, reason="Seen on video.")

    def test_the_site_may_allow_it(self, settings: Settings) -> None:
        settings.REVIEW_OWN_STATEMENTS = True
        reviewer = factories.staff("Reviewer")
        statement = workflow.submit(record=factories.draft(), by=reviewer)
        assert workflow.publish(record=statement, by=reviewer).is_published
