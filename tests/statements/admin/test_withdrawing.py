import pytest

from statements import workflow
from statements.models import Correction, FigureNote
from tests import factories, register
from tests.statements.admin.conftest import LogIn, url

pytestmark = pytest.mark.django_db

KINDS = ["position", "figure", "figurenote"]


def public(kind: str) -> object:
    made = register.make()
    if kind != "figurenote":
        return getattr(made, kind)
    note = FigureNote.objects.create(figure=made.figure, rule=FigureNote.Rule.RATIO, note="Odd.")
    return workflow.publish(record=note, by=None)


@pytest.mark.parametrize("kind", KINDS)
def test_a_reviewer_withdraws_with_a_reason(log_in: LogIn, kind: str) -> None:
    record = public(kind)
    client = log_in("Reviewer")
    path = url(f"statements_{kind}_withdraw", record.pk)  # type: ignore[attr-defined]
    form = url(f"statements_{kind}_change", record.pk)  # type: ignore[attr-defined]
    assert f'href="{path}"' in client.get(form).content.decode()
    assert client.get(path).status_code == 200
    assert b"errorlist" in client.post(path, {"reason": " "}).content
    assert client.post(path, {"reason": "It was misread."})["Location"] == form
    record.refresh_from_db()  # type: ignore[attr-defined]
    assert record.status == "withdrawn"  # type: ignore[attr-defined]
    assert Correction.objects.newest_first()[0].note == "It was misread."
    assert "Withdraw…" not in client.get(form).content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_does_not(log_in: LogIn, kind: str) -> None:
    record = public(kind)
    path = url(f"statements_{kind}_withdraw", record.pk)  # type: ignore[attr-defined]
    assert log_in("Editor").post(path, {"reason": "x"}).status_code == 403


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_is_not_withdrawn(log_in: LogIn, kind: str) -> None:
    client = log_in("Reviewer")
    for key in ("999999", "9" * 30, "x"):
        assert client.get(url(f"statements_{kind}_withdraw", key)).status_code == 302


def test_a_draft_has_nothing_to_withdraw(log_in: LogIn) -> None:
    figure = factories.figure(factories.draft())
    assert log_in("Reviewer").get(url("statements_figure_withdraw", figure.pk)).status_code == 403
