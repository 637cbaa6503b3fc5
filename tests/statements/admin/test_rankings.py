"""Rankings, editions, placements and positions in their own forms."""

from typing import Any

import pytest

from statements import workflow
from statements.models import Edition, Position, Stance
from tests import factories
from tests.statements.admin.conftest import LogIn, rows, url

pytestmark = pytest.mark.django_db


def position_form(position: Position, **fields: Any) -> dict[str, Any]:
    evidence = [
        {"id": row.pk, "position": position.pk, "statement": row.statement_id, "weight": row.weight}
        for row in position.evidence_rows.all()
    ]
    entered = {
        "speaker": position.speaker_id, "placement": position.placement_id, "target": "stated",
        "stance": position.stance_id, "as_of": "2022", "confidence": "high", **fields,
    }  # fmt: skip
    return entered | rows("evidence_rows", *evidence, kept=len(evidence))


def test_an_edition_with_published_placements_stays(log_in: LogIn) -> None:
    placement = workflow.publish(record=factories.placement(), by=None)
    path = url("statements_edition_delete", placement.edition_id)
    assert log_in("Reviewer").post(path, {"post": "yes"}).status_code == 403
    assert Edition.objects.exists()


def test_an_edition_with_published_placements_is_for_reviewers_to_change(log_in: LogIn) -> None:
    placement = workflow.publish(record=factories.placement(), by=None)
    path = url("statements_edition_change", placement.edition_id)
    form = {"ranking": placement.edition.ranking_id, "year": 2023, "confidence": "high"}
    assert log_in("Editor").post(path, form).status_code == 403
    assert log_in("Reviewer").post(path, form).status_code == 302


@pytest.mark.parametrize("year", ["0", "-5", "99999", "1" + "0" * 20, "abc", ""])
def test_a_year_that_is_none_is_an_error_of_the_form(log_in: LogIn, year: str) -> None:
    form = {"ranking": factories.ranking().pk, "year": year, "confidence": "high"}
    response = log_in("Editor").post(url("statements_edition_add"), form)
    assert b"errornote" in response.content
    assert not Edition.objects.exists()


def test_the_level_of_another_ranking_is_an_error(log_in: LogIn) -> None:
    placement, other = factories.placement(), factories.ranking()
    form = {
        "edition": placement.edition_id, "country": factories.country("TH", "Thailand").pk,
        "level": other.levels.get(code="1").pk, "confidence": "high",
    }  # fmt: skip
    response = log_in("Editor").post(url("statements_placement_add"), form)
    assert b"This level belongs to another ranking." in response.content


def test_a_published_position_keeps_its_evidence(log_in: LogIn) -> None:
    statement = factories.draft()
    position = factories.position(statement)
    workflow.publish(record=statement, by=None)
    form = position_form(position, **{"evidence_rows-0-DELETE": "on"})
    path = url("statements_position_change", position.pk)
    response = log_in("Reviewer").post(path, form)
    assert b"A position needs a statement as its evidence." in response.content
    assert position.evidence.count() == 1


def test_a_refused_change_leaves_nothing_behind(log_in: LogIn) -> None:
    statement = factories.draft()
    position = factories.position(statement)
    workflow.publish(record=statement, by=None)
    other = Stance.objects.get(code="accepts").pk
    form = position_form(position, stance=other, **{"evidence_rows-0-DELETE": "on"})
    log_in("Reviewer").post(url("statements_position_change", position.pk), form)
    position.refresh_from_db()
    assert position.stance.code == "rejects-as-unjust"


def test_a_reviewer_corrects_a_published_position(log_in: LogIn) -> None:
    statement = factories.draft()
    position = factories.position(statement)
    workflow.publish(record=statement, by=None)
    note = {"correction_note": "The grounds were left out."}
    form = position_form(position, grounds="Efforts were ignored.", **note)
    path = url("statements_position_change", position.pk)
    assert log_in("Reviewer").post(path, form).status_code == 302
    position.refresh_from_db()
    assert position.grounds == "Efforts were ignored."
