"""Who may change what, and saving that is refused."""

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.test import Client

from sources.admin.base import RecordAdmin, is_draft, may_change, may_publish, may_submit
from sources.models import Outlet, Source
from statements import workflow
from statements.models import Statement
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("group", "allowed"), [("Contributor", False), ("Editor", False), ("Reviewer", True)]
)
def test_what_is_published_is_for_those_who_may_publish_it(group: str, allowed: bool) -> None:
    person, source = factories.staff(group), factories.source()
    assert may_change(person, source)
    workflow.publish(record=source, by=None)
    assert may_change(person, source) is allowed
    assert may_publish(person, Source) is allowed
    assert not is_draft(source)


@pytest.mark.parametrize(
    ("group", "allowed"), [("Contributor", False), ("Editor", True), ("Reviewer", True)]
)
def test_what_is_in_review_is_for_those_who_submit_or_publish(group: str, allowed: bool) -> None:
    person = factories.staff(group)
    statement = workflow.submit(record=factories.draft(), by=None)
    assert may_change(person, statement) is allowed
    assert may_submit(person, Statement) is allowed
    assert not is_draft(statement)


def test_two_who_stand_in_each_others_way_get_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Blocked:
        def edited(self, **_: object) -> None:
            raise OperationalError("deadlock detected")

    monkeypatch.setattr(RecordAdmin, "workflow", Blocked())
    client = Client()
    client.force_login(
        factories.staff("Editor"), backend="django.contrib.auth.backends.ModelBackend"
    )
    form = {"name": "Fresh News", "slug": "fresh-news", "ownership": "private"}
    page = client.post("/admin/sources/outlet/add/", form).content.decode()
    assert "Somebody else is saving the same at this moment." in page
    assert not Outlet.objects.exists()


def test_what_is_withdrawn_is_for_nobody() -> None:
    statement = factories.published()
    workflow.withdraw(record=statement, by=None, reason="Wrong.")
    assert not may_change(factories.staff(is_superuser=True), statement)


def test_what_has_no_state_is_open() -> None:
    assert may_change(factories.staff(), factories.country())
    assert may_change(factories.staff(), None)
    assert is_draft(None)


def test_a_refused_saving_is_undone_and_said_above_the_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Refusing:
        def edited(self, **_: object) -> None:
            raise ValidationError(["Not today.", "Nor tomorrow."])

    monkeypatch.setattr(RecordAdmin, "workflow", Refusing())
    client, outlet = Client(), factories.outlet()
    client.force_login(
        factories.staff("Editor"), backend="django.contrib.auth.backends.ModelBackend"
    )
    form = {"outlet": outlet.pk, "kind": "article", "language": "en", "title": "A report"}
    page = client.post("/admin/sources/source/add/", form).content.decode()
    assert "Not today." in page
    assert "Nor tomorrow." in page
    assert 'value="A report"' in page
    assert not Source.objects.exists()
