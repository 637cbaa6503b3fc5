"""Who may change what, and saving that is refused."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from sources.admin_base import RecordAdmin, is_draft, may_change, may_publish
from sources.models import Source
from statements import workflow
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
