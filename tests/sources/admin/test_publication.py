"""The state of a record in its list, and the button that publishes."""

import pytest
from django.test import Client

from sources.models import Outlet
from statements import workflow
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/sources/outlet/"


def log_in(*groups: str) -> Client:
    client = Client()
    person = factories.staff(*groups)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_drafts_are_marked_in_the_list() -> None:
    factories.outlet()
    workflow.publish(record=factories.outlet(), by=None)
    page = log_in("Contributor").get(LIST).content.decode()
    assert '<span class="state state-draft">Draft</span>' in page
    assert '<span class="state state-published">Published</span>' in page


def test_several_are_published_from_the_list() -> None:
    keys = [factories.outlet().pk, factories.outlet().pk]
    action = {"action": "publish_selected", "_selected_action": keys}
    page = log_in("Reviewer").post(LIST, action, follow=True).content.decode()
    assert "2 records are published." in page
    assert Outlet.objects.published().count() == 2


def test_the_button_is_not_in_a_popup() -> None:
    client = log_in("Reviewer")
    assert b'name="_publish"' in client.get(f"{LIST}add/").content
    assert b'name="_publish"' not in client.get(f"{LIST}add/?_popup=1").content


def test_the_button_pressed_without_the_permission_saves_nothing() -> None:
    form = {"name": "Fresh News", "slug": "fresh-news", "ownership": "private", "_publish": "1"}
    page = log_in("Editor").post(f"{LIST}add/", form).content.decode()
    assert "You may not publish, correct or withdraw this." in page
    assert not Outlet.objects.exists()
