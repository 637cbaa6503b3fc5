import pytest

from statements import workflow
from statements.exports.corrections import CORRECTIONS, entry, path
from statements.exports.fields import row
from statements.models import Correction
from tests import factories, register

pytestmark = pytest.mark.django_db


def told() -> list[dict[str, object]]:
    return [row(CORRECTIONS.fields(""), one) for one in CORRECTIONS.records()]


def test_a_correction_names_its_revisions_and_the_fields() -> None:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    statement.summary = "Promises nothing."
    statement.save()
    workflow.edited(record=statement, by=None, note="It was <misread>.", kind="clarification")
    (data,) = told()
    assert data["url"] == f"/s/{statement.pk}/"
    assert (data["revision_before"], data["revision_after"]) == (1, 2)
    assert (data["kind"], data["changed"]) == ("clarification", ["summary"])
    assert entry(CORRECTIONS.records().get()).html == "It was &lt;misread&gt;."
    statement.refresh_from_db()
    workflow.withdraw(record=statement, by=None, reason="Misattributed.")
    data, earlier = told()
    assert (data["kind"], data["note"]) == ("withdrawal", "Misattributed.")
    assert (earlier["note"], earlier["changed"]) == ("", [])


def test_what_rests_on_no_statement_is_found_in_the_list() -> None:
    correction = Correction.objects.create(
        model="statements.figure", record_id=7, kind="withdrawal", note="Counted twice."
    )
    assert path(correction) == f"/corrections/#correction-{correction.pk}"
    assert entry(CORRECTIONS.records().get()).title == "Withdrawal: statements.figure 7"


def test_a_withdrawn_position_is_named() -> None:
    public = register.make()
    workflow.withdraw(record=public.position, by=None, reason="Misread.")
    data = told()[0]
    assert (data["withdrawn_kind"], data["withdrawn"]) == (
        "statements.position", public.position.pk,
    )  # fmt: skip
    assert data["changed"] == ["positions"]
