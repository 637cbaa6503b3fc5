"""What waits for a reviewer, in which order, and what of it is their own."""

import pytest
from pytest_django.fixtures import Settings

from statements import workflow
from statements.admin import queue
from statements.models import Citation, Statement
from statements.workflow import WorkflowError
from tests import factories

pytestmark = pytest.mark.django_db


def submitted(text: str = "We will act.", by: object = None, **fields: object) -> Statement:
    return workflow.submit(record=factories.draft(text, **fields), by=by)  # type: ignore[arg-type]


def differing() -> Statement:
    draft = factories.draft("We will not act.", cite=False)
    source = factories.source()
    factories.capture(source, "“We will act,” she said.")
    Citation.objects.create(statement=draft, source=source)
    return workflow.submit(record=draft, by=None)


def test_what_was_submitted_first_comes_first_and_nothing_else_comes() -> None:
    reviewer, late = factories.staff("Reviewer"), factories.draft()
    first = submitted()
    workflow.submit(record=late, by=None)
    factories.published()
    factories.draft()
    assert list(queue.waiting(reviewer)) == [first, late]


def test_each_view_is_counted() -> None:
    reviewer = factories.staff("Reviewer")
    submitted()
    mine, other = submitted(by=reviewer), differing()
    found = {one["view"]: one["count"] for one in queue.counts(reviewer)}
    assert found == {"": 3, "unverified": 1, "differing": 1, "own": 1}
    assert list(queue.waiting(reviewer, "own")) == [mine]
    assert list(queue.waiting(reviewer, "differing")) == [other]
    assert list(queue.waiting(reviewer, "unverified")) == [other]
    assert queue.is_unverified(other)
    assert not queue.is_unverified(mine)


def test_neighbours() -> None:
    reviewer = factories.staff("Reviewer")
    keys = [submitted().pk for _ in range(3)]
    assert queue.neighbours(reviewer, "", keys[1]) == queue.Neighbours(keys[0], keys[2])
    assert queue.neighbours(reviewer, "", keys[0]) == queue.Neighbours(None, keys[1])
    assert queue.neighbours(reviewer, "", keys[2]) == queue.Neighbours(keys[1], None)
    assert queue.neighbours(reviewer, "", 0) == queue.Neighbours(None, keys[0])
    assert queue.neighbours(reviewer, "own", keys[0]) == queue.Neighbours(None, None)


@pytest.mark.parametrize("allowed", [True, False])
@pytest.mark.parametrize("whose", ["written", "submitted", "others"])
def test_the_buttons_follow_the_same_rule_as_the_workflow(
    settings: Settings, allowed: bool, whose: str
) -> None:
    settings.REVIEW_OWN_STATEMENTS = allowed
    reviewer = factories.staff("Reviewer")
    statement = submitted(by=reviewer if whose == "submitted" else None)
    if whose == "written":
        first = statement.history.order_by("history_id").first()
        assert first is not None
        first.history_user = reviewer
        first.save()
    expected = allowed or whose == "others"
    assert queue.may_review(reviewer, statement) is expected
    assert queue.may_review(reviewer, None) is allowed
    assert not queue.may_review(factories.staff("Editor"), statement)
    if expected:
        workflow.publish(record=statement, by=reviewer)
    else:
        with pytest.raises(WorkflowError, match="Somebody else"):
            workflow.publish(record=statement, by=reviewer)
